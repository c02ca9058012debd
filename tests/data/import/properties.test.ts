// @vitest-environment node
import fc from "fast-check";
import {afterEach, describe, expect, it} from "vitest";
import {ImportError} from "../../../src/data/formats/table.ts";
import type {ImportOutput} from "../../../src/data/import/importer.ts";
import {importText, rowsOf} from "./read.ts";

const HEADER = ["id", "date", "latitude", "longitude", "title", "category", "killed"];
const FACTS = ["id", "start", "end", "precision", "lat", "lon", "title", "category", "killed"];

const two = (part: number) => String(part).padStart(2, "0");
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Words with anything between them that a text holds. */
const texts = fc
  .array(
    fc.tuple(fc.constantFrom("a", "bc", "é", "ق", "12", "O'B"), fc.constantFrom(" ", ", ", "; ", "\n", ' "b" ', "=")),
    {maxLength: 5},
  )
  .map((words) => words.map((pair) => pair.join("")).join("") + "end");

const goodRow = fc
  .tuple(
    fc.integer({min: 1, max: 12}),
    fc.integer({min: 1, max: 28}),
    fc.integer({min: -890_000, max: 890_000}).filter((n) => n !== 0),
    fc.integer({min: -1_790_000, max: 1_790_000}).filter((n) => n !== 0),
    texts,
    fc.constantFrom("raid", "strike", "protest"),
    fc.nat(400),
  )
  .map(([month, day, lat, lon, title, category, killed]) => ({
    date: `2024-${two(month)}-${two(day)}`,
    rest: `${lat / 10_000},${lon / 10_000},${quoted(title)},${category},${killed}`,
  }));

/** What is wrong with a row, given the cells of a good one. */
const FAULTS: Record<string, (row: {date: string; rest: string}) => string> = {
  "an unreal day": ({rest}) => `x,2024-02-30,${rest}`,
  "no date": ({rest}) => `x,,${rest}`,
  "a date that is none": ({rest}) => `x,soon,${rest}`,
  "a sentinel": ({rest}) => `x,-9999,${rest}`,
  "too few cells": ({date}) => `x,${date},3`,
  "too many cells": ({date, rest}) => `x,${date},${rest},1,2,3,4`,
  "coordinates off the globe": ({date}) => `x,${date},991.5,10.5,t,raid,1`,
  zeros: ({date}) => `x,${date},0,0,t,raid,1`,
  "coordinates the wrong way round": ({date}) => `x,${date},170.25,10.5,t,raid,1`,
  "words for numbers": ({date}) => `x,${date},north,east,t,raid,many`,
  "a quote that is not closed": ({date}) => `x,${date},1.5,2.5,"open,raid,1`,
  "a stray quote": ({date}) => `x,${date},1.5,2.5,a "b" c,raid,1`,
  "a blank line": () => " ",
  "a line of delimiters": () => ",,,,,,",
  "signs of nothing": () => "\u0001\u0002\u00fe?%&$=",
  "a huge number": ({date}) => `x,${date},1.5,2.5,t,raid,${"9".repeat(400)}`,
};
const faulty = fc.tuple(fc.constantFrom(...Object.keys(FAULTS)), goodRow, fc.nat(20));

const factsOf = (output: ImportOutput) =>
  new Map(
    rowsOf(output, FACTS)
      .filter(([id]) => id!.startsWith("g"))
      .map((facts) => [facts[0]!, facts]),
  );

const holdsTheSum = ({report: {rows, placed, timelineOnly, rejected}, columns}: ImportOutput) => {
  expect(rows).toBe(placed + timelineOnly + rejected);
  expect(columns.length).toBe(placed + timelineOnly);
};

afterEach(() => expect(Object.keys(Object.prototype)).toEqual([]));

describe("a table with faults", () => {
  it("adds up, and its good rows are what they are without the bad ones", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(goodRow, {minLength: 12, maxLength: 24}),
        fc.array(faulty, {maxLength: 8}),
        async (rows, faults) => {
          const lines = rows.map(({date, rest}, i) => `g${i},${date},${rest}`);
          const clean = [HEADER.join(), ...lines, ""].join("\n");
          const dirty = [HEADER.join(), ...lines];
          for (const [name, row, at] of faults) dirty.splice(1 + (at % dirty.length), 0, FAULTS[name]!(row));
          const [with_, without] = [await importText(`${dirty.join("\n")}\n`), await importText(clean)];
          holdsTheSum(with_);
          holdsTheSum(without);
          expect(without.report.rows).toBe(rows.length);
          expect(factsOf(with_)).toEqual(factsOf(without));
        },
      ),
      {numRuns: 150},
    );
  }, 60_000);

  it("of JSON loses no good record to a bad one", async () => {
    const record = goodRow.map(({date, rest}) => {
      const [lat, lon] = rest.split(",");
      return {date, latitude: Number(lat), longitude: Number(lon), title: rest.slice(0, 12)};
    });
    const bad = fc.oneof(
      fc.constantFrom<unknown>(
        null,
        1,
        "text",
        [],
        {},
        {date: "never"},
        {date: null, latitude: "x"},
        {date: ["2024-01-01"]},
        {date: {$date: 1}},
      ),
      fc.jsonValue({maxDepth: 2}),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, {minLength: 8, maxLength: 16}),
        fc.array(fc.tuple(bad, fc.nat(16)), {maxLength: 5}),
        async (good, faults) => {
          const named = good.map((each, i) => ({id: `g${i}`, ...each}));
          const dirty: unknown[] = [...named];
          for (const [fault, at] of faults) dirty.splice(at % dirty.length, 0, fault);
          const facts = ["id", "start", "lat", "lon", "title"];
          const kept = (output: ImportOutput) => rowsOf(output, facts).filter(([id]) => id!.startsWith("g"));
          const settled = {mapping: {id: "id", start: "date", lat: "latitude", lon: "longitude", title: "title"}};
          const output = await importText(JSON.stringify(dirty), "x.json", settled);
          holdsTheSum(output);
          expect(output.report.rows).toBe(dirty.length);
          expect(kept(output)).toEqual(kept(await importText(JSON.stringify(named), "x.json", settled)));
          const lines = await importText(dirty.map((each) => JSON.stringify(each)).join("\n"), "x.ndjson", settled);
          holdsTheSum(lines);
          expect(kept(lines)).toEqual(kept(output));
        },
      ),
      {numRuns: 60},
    );
  }, 60_000);
});

describe("bytes of any kind", () => {
  const starts = [
    "",
    "{",
    "[",
    "[{",
    "<",
    "<kml>",
    "<?xml",
    "PK\u0003\u0004",
    "\u001f\u008b",
    "PAR1",
    "BEGIN:VCALENDAR\n",
    "date,lat\n",
    "sep=;\n",
    "\u00ff\u00fe",
    "#date,#geo+lat\n",
  ];

  it("end in an ImportError, or in rows that add up", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...starts),
        fc.uint8Array({maxLength: 400}),
        fc.constantFrom("x.csv", "x.json", "x.kml", "x.xlsx", "x"),
        async (start, rest, name) => {
          const bytes = new Uint8Array([...Array.from(start, (letter) => letter.charCodeAt(0)), ...rest]);
          const output = await importText(bytes, name).catch((error: unknown) => error);
          if (output instanceof Error) expect(output).toBeInstanceOf(ImportError);
          else holdsTheSum(output as ImportOutput);
        },
      ),
      {numRuns: 400},
    );
  }, 60_000);

  it("of a good file with a few of them changed do so too", async () => {
    const file = new TextEncoder().encode(
      `date,latitude,longitude,title\n${Array.from({length: 12}, (_, i) => `2024-01-${10 + i},${i}.5,${i * 3}.25,"Event ${i}, day"`).join("\n")}\n`,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), {minLength: 1, maxLength: 6}),
        async (changes) => {
          const bytes = file.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          const output = await importText(bytes).catch((error: unknown) => error);
          if (output instanceof Error) expect(output).toBeInstanceOf(ImportError);
          else holdsTheSum(output as ImportOutput);
        },
      ),
      {numRuns: 300},
    );
  }, 60_000);
});
