import fc from "fast-check";
import {expect, test} from "vitest";
import {asideOf, understand} from "../../../src/data/understand/understand.ts";
import {given} from "./given.ts";

const NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "then",
  "date",
  "latitude",
  "longitude",
];

test("names of what every object has are names like others", () => {
  const rows = Array.from({length: 30}, (_, i) => [
    ["north", "south"][i % 2]!,
    ["a", "b", "c"][i % 3]!,
    "p",
    "t",
    "h",
    "v",
    "x",
    `2024-01-${String((i % 28) + 1).padStart(2, "0")}`,
    "10.5",
    "20.5",
  ]);
  const {mapping, columns, story} = given(NAMES, rows);
  expect(mapping).toMatchObject({start: "date", lat: "latitude", lon: "longitude"});
  expect(columns.map(({name}) => name)).toEqual(NAMES);
  expect(story.facets).toEqual(expect.arrayContaining(["__proto__", "constructor"]));
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("they may be chosen, as names and as values", () => {
  const rows = NAMES.map((name, i) => [name, name, `2024-01-0${(i % 9) + 1}`]);
  const understood = given(["__proto__", "certainty", "constructor"], rows, {
    choices: {
      mapping: {category: "__proto__", certainty: "certainty", start: "constructor"},
      columns: Object.fromEntries([
        ["__proto__", {label: "Kind", values: Object.fromEntries([["__proto__", "Proto"]])}],
      ]),
    },
  });
  expect(understood.mapping).toMatchObject({category: "__proto__", start: "constructor"});
  expect(Object.getPrototypeOf(understood.story.columns)).toBe(Object.prototype);
  expect(Object.hasOwn(understood.story.columns!, "__proto__")).toBe(true);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("a preset named like what every object has is none", () => {
  const understood = given(["date"], [["2024-01-01"]]);
  for (const preset of ["__proto__", "constructor", "toString", null])
    expect(asideOf({...understood, preset}, ["date"])).toBe(null);
});

test("names of two hundred thousand letters take no time", () => {
  const header = [
    "a".repeat(200_000),
    "_".repeat(100_000) + "date",
    "date",
    "x ".repeat(100_000),
    "latitude_".repeat(20_000),
  ];
  const from = performance.now();
  given(header, [["1", "2", "2024-01-01", "4", "5"]]);
  expect(performance.now() - from).toBeLessThan(200);
});

test("two thousand columns of a thousand rows are not read cell by cell for long", () => {
  const header = ["date", "latitude", "longitude", ...Array.from({length: 1997}, (_, i) => `c${i}`)];
  const rows = Array.from({length: 1000}, (_, i) => [
    "2024-01-01",
    "10.5",
    "20.5",
    ...Array.from({length: 1997}, (_, k) => `v${(i * k) % 97}`),
  ]);
  const from = performance.now();
  const {mapping} = given(header, rows);
  expect(mapping).toMatchObject({start: "date", lat: "latitude", lon: "longitude"});
  expect(performance.now() - from).toBeLessThan(3000);
});

const cell = fc.oneof(
  fc.string({maxLength: 30}),
  fc.constantFrom(
    "",
    "2024-01-31",
    "31/01/2024",
    "1e400",
    "-99",
    "48.85, 2.35",
    "NaN",
    "<script>",
    "__proto__",
    "1,5",
    "0",
    "٢٠٢٤",
    "#date",
  ),
  fc.double().map(String),
  fc.integer().map(String),
);
const anyTable = fc.integer({min: 0, max: 8}).chain((width) =>
  fc.record({
    header: fc.uniqueArray(
      fc.oneof(fc.string({maxLength: 20}), fc.constantFrom(...NAMES, "year", "month", "day", "killed", "geo_point_2d")),
      {
        minLength: width,
        maxLength: width,
      },
    ),
    sample: fc.array(fc.array(cell, {maxLength: 10}), {maxLength: 12}),
  }),
);

test("whatever stands in a table, it is understood without an exception, always the same, and with columns it has", () => {
  fc.assert(
    fc.property(anyTable, fc.boolean(), ({header, sample}, tagged) => {
      const input = {
        header,
        sample,
        tags: tagged ? header.map((name) => `#${name}`) : null,
        format: "csv",
        thisYear: 2026,
        headerSure: false,
        choices: {},
        by: "user" as const,
      };
      const understood = understand(input);
      expect(understand(input)).toEqual(understood);
      expect(understood.columns.map(({name}) => name)).toEqual(header);
      for (const named of Object.values(understood.mapping))
        for (const name of typeof named === "string" ? [named] : Object.values(named)) expect(header).toContain(name);
      for (const role of Object.values(understood.roles)) expect(role!.read).toBeLessThanOrEqual(role!.of);
      for (const name of understood.story.facets!) expect(header).toContain(name);
    }),
    {numRuns: 400},
  );
});
