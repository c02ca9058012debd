import {Dataset} from "../../../../src/data/dataset.ts";
import {countedAhead} from "../../../../src/data/import/ahead.ts";
import {Totals} from "../../../../src/data/totals.ts";

const MAPPING = {start: "date", lat: "lat", lon: "lon", title: "title", killed: "killed"};

/** What a worker makes, which ends when that is handed over, and its memory with it. */
async function made(input) {
  const worker = new Worker(new URL("./columnsWorker.js", import.meta.url), {type: "module"});
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({data}) => resolve(data);
      worker.onerror = ({message}) => reject(new Error(message));
      worker.postMessage(input);
    });
  } finally {
    worker.terminate();
  }
}

const titles = (rows) => made({text: "Event ", rows});
const keys = (places) => made({text: "p", rows: places});

/**
 * Typed columns and their extent, handed over by a worker as those of a file are. Long texts come first: while they are handed over they are
 * held three times, and the most that the page ever holds is to be its own.
 */
export async function columnsOf(rows, options) {
  const title = await titles(rows);
  const key = options.atSites ? null : await keys(rows);
  const {columns, extent} = await made({rows, options});
  columns.texts.title = title;
  columns.places.key = key ?? (await keys(columns.places.lat.length));
  return {columns, extent};
}

/** A seeded record, ready for `Session.show`. */
export async function record(rows, options = {}) {
  const {columns, extent} = await columnsOf(rows, options);
  const mapping = {...MAPPING, certainty: "certainty", category: "category", actor: "actor"};
  return countedAhead({
    url: "",
    story: {
      title: "Seeded record",
      data: "seeded.csv",
      timezone: "UTC",
      columns: {},
      focus: [],
      view: {},
      annotations: [],
      chapters: [],
      method: [],
      mapping,
      series: {primary: {where: {}}, counter: {where: {}}},
    },
    mapping,
    dataset: new Dataset(columns, extent),
    totals: new Totals([]),
    report: {
      source: {name: "seeded.csv", bytes: 0},
      format: "csv",
      preset: null,
      mapping,
      rows,
      placed: rows,
      timelineOnly: 0,
      rejected: 0,
      issues: [],
    },
    sources: async () => new Map(),
    bare: true,
  });
}
