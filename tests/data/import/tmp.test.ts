// @vitest-environment node
import {readdirSync, writeFileSync} from "node:fs";
import {it} from "vitest";
import {codesOf, counted, importPath, rowsOf} from "./read.ts";
import {Dataset} from "../../../src/data/dataset.ts";
const D = "/work/shared/samples/";
it("x", async () => {
  const all: Record<string, unknown> = {};
  for (const f of readdirSync(D)) {
    if (/INDEX/.test(f)) continue;
    const o = await importPath(D + f);
    const c = o.columns;
    const order = Array.from({length: c.length}, (_, i) => i).sort((a, b) => c.row[a]! - c.row[b]!);
    const ds = new Dataset(c, o.extent);
    all[f] = {
      counts: counted(o),
      codes: codesOf(o),
      preset: o.report.preset,
      mapping: o.mapping,
      doubts: o.understanding.doubts,
      assumptions: o.understanding.assumptions,
      reading: o.understanding.reading,
      issues: o.report.issues.map((i) => ({...i, examples: i.examples.slice(0, 5)})),
      texts: Object.keys(c.texts),
      cats: Object.keys(c.categories),
      rows: order.map((i) => [
        c.row[i],
        c.start[i],
        c.end[i],
        ds.datePrecision(i),
        c.place[i] === -1 ? null : c.places.lat[c.place[i]!],
        c.place[i] === -1 ? null : c.places.lon[c.place[i]!],
        ds.text("title", i),
        ds.text("id", i),
        ds.number("killed", i),
      ]),
    };
  }
  writeFileSync("/tmp/ours.json", JSON.stringify(all));
}, 100000);
