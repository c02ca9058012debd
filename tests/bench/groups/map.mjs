import {events, windows} from "../data/events.mjs";
import {eventsInView} from "../data/mapView.mjs";
import {at, atLeast, cellTable} from "../lib/report.mjs";
import {median} from "../lib/statistics.mjs";

const POINTS = "Dateline, every point";
const GRID = "Dateline, density grid";
const FILTER = "MapLibre setFilter";
const DATA = "MapLibre setData";
const DECK = "deck.gl DataFilterExtension";
const PAGES = {
  [POINTS]: "app/map.html?points",
  [GRID]: "app/map.html?grid",
  [FILTER]: "peers/maplibre.html?setFilter",
  [DATA]: "peers/maplibre.html?setData",
  [DECK]: "peers/deck.html",
};
const COLUMNS = {
  settle: "settled after ms",
  load: "ready ms",
  peak: "peak memory MB",
  gpu: "GPU process CPU ms/step",
  coverage: "share of pixels drawn",
};
const CHECKED = 210;
/** A few events on the very edge fall to one side or the other. */
const EDGE = 0.001;

let inView;

function cell(engine, rows) {
  return {
    engine,
    rows,
    path: PAGES[engine],
    timeout: 150_000,
    async run({call, working, memory}) {
      const load = await call("load", rows);
      const {coverage, held} = await call("check", CHECKED);
      if (held !== null && Math.abs(held - inView) > inView * EDGE)
        throw new Error(`counts ${held} events on the map where there are ${inView}`);
      const {result, spent} = await working(() => call("times", {steps: 12, limit: 30_000}));
      const {peak} = await memory();
      return {settle: median(result), load, peak, gpu: spent.gpu / result.length, coverage};
    },
  };
}

/** From a change of the window until every pixel of the map is right. */
export const map = {
  title: "Map: correct pixels after a window move",
  builds: ["app", "peers"],
  isSmallerWhenShort: true,
  prepare({short}) {
    inView = eventsInView(events(sizeOf(short)), windows()[CHECKED]);
  },
  cells({short}) {
    const engines = Object.keys(PAGES).filter((engine) => !short || engine !== DECK);
    return engines.map((engine) => cell(engine, sizeOf(short)));
  },
  report(cells) {
    const {rows} = cells[0];
    const times = (peer, ours) => at(cells, peer, rows, "settle") / at(cells, ours, rows, "settle");
    const size = rows.toLocaleString("en");
    return {
      tables: [cellTable(cells, COLUMNS)],
      goals: [
        ...[FILTER, DATA].map((peer) =>
          atLeast(`every point sooner than ${peer} at ${size} rows`, 8, times(peer, POINTS), " times"),
        ),
        ...[FILTER, DATA].map((peer) =>
          atLeast(`density grid sooner than ${peer} at ${size} rows`, 30, times(peer, GRID), " times"),
        ),
        sameCoverage(cells),
      ],
    };
  },
};

/** The peers' picture and ours must be the same one. */
function sameCoverage(cells) {
  const {rows} = cells[0];
  const shares = [POINTS, FILTER, DATA].map((engine) => at(cells, engine, rows, "coverage"));
  return atLeast(
    "pixels drawn: least to most of every point, setFilter, setData",
    0.95,
    Math.min(...shares) / Math.max(...shares),
  );
}

const sizeOf = (short) => (short ? 100_000 : 1_000_000);
