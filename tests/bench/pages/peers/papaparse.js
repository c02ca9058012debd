import papaUrl from "papaparse/papaparse.min.js?url";
import {readingPage} from "../reading.js";
import {runScript} from "./script.js";
import {NAMES, Table} from "./table.js";

// Its worker is made of the text of its own script.
await runScript(papaUrl);
const {Papa} = globalThis;

const inWorker = (file, table) =>
  new Promise((resolve, reject) => {
    let isHeader = true;
    Papa.parse(file, {
      worker: true,
      skipEmptyLines: true,
      chunk: ({data}) => {
        for (const cells of isHeader ? data.slice(1) : data) table.add(cells);
        isHeader = false;
      },
      complete: resolve,
      error: reject,
    });
  });

/** As its documentation shows it first: objects with numbers made of texts. */
async function asObjects(file, table) {
  const {data} = Papa.parse(await file.text(), {header: true, dynamicTyping: true, skipEmptyLines: true});
  for (const row of data) table.add(NAMES.map((name) => row[name]));
}

/** The quicker way, with arrays of texts. */
async function asArrays(file, table) {
  const {data} = Papa.parse(await file.text(), {skipEmptyLines: true});
  for (let row = 1; row < data.length; row++) table.add(data[row]);
}

const WAYS = {"?worker": inWorker, "?objects": asObjects, "?arrays": asArrays};

readingPage(async (file) => {
  const table = new Table();
  await WAYS[location.search](file, table);
  return table.finish();
});
