import {join} from "node:path";
import {csvFile, csvSums} from "../data/csv.mjs";
import {at, atLeast, atMost, cellTable} from "../lib/report.mjs";

const OURS = "Dateline";
const WORKER = "PapaParse worker";
/** On the main thread, as its documentation shows it first (`header` and `dynamicTyping`): it makes the types itself, which is what the goal is of. */
const TYPED = "PapaParse, typed objects";
/** The quickest way there is: it gives texts alone, of which this bench makes the types. */
const TEXTS = "PapaParse, arrays of texts";
const PAPA = [WORKER, TYPED, TEXTS];
const PAGES = {
  [OURS]: "app/ingest.html",
  [WORKER]: "peers/papaparse.html?worker",
  [TYPED]: "peers/papaparse.html?objects",
  [TEXTS]: "peers/papaparse.html?arrays",
  "d3-dsv": "peers/dsv.html",
  uDSV: "peers/udsv.html",
};
const COLUMNS = {
  took: "ms",
  longTasks: "tasks over 50 ms",
  longest: "longest such ms",
  peak: "peak memory MB",
  heap: "heap kept MB",
};

let path;
let expected;

function cell(engine, rows) {
  return {
    engine,
    rows,
    path: PAGES[engine],
    timeout: 120_000,
    async run({page, call, memory}) {
      await page.setInputFiles("input", path);
      const {took, longTasks} = await call("read");
      const {peak, heap} = await memory();
      const sums = JSON.stringify(await call("sums"));
      if (sums !== expected) throw new Error(`read ${sums}, not ${expected}`);
      return {took, longTasks: longTasks.length, longest: Math.max(0, ...longTasks), peak, heap};
    },
  };
}

/** A CSV file to typed columns in order of time. */
export const ingest = {
  title: "Ingest: a CSV file to typed, sorted columns",
  builds: ["app", "peers"],
  isSmallerWhenShort: true,
  async prepare({short, results}) {
    path = await csvFile(sizeOf(short), join(results, "data"));
    expected = JSON.stringify(csvSums(sizeOf(short)));
  },
  cells({short}) {
    const engines = short ? [OURS, ...PAPA] : Object.keys(PAGES);
    return engines.map((engine) => cell(engine, sizeOf(short)));
  },
  report(cells) {
    const {rows} = cells[0];
    const of = (engine, name) => at(cells, engine, rows, name);
    const memory = Math.min(...PAPA.map((engine) => of(engine, "peak")));
    const size = rows.toLocaleString("en");
    return {
      tables: [cellTable(cells, COLUMNS)],
      goals: [
        // All are made into the same columns in order of time.
        atLeast(`sooner than ${WORKER} at ${size} rows`, 2, of(WORKER, "took") / of(OURS, "took"), " times"),
        atLeast(
          `sooner than ${TYPED}, on the main thread at ${size} rows, the same product`,
          4,
          of(TYPED, "took") / of(OURS, "took"),
          " times",
        ),
        atMost(`tasks over 50 ms at ${size} rows`, 0, of(OURS, "longTasks")),
        atMost("peak memory to the least of PapaParse's", 0.5, of(OURS, "peak") / memory, " times"),
      ],
    };
  },
};

const sizeOf = (short) => (short ? 100_000 : 1_000_000);
