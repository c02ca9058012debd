// @vitest-environment node
import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {ImportError} from "../../../src/data/formats/table.ts";
import {codesOf, counted, importPath, rowsOf} from "./read.ts";

const DIR = join(import.meta.dirname, "../../../../shared/torture/handmade");
it.skipIf(!existsSync(DIR))(
  "zoo",
  async () => {
    for (const name of readdirSync(DIR).sort()) {
      if (/MANIFEST/.test(name)) continue;
      const began = performance.now();
      let said = "";
      try {
        const o = await importPath(join(DIR, name));
        const c = counted(o);
        said = `${c.rows}=${c.placed}+${c.timelineOnly}+${c.rejected} ${o.file.format} ${o.file.encoding ?? ""} ${JSON.stringify(o.file.delimiter ?? "")} d=${o.understanding.doubts} ${JSON.stringify(codesOf(o))} m=${JSON.stringify(o.mapping).slice(0, 200)} tables=${o.file.tables.map((t) => t.name)} first=${JSON.stringify(rowsOf(o, ["start", "precision", "lat", "lon", "title"]).slice(0, 2)).slice(0, 220)}`;
      } catch (error) {
        said =
          error instanceof ImportError
            ? `! ${error.message}`.slice(0, 300)
            : `!!!! ${(error as Error).stack?.slice(0, 400)}`;
      }
      console.log(`${name} (${Math.round(performance.now() - began)} ms) ${said}`);
    }
    expect(1).toBe(1);
  },
  100_000,
);
