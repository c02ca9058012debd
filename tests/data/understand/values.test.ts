import {describe, expect, test} from "vitest";
import {given, table} from "./given.ts";

const days = (n: number) => Array.from({length: n}, (_, i) => `2024-01-${String((i % 28) + 1).padStart(2, "0")}`);

describe("columns without names that say anything are judged by their values", () => {
  const names = (n: number) => Array.from({length: n}, (_, i) => `column ${i + 1}`);

  test("a date, degrees side by side, a link and a kind", () => {
    const kinds = ["attack", "protest", "riot"];
    const rows = days(20).map((day, i) => [
      String(i + 1),
      day,
      (33.3 + i * 0.0137).toFixed(4),
      (44.1 + i * 0.0211).toFixed(4),
      kinds[i % 3]!,
      `https://example.org/${i}`,
      `A longer account of what happened on that day, number ${i}, with the words of a witness`,
    ]);
    const {mapping, roles, doubts} = given(names(7), rows, {headerSure: false});
    expect(mapping).toMatchObject({
      start: "column 2",
      lat: "column 3",
      lon: "column 4",
      category: "column 5",
      link: "column 6",
      summary: "column 7",
    });
    expect(roles.lat?.why).toEqual({code: "values"});
    expect(doubts).toEqual(["no-header"]);
  });

  test("longitude first, when the first of the two goes beyond 90", () => {
    const rows = days(10).map((day, i) => [day, (-117.3 - i * 0.0173).toFixed(4), (34.1 + i * 0.0119).toFixed(4)]);
    expect(given(names(3), rows).mapping).toMatchObject({lat: "column 3", lon: "column 2"});
  });

  test("shares and rates are no degrees", () => {
    const rows = days(10).map((day, i) => [day, (0.3 + i * 0.0137).toFixed(4), (0.1 + i * 0.0211).toFixed(4)]);
    expect(given(names(3), rows).mapping).toEqual({start: "column 1"});
    const named = days(10).map((day, i) => [day, (33.3 + i * 0.0137).toFixed(4), (44.1 + i * 0.0211).toFixed(4)]);
    expect(given(["date", "income", "expenses"], named).mapping).toEqual({start: "date"});
  });

  test("days written as eight digits, a point in well-known text", () => {
    const rows = days(10).map((day, i) => [day.replaceAll("-", ""), `POINT (${(2.1 + i / 7).toFixed(4)} 48.8566)`]);
    const {mapping, reading, roles} = given(names(2), rows);
    expect(mapping).toMatchObject({start: "column 1", lat: "column 2", lon: "column 2"});
    expect(reading.coordinates).toMatchObject({form: "point"});
    expect(roles.lat).toMatchObject({read: 10, readAs: {code: "geometry"}});
    expect(reading.dates).toMatchObject({numbers: "compact"});
  });

  test("plain numbers are no dates", () => {
    const rows = Array.from({length: 30}, (_, i) => [String(1900 + i), String(45_000 + i), String(1_700_000_000 + i)]);
    const {mapping, doubts} = given(names(3), rows);
    expect(mapping).toEqual({});
    expect(doubts).toContain("no-start");
  });
});

describe("what the file leaves open is stated", () => {
  test("days and months that can be either", () => {
    const {assumptions, doubts, reading} = given(
      ...table(`date|latitude|longitude
      01/02/2024|1|2
      03/04/2024|1|2
      05/06/2024|1|2`),
    );
    expect(assumptions).toEqual([{code: "date-order", order: "dmy", example: "01/02/2024"}]);
    expect(doubts).toEqual(["date-order"]);
    expect(reading.dates).toMatchObject({order: "dmy"});
  });

  test("one cell that can only be one of them settles it", () => {
    const {assumptions, doubts, reading, roles} = given(
      ...table(`date|latitude|longitude
      01/02/2024|1|2
      03/25/2024|1|2`),
    );
    expect(assumptions).toEqual([]);
    expect(doubts).toEqual([]);
    expect(reading.dates).toMatchObject({order: "mdy"});
    expect(roles.start?.readAs).toMatchObject({code: "dates", order: "mdy", settledBy: "03/25/2024", ambiguous: false});
  });

  test("cells that contradict each other", () => {
    const {assumptions, doubts} = given(
      ...table(`date|latitude|longitude
      13/01/2024|1|2
      01/25/2024|1|2`),
    );
    expect(assumptions).toMatchObject([{code: "date-order"}]);
    expect(doubts).toEqual(["date-order"]);
  });

  test("years of two digits, and clocks", () => {
    const {assumptions} = given(
      ...table(`date|title
      13/01/98 10:30|One
      25/02/24 11:45|Two`),
    );
    expect(assumptions).toContainEqual({code: "two-digit-years", lastYear: 2026, example: "13/01/98 10:30"});
    expect(assumptions).toContainEqual({code: "timezone", zone: "UTC", instants: false});
  });

  test("days that a spreadsheet counts", () => {
    const {assumptions} = given(
      ...table(`date|title
      45292|One
      45293|Two`),
    );
    expect(assumptions).toEqual([{code: "date-numbers", numbers: "days1900", example: "45292"}]);
  });

  test("latitudes under the name of longitudes", () => {
    const {mapping, assumptions, doubts} = given(
      ...table(`date|latitude|longitude
      2024-01-01|151.2093|-33.8688
      2024-01-02|144.9631|-37.8136
      2024-01-03|153.0251|-27.4698`),
    );
    expect(mapping).toMatchObject({lat: "longitude", lon: "latitude"});
    expect(assumptions).toMatchObject([{code: "swapped"}]);
    expect(doubts).toEqual(["swapped"]);
  });

  test("metres on a grid", () => {
    const {doubts, reading, roles} = given(
      ...table(`date|x|y
      2024-01-01|447123.5|4642345.2
      2024-01-02|447129.5|4642395.7
      2024-01-03|447223.1|4642745.9`),
    );
    expect(doubts).toEqual(["projected"]);
    expect(reading.coordinates?.projected).toBeTruthy();
    expect(roles.lat?.readAs.code).toBe("projected");
  });

  test("no date at all: the other roles are filled as far as they go", () => {
    const {mapping, doubts} = given(
      ...table(`Number|Volcano Name|Country|Latitude|Longitude|Type|Status|Last Known
      0803-001|Abu|Japan|34.5|131.6|Shield volcano|Holocene|Unknown
      1505-096|Acamarachi|Chile|-23.3|-67.62|Stratovolcano|Holocene|D1`),
    );
    expect(mapping).toEqual({
      id: "Number",
      title: "Volcano Name",
      country: "Country",
      lat: "Latitude",
      lon: "Longitude",
      category: "Type",
    });
    expect(doubts).toEqual(["no-start"]);
  });
});

describe("1 January that stands for a year", () => {
  const on = (year: number, i: number) =>
    i % 5 === 0
      ? `${year}-01-01`
      : `${year}-${String((i % 11) + 2).padStart(2, "0")}-${String(((i * 7) % 27) + 1).padStart(2, "0")}`;

  test("is noticed when it is far too frequent over the years", () => {
    const rows = Array.from({length: 200}, (_, i) => [on(1800 + i, i), `Battle ${i}`]);
    expect(given(["date", "title"], rows).reading.dates).toMatchObject({newYear: "year"});
  });

  test("is a day where it is no more frequent than others, or all lies in one year", () => {
    const even = Array.from({length: 365 * 2}, (_, i) => [
      new Date(Date.UTC(1990, 0, 1 + i * 3)).toISOString().slice(0, 10),
      "x",
    ]);
    expect(given(["date", "title"], even).reading.dates?.newYear).toBeUndefined();
    const one = Array.from({length: 200}, (_, i) => [on(2015, i), "x"]);
    expect(given(["date", "title"], one).reading.dates?.newYear).toBeUndefined();
  });

  test("is left to the column that states how closely dates are known", () => {
    const rows = Array.from({length: 200}, (_, i) => [on(1800 + i, i), i % 5 === 0 ? "year" : "day"]);
    const {reading} = given(["date", "date_precision"], rows);
    expect(reading.dates?.newYear).toBeUndefined();
    expect(reading.datePrecision).toEqual({year: "year", day: "day"});
  });
});

test("of two columns that tell the same days the one with fewer holes is taken", () => {
  const rows = days(40).map((day, i) => [
    i % 10 === 0 ? "" : day,
    `${Number(day.slice(8))} January 2024`,
    `${2 + (i % 3)}/2/2024`,
  ]);
  expect(given(["date", "date_display", "date_entered"], rows).mapping.start).toBe("date_display");
});

describe("facets by default", () => {
  test("are kinds, never ids, links, numbers or running text", () => {
    const rows = Array.from({length: 60}, (_, i) => [
      `2024-02-${String((i % 28) + 1).padStart(2, "0")}`,
      ["attack", "protest"][i % 2]!,
      ["north", "south", "east"][i % 3]!,
      String(i % 4),
      `ref-${i}`,
      `https://example.org/${i % 5}`,
      `Some words about case ${i}, which are never the same twice`,
    ]);
    const {story} = given(["date", "type", "zone", "level", "ref", "photo_url", "text"], rows);
    expect(story.facets).toEqual(["type", "zone"]);
  });

  test("are at most six, those of roles first", () => {
    const header = ["date", "a", "b", "c", "d", "e", "f", "g", "country"];
    const rows = Array.from({length: 60}, (_, i) => [
      `2024-02-${String((i % 28) + 1).padStart(2, "0")}`,
      ...Array.from({length: 7}, (_, k) => `value ${(i + k) % (k + 2)}`),
      i % 2 === 0 ? "Iraq" : "Syria",
    ]);
    const {story, mapping} = given(header, rows);
    expect(story.facets).toHaveLength(6);
    expect(story.facets).toContain("country");
    expect(story.facets![0]).toBe(mapping.category);
  });

  test("leave out a column of five thousand values", () => {
    const rows = Array.from({length: 2000}, (_, i) => ["2024-01-01", `cat${i}`, "A"]);
    const {story, mapping} = given(["date", "category", "actor"], rows);
    expect(mapping.category).toBe("category");
    expect(story.facets).toEqual([]);
  });
});

test("a column that is called a date stays the start even where little of it reads, so that each row is told why", () => {
  const {mapping, roles} = given(
    ...table(`date|title
      soon|Something is going to happen here
      later|Something else is going to happen
      2024-01-01|Something that happened`),
  );
  expect(mapping.start).toBe("date");
  expect(roles.start).toMatchObject({read: 1, of: 3});
});

test("but not where another reads well", () => {
  const {mapping} = given(
    ...table(`date|happened_on
      soon|2024-01-01
      later|2024-02-01
      some day|2024-03-01`),
  );
  expect(mapping.start).toBe("happened_on");
});
