import {describe, expect, it} from "vitest";
import {I18n} from "../../src/i18n/i18n.svelte.ts";
import {columnLabel, isNamed, ownLabel, placeLabel, valueLabel} from "../../src/i18n/labels.ts";
import {bareSession} from "../bareSession.ts";

const en = new I18n(() => "en");
const words = {
  story: {
    columns: JSON.parse(
      '{"kind": {"label": "Kind of thing", "values": {"a": "Letter A", "__proto__": "Proto"}}, "bare": {"values": {}}}',
    ),
  },
  mapping: {},
} as never;

describe("the name of a column", () => {
  it("is the story's own, else the column's", () => {
    expect(columnLabel(words, "kind", en)).toBe("Kind of thing");
    expect(columnLabel(words, "event_type", en)).toBe("event type");
    expect(isNamed(words, "kind")).toBe(true);
    expect(isNamed(words, "bare")).toBe(false);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])("%s is a name like others", (name) => {
    expect(columnLabel(words, name, en)).toBe(name);
    expect(isNamed(words, name)).toBe(false);
  });
});

describe("the words for a value", () => {
  it("are the story's own, else the value", () => {
    expect(valueLabel(words, "kind", "a", en)).toBe("Letter A");
    expect(valueLabel(words, "kind", "__proto__", en)).toBe("Proto");
    expect(valueLabel(words, "kind", "b", en)).toBe("b");
    expect(valueLabel(words, "kind", "", en)).toBe("Not stated");
  });

  it.each(["constructor", "name", "length", "toString", "prototype"])("%s is a value like others", (value) => {
    for (const column of ["kind", "constructor", "__proto__", "bare"]) {
      expect(valueLabel(words, column, value, en)).toBe(value);
      expect(ownLabel(words, column, value, en)).toBe("");
    }
  });

  it("are cut where they are no words any more", () => {
    expect(valueLabel(words, "kind", "v".repeat(1_000_000), en)).toHaveLength(201);
  });
});

describe("the name of a place", () => {
  it("is its name, else its coordinates", async () => {
    const {loaded} = await bareSession("date,place,lat,lon\n2024-01-01,Basra,30.5,47.78\n2024-01-02,,-1.000004,2\n");
    expect([0, 1].map((row) => placeLabel(loaded!.dataset, loaded!.dataset.columns.place[row]!, en))).toEqual([
      "Basra",
      "-1, 2",
    ]);
  });
});
