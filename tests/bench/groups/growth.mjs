import {mkdir, writeFile} from "node:fs/promises";
import {join} from "node:path";
import {logChart} from "../lib/chart.mjs";
import {at, atLeast, atMost, cellTable} from "../lib/report.mjs";
import {PAGE_COLUMNS, wholePage} from "../lib/wholePage.mjs";

const OURS = "Dateline, whole page";
const SIZES = [1000, 10_000, 100_000, 1_000_000, 10_000_000];
const STEPS = 300;

/** The whole page from a thousand rows to ten million, which come as typed columns. */
export const growth = {
  title: "Growth: from a thousand rows to ten million",
  builds: ["app"],
  cells: ({short, rows}) =>
    (rows ?? (short ? [] : SIZES)).map((size) =>
      wholePage({engine: OURS, path: "app/page.html", rows: size, steps: STEPS, timeout: 240_000}),
    ),
  async report(cells, {results}) {
    const most = Math.max(...cells.map(({rows}) => rows));
    const size = most.toLocaleString("en");
    const measured = cells.filter(({summary}) => summary !== null);
    const points = (name) =>
      measured.map(({rows, summary}) => ({
        x: rows,
        y: summary[name].median,
        low: summary[name].least,
        high: summary[name].most,
      }));
    if (measured.length > 1) {
      const panels = [
        {title: "main thread, ms a step", points: points("main"), limit: 4},
        {title: "95th percentile frame, ms", points: points("p95"), limit: 34},
        {title: "memory that the page holds, MB", points: points("memory"), limit: 1500},
      ];
      await mkdir(results, {recursive: true});
      await writeFile(join(results, "growth.svg"), logChart("The whole page, window moved every frame", panels));
    }
    const of = (name) => at(cells, OURS, most, name);
    return {
      tables: [cellTable(cells, {...PAGE_COLUMNS, peak: "peak memory MB"})],
      goals: [
        atLeast(`windows of ${STEPS} shown within 20 s at ${size} rows`, STEPS, of("steps")),
        atMost(`memory that the page holds at ${size} rows`, 1500, of("memory"), " MB"),
        atMost(`the most that it ever held at ${size} rows`, 1500, of("peak"), " MB"),
      ],
    };
  },
};
