import {describe, expect, test} from "vitest";
import {given, table} from "./given.ts";

const [header, rows] = table(`id|date|reported|latitude|longitude|y2|x2|type|zone|description
  1|01/02/2024|2024-02-05|33.32|38.71|1.5|2.5|attack|north|A drone struck the base at dawn and wounded several people
  2|03/04/2024|2024-04-06|33.41|38.72|1.6|2.6|strike|south|Rockets were fired at the airfield without any damage
  3|05/06/2024|2024-06-08|33.52|38.79|1.7|2.7|attack|south|A convoy was stopped on the road near the old bridge`);

describe("what is settled wins", () => {
  test("role by role, and the others are still found out", () => {
    const {mapping, roles} = given(header, rows, {choices: {mapping: {start: "reported", category: "zone"}}});
    expect(mapping).toMatchObject({start: "reported", category: "zone", lat: "latitude", lon: "longitude", id: "id"});
    expect(roles.start?.why).toEqual({code: "user"});
    expect(roles.lat?.why).toEqual({code: "name", word: "latitude"});
  });

  test("a role that is left empty stays empty", () => {
    const {mapping, roles} = given(header, rows, {choices: {mapping: {lat: "", lon: "", category: ""}}});
    expect(Object.keys(mapping)).not.toContain("lat");
    expect(Object.keys(mapping)).not.toContain("lon");
    expect(Object.keys(mapping)).not.toContain("category");
    expect(roles.category).toBeUndefined();
    expect(mapping.start).toBe("date");
  });

  test("no start at all, when somebody wants none", () => {
    const {mapping, doubts} = given(header, rows, {choices: {mapping: {start: ""}}});
    expect(mapping.start).toBeUndefined();
    expect(doubts).toContain("no-start");
  });

  test("a chosen column fills no other role by itself", () => {
    const {mapping} = given(header, rows, {choices: {mapping: {title: "description"}}});
    expect(mapping.title).toBe("description");
    expect(mapping.summary).toBeUndefined();
  });

  test("latitude and longitude of other columns", () => {
    const {mapping, roles} = given(header, rows, {choices: {mapping: {lat: "y2", lon: "x2"}}});
    expect(mapping).toMatchObject({lat: "y2", lon: "x2"});
    expect(roles.lat).toMatchObject({read: 3, of: 3, why: {code: "user"}});
  });

  test("the order of dates, which is then no longer asked about", () => {
    expect(given(header, rows).doubts).toEqual(["date-order"]);
    const {reading, doubts, assumptions} = given(header, rows, {choices: {reading: {dates: {order: "mdy"}}}});
    expect(reading.dates).toMatchObject({order: "mdy"});
    expect(doubts).toEqual([]);
    expect(assumptions).toEqual([{code: "date-order", order: "mdy", example: "01/02/2024"}]);
  });

  test("the way dates are written is found out anew for another column", () => {
    const {roles, doubts} = given(header, rows, {choices: {mapping: {start: "reported"}}});
    expect(roles.start?.readAs).toMatchObject({code: "dates", order: "iso"});
    expect(doubts).toEqual([]);
  });

  test("facets, names, certainty, zone and title", () => {
    const choices = {
      facets: ["zone"],
      columns: {zone: {label: "Area", values: {}}},
      certainty: {attack: "claim" as const},
      timezone: "Asia/Baghdad",
      title: "My events",
      series: {primary: {where: {type: ["attack"]}}},
    };
    expect(given(header, rows, {choices}).story).toMatchObject(choices);
  });

  test("what a person put together is read in the order of its names", () => {
    const [names, cells] = table(`a|year|tag|monat
      x|2021|13|2
      y|2022|14|3`);
    const {reading, roles} = given(names, cells, {choices: {mapping: {start: ["tag", "monat", "year"]}}});
    expect(reading.dates?.parts).toEqual(["day", "month", "year"]);
    expect(roles.start).toMatchObject({read: 2, columns: ["tag", "monat", "year"]});
  });

  test("a recipe says so, and a column it names that is not there does no harm", () => {
    const {mapping, roles} = given(header, rows, {by: "recipe", choices: {mapping: {start: "date", place: "nowhere"}}});
    expect(roles.start?.why).toEqual({code: "recipe"});
    expect(mapping.place).toBe("nowhere");
    expect(roles.place).toMatchObject({columns: [], read: 0});
  });

  test("a role in several languages is kept as it is", () => {
    const title = {en: "type", fr: "zone"};
    expect(given(header, rows, {by: "story", choices: {mapping: {title}}}).mapping.title).toEqual(title);
  });
});

test("what was found out, given back as a choice, gives the same again", () => {
  const first = given(header, rows);
  const {mapping, reading, facets, timezone} = first.story;
  const again = given(header, rows, {by: "recipe", choices: {mapping, reading, facets, timezone: timezone!}});
  expect(again.mapping).toEqual(first.mapping);
  expect(again.reading).toEqual(first.reading);
  expect(again.story).toEqual(first.story);
});

test("an understanding is plain data that crosses to a worker and back", () => {
  const understood = given(header, rows);
  expect(structuredClone(understood)).toEqual(understood);
  expect(JSON.parse(JSON.stringify(understood))).toEqual(understood);
});
