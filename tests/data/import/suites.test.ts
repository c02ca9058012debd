// @vitest-environment node
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {afterAll, describe, expect, it} from "vitest";
import {ImportError} from "../../../src/data/formats/table.ts";
import type {ImportOutput} from "../../../src/data/import/importer.ts";
import {codesOf, importPath, importText, rowsOf} from "./read.ts";

/** Suites of others, which a public clone does not have. */
const TORTURE = join(import.meta.dirname, "../../../../shared/torture");
const has = (folder: string) => existsSync(join(TORTURE, folder));
const files = (folder: string, ending = ""): string[] =>
  (readdirSync(join(TORTURE, folder), {recursive: true}) as string[])
    .filter((name) => name.endsWith(ending) && /\.\w+$/.test(name))
    .map((name) => join(TORTURE, folder, name));

/** The output, whose sum is right, or the code of an ImportError; anything else fails the test. */
async function fateOf(path: string): Promise<ImportOutput | string> {
  try {
    const output = await importPath(path);
    const {rows, placed, timelineOnly, rejected} = output.report;
    expect([path, rows]).toEqual([path, placed + timelineOnly + rejected]);
    return output;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return error.code;
  }
}

afterAll(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

describe("tables of csv-spectrum", () => {
  it.skipIf(!has("csv-spectrum"))("have no date, so that every row is handed back as it came", async () => {
    for (const path of files("csv-spectrum/csvs", ".csv")) {
      const fate = await fateOf(path);
      if (typeof fate === "string") throw new Error(`${path}: ${fate}`);
      const parsed = Papa.parse<string[]>(readFileSync(path, "utf8").trimEnd(), {delimiter: ","}).data.slice(1);
      expect([path, fate.report.rejected]).toEqual([path, parsed.length]);
      const handedBack = Papa.parse<string[]>((await fate.rejected!.text()).trimEnd()).data.slice(1);
      expect(handedBack.map((cells) => cells.slice(3))).toEqual(parsed);
    }
  });
});

describe("documents of JSONTestSuite", () => {
  const fates = async (prefix: string) => {
    const found: [string, ImportOutput | string][] = [];
    for (const path of files("JSONTestSuite/test_parsing", ".json"))
      if (path.split("/").at(-1)!.startsWith(prefix)) found.push([path, await fateOf(path)]);
    return found;
  };

  it.skipIf(!has("JSONTestSuite"))("that are broken are never read as JSON", async () => {
    const broken = await fates("n_");
    expect(broken.length).toBeGreaterThan(180);
    for (const [path, fate] of broken)
      if (typeof fate !== "string")
        expect([path, fate.file.format]).toEqual([path, expect.stringMatching(/^(csv|tsv|ndjson)$/)]);
  });

  it.skipIf(!has("JSONTestSuite"))("that are well formed are no broken file, whatever they hold", async () => {
    const sound = await fates("y_");
    expect(sound.length).toBeGreaterThan(90);
    for (const [path, fate] of sound) if (typeof fate === "string") expect([path, fate]).not.toEqual([path, "broken"]);
  });

  it.skipIf(!has("JSONTestSuite"))("on which parsers differ end in a result or a clear refusal", async () => {
    expect((await fates("i_")).length).toBeGreaterThan(30);
  });
});

describe("GeoJSON of others", () => {
  it.skipIf(!has("geojsonhint"))(
    "that is good gives every feature, and that is bad is refused or told of",
    async () => {
      for (const path of files("geojsonhint/good", ".geojson"))
        expect([path, typeof (await fateOf(path))]).toEqual([path, "object"]);
      let told = 0;
      for (const path of files("geojsonhint/bad", ".geojson")) {
        const fate = await fateOf(path);
        if (typeof fate === "string" || fate.report.issues.length > 0) told++;
      }
      expect(told).toBe(files("geojsonhint/bad", ".geojson").length);
    },
  );

  it.skipIf(!has("geojson-fixtures"))("of every kind of geometry is read without an error", async () => {
    const paths = files("geojson-fixtures/data", ".geojson");
    expect(paths.length).toBeGreaterThan(15);
    for (const path of paths) {
      const fate = await fateOf(path);
      expect([path, typeof fate]).toEqual([path, "object"]);
      expect(codesOf(fate as ImportOutput)["bad-coordinate"]).toBeUndefined();
    }
  });
});

describe("naughty texts", () => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const payloads = (): string[] => [
    ...(JSON.parse(readFileSync(join(TORTURE, "blns/blns.json"), "utf8")) as string[]),
    ...readFileSync(join(TORTURE, "xss-payload-list/Intruder/xss-payload-list.txt"), "utf8").split(/\r?\n/),
    ...readFileSync(join(TORTURE, "csv-injection/Intruder/csv-payload.txt"), "utf8").split(/\r?\n/),
  ];
  const read = ["title", "category", "actor", "place"];
  /** NUL is no character of a table, and is told of. */
  const kept = (text: string) => text.replaceAll("\0", "").trim();

  it.skipIf(!has("blns") || !has("xss-payload-list"))(
    "stay the texts they are, in every column, in CSV and in JSON",
    async () => {
      const texts = payloads();
      expect(texts.length).toBeGreaterThan(7000);
      const day = (i: number) => `2024-01-${String((i % 28) + 1).padStart(2, "0")}`;
      const csv = texts.map((text, i) =>
        [i, day(i), (i % 140) - 70.5, (i % 340) - 170.5, ...read.map(() => quoted(text))].join(),
      );
      const rows = texts.map((text, i) => ({
        id: String(i),
        date: day(i),
        latitude: (i % 140) - 70.5,
        longitude: (i % 340) - 170.5,
        ...Object.fromEntries(read.map((name) => [name, text])),
      }));
      const mapping = {
        id: "id",
        start: "date",
        lat: "latitude",
        lon: "longitude",
        ...Object.fromEntries(read.map((name) => [name, name])),
      };
      const settled = {mapping, reading: {delimiter: ",", headerRow: 1}};
      const expected = texts.map((text) => read.map(() => kept(text)));
      for (const [name, body] of [
        ["x.csv", `id,date,latitude,longitude,${read.join()}\n${csv.join("\n")}\n`],
        ["x.json", JSON.stringify(rows)],
      ] as const) {
        const output = await importText(body, name, settled);
        expect(output.report).toMatchObject({rows: texts.length, placed: texts.length});
        expect(rowsOf(output, read).map((cells) => cells.map(kept))).toEqual(expected);
        expect(new Set(output.columns.categories["category"]!.values).size).toBe(
          new Set(["", ...texts.map(kept)]).size,
        );
      }
    },
  );
});
