// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {viewStateSchema} from "../../src/data/viewState.ts";
import {isField, VIEW_FIELDS} from "../../src/state/viewFields.ts";

const NUMBERS = ["play", "speed", "step"];

/** What the schema makes of a parameter's text. */
function bySchema(name: keyof typeof VIEW_FIELDS, text: string): unknown {
  const number = (part: string) => (part.trim() === "" ? NaN : Number(part));
  const value = name === "map" ? text.split("/").map(number) : NUMBERS.includes(name) ? number(text) : text;
  return viewStateSchema.shape[name].safeParse(value).data;
}

describe("the fields of a view, read by hand", () => {
  it("are those of the schema but for show", () => {
    expect([...Object.keys(VIEW_FIELDS), "show"].sort()).toEqual(Object.keys(viewStateSchema.shape).sort());
    expect(["time", "show", "constructor", "__proto__", ""].map(isField)).toEqual([true, false, false, false, false]);
  });

  it("are read as the schema reads them", () => {
    const number = fc.oneof(
      fc.constantFrom(
        "0",
        "1",
        "-1",
        "2",
        "1.5",
        "22",
        "22.1",
        "90",
        "-90",
        "91",
        "180",
        "-181",
        "1e5",
        "100001",
        "1e400",
      ),
      fc.constantFrom("", " ", "NaN", "Infinity", "0x10", "1_0", "x", " 1 ", "1e-9", "9007199254740993"),
      fc.double().map(String),
    );
    const text = fc.oneof(
      number,
      fc.array(number, {minLength: 2, maxLength: 4}).map((parts) => parts.join("/")),
      fc.constantFrom(
        "accumulate",
        "slide",
        "event",
        "list",
        "none",
        "columns",
        "lanes",
        "embed",
        "dark",
        "ar",
        "Dark",
      ),
      fc.string(),
    );
    const name = fc.constantFrom(...(Object.keys(VIEW_FIELDS) as (keyof typeof VIEW_FIELDS)[]));
    fc.assert(
      fc.property(name, text, (name, text) => {
        expect(VIEW_FIELDS[name](text)).toEqual(bySchema(name, text));
      }),
      {numRuns: 600},
    );
  });
});
