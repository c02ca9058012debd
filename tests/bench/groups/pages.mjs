import {at, atLeast, atMost, cellTable} from "../lib/report.mjs";
import {PAGE_COLUMNS, wholePage} from "../lib/wholePage.mjs";

const OURS = "Dateline, whole page";
const DIMENSION = "leaflet-timedimension (map, slider)";
const TIMELINE = "leaflet.timeline (map, slider)";
const VIS = "vis-timeline (timeline only)";
const KEPLER = "kepler.gl (no basemap)";
const PAGES = {
  [OURS]: "app/page.html",
  [DIMENSION]: "peers/timedimension.html",
  [TIMELINE]: "peers/leafletTimeline.html",
  [VIS]: "peers/visTimeline.html",
  [KEPLER]: "peers/kepler.html",
};
const FEW = [200, 1000];
const MANY = 100_000;

/** The short form has one Leaflet page, and the timeline where there is most to compare. */
const isMeasured = (engine, rows, short) =>
  !short || (rows !== 200 && [OURS, DIMENSION, ...(rows === MANY ? [VIS] : [])].includes(engine));
/** For a font of its buttons, and for styles of maps. */
const ASKS_OTHERS = [DIMENSION, KEPLER];

/** Whole pages of one record, window moved every frame. */
export const pages = {
  title: "Whole pages, window moved every frame",
  builds: ["app", "peers"],
  cells({short}) {
    const scrub = short ? {steps: 60, limit: 8000} : {};
    return [...FEW, MANY].flatMap((rows) =>
      Object.entries(PAGES)
        .filter(([engine]) => isMeasured(engine, rows, short))
        .map(([engine, path]) => wholePage({engine, path, rows, ...scrub, asksOthers: ASKS_OTHERS.includes(engine)})),
    );
  },
  report(cells) {
    const of = (engine, rows, name) => at(cells, engine, rows, name);
    const few = FEW.filter((rows) => cells.some((cell) => cell.rows === rows));
    const most = (rows) => {
      const rates = [DIMENSION, TIMELINE].map((peer) => of(peer, rows, "fps")).filter((fps) => fps !== undefined);
      return rates.length === 0 ? NaN : Math.max(...rates);
    };
    return {
      tables: [cellTable(cells, PAGE_COLUMNS)],
      goals: [
        ...few.flatMap((rows) => [
          atLeast(
            `frames a second to the quicker Leaflet page's at ${rows.toLocaleString("en")} rows`,
            0.9,
            of(OURS, rows, "fps") / most(rows),
            " times",
          ),
          atMost(`usable at ${rows.toLocaleString("en")} rows`, 1000, of(OURS, rows, "usable"), " ms"),
        ]),
        ...[VIS, DIMENSION].map((peer) =>
          atLeast(
            `frames a second to ${peer}'s at ${MANY.toLocaleString("en")} rows`,
            5,
            of(OURS, MANY, "fps") / of(peer, MANY, "fps"),
            " times",
          ),
        ),
      ],
    };
  },
};
