// @vitest-environment node
import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {importPath, importText} from "../import/read.ts";
import {csvOf, geoJsonOf, reopened, storyText} from "./saved.ts";
import {loadedFrom, plain, plainTable} from "./tables.ts";

/** Real files of the field, which a public clone does not have. */
const SAMPLES = join(import.meta.dirname, "../../../../shared/samples");
const files = existsSync(SAMPLES)
  ? readdirSync(SAMPLES).filter((name) => /\.(csv|json|geojson|kml|gpx)$/.test(name))
  : [];

/** What a table that stands by itself must keep of the one it was saved from. */
const kept = (columns: Parameters<typeof plainTable>[0]) => {
  const {named: _, row: __, ...rest} = plainTable(columns);
  return rest;
};

describe.skipIf(files.length === 0)("a real file saved and opened again", () => {
  it.each(files.length === 0 ? ["none"] : files)(
    "%s is the same",
    async (name) => {
      const first = await importPath(join(SAMPLES, name)).catch(() => null);
      if (first === null || first.columns.length === 0) return;
      const loaded = loadedFrom(first);
      const was = kept(first.columns);
      for (const back of [await importText(csvOf(loaded), "a.csv"), await importText(geoJsonOf(loaded), "a.geojson")]) {
        expect(back.report).toMatchObject({preset: "dateline", rejected: 0, placed: first.report.placed});
        expect(back.understanding.doubts).toEqual([]);
        expect(kept(back.columns)).toEqual(was);
      }
      const story = plain((await reopened(storyText(loaded))).dataset.columns);
      const {row: _, ...columns} = story;
      const {row: __, ...expected} = plain(first.columns);
      expect(columns).toEqual(expected);
    },
    120_000,
  );
});
