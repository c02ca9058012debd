import {join} from "node:path";
import {csvFile, csvSums} from "../data/csv.mjs";
import {at, atLeast, atMost, cellTable} from "../lib/report.mjs";

const OURS = "Dateline";
const WORKER = "PapaParse worker";
/** On the main thread, as its documentation shows it first (`header` and `dynamicTyping`), and in the quickest way there is. */
const MAIN = ["PapaParse, typed objects", "PapaParse, arrays of texts"];
const PAGES = {
  [OURS]: "app/ingest.html",
  [WORKER]: "peers/papaparse.html?worker",
  [MAIN[0]]: "peers/papaparse.html?objects",
  [MAIN[1]]: "peers/papaparse.html?arrays",
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
  /** One engine has both cores at work throughout, so that whatever else the machine does falls on it twice as hard as on those that leave one free. */
  repetitions: 11,
  async prepare({short, results}) {
    path = await csvFile(sizeOf(short), join(results, "data"));
    expected = JSON.stringify(csvSums(sizeOf(short)));
  },
  cells({short}) {
    const engines = short ? [OURS, WORKER, ...MAIN] : Object.keys(PAGES);
    return engines.map((engine) => cell(engine, sizeOf(short)));
  },
  report(cells) {
    const {rows} = cells[0];
    const of = (engine, name) => at(cells, engine, rows, name);
    const memory = Math.min(...[WORKER, ...MAIN].map((engine) => of(engine, "peak")));
    const size = rows.toLocaleString("en");
    return {
      tables: [cellTable(cells, COLUMNS)],
      goals: [
        atLeast(`sooner than ${WORKER} at ${size} rows`, 2, of(WORKER, "took") / of(OURS, "took"), " times"),
        // Both are made into the same columns in order of time.
        ...MAIN.map((engine) =>
          atLeast(
            `sooner than ${engine}, on the main thread at ${size} rows, the same product`,
            4,
            of(engine, "took") / of(OURS, "took"),
            " times",
          ),
        ),
        atMost(`tasks over 50 ms at ${size} rows`, 0, of(OURS, "longTasks")),
        atMost("peak memory to the least of PapaParse's", 0.5, of(OURS, "peak") / memory, " times"),
      ],
    };
  },
};

const sizeOf = (short) => (short ? 100_000 : 1_000_000);
