import {expectedDigests} from "../data/counts.mjs";
import {events} from "../data/events.mjs";
import {at, atMost, cellTable} from "../lib/report.mjs";
import {median} from "../lib/statistics.mjs";

const OURS = "Dateline";
const CROSSFILTER = "crossfilter2";
const ARRAY = "array.filter";
const ENGINES = {
  [OURS]: "app/aggregates.html",
  [CROSSFILTER]: "peers/crossfilter.html",
  arquero: "peers/arquero.html",
  [ARRAY]: "peers/arrayFilter.html",
};
const COLUMNS = {
  scrub: "scrub step ms",
  toggle: "facet toggle ms",
  firstToggle: "first toggle ms",
  load: "ready ms",
  peak: "peak memory MB",
};
const ROWS = 1_000_000;

let expected;

function cell(engine, limit) {
  return {
    engine,
    rows: ROWS,
    path: ENGINES[engine],
    timeout: 120_000,
    async run({call, memory}) {
      const load = await call("load", ROWS);
      const answers = await call("answers");
      const wrong = answers.findIndex((answer, i) => answer !== expected[i]);
      if (wrong !== -1) throw new Error(`answer ${wrong + 1} is ${answers[wrong]}, not ${expected[wrong]}`);
      const {scrub, toggle} = await call("times", {limit});
      const {peak} = await memory();
      return {scrub: median(scrub), toggle: median(toggle), firstToggle: toggle[0], load, peak};
    },
  };
}

/** Every count of the page, made anew for each window and for each facet that is switched. */
export const aggregates = {
  title: "Counts: all aggregates of a step",
  builds: ["app", "peers"],
  prepare() {
    expected = expectedDigests(events(ROWS));
  },
  cells: ({short}) => Object.keys(ENGINES).map((engine) => cell(engine, short ? 1500 : 8000)),
  report(cells) {
    const of = (engine, name) => at(cells, engine, ROWS, name);
    const times = (name, peer) => of(OURS, name) / of(peer, name);
    const size = ROWS.toLocaleString("en");
    return {
      tables: [cellTable(cells, COLUMNS)],
      goals: [
        atMost(`scrub step to ${CROSSFILTER}'s at ${size} rows`, 1 / 4, times("scrub", CROSSFILTER), " times"),
        atMost(`scrub step to ${ARRAY}'s at ${size} rows`, 1 / 100, times("scrub", ARRAY), " times"),
        atMost(`facet toggle to ${CROSSFILTER}'s at ${size} rows`, 1 / 20, times("toggle", CROSSFILTER), " times"),
      ],
    };
  },
};
