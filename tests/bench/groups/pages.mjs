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
/** Pages that might make more frames than a display of 60 shows are measured without it, too. */
const UNHELD = [OURS, DIMENSION];
const unheld = (engine) => `${engine}, not held to 60 frames/s`;

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
    const page = (engine, rows) =>
      wholePage({engine, path: PAGES[engine], rows, ...scrub, asksOthers: ASKS_OTHERS.includes(engine)});
    return [
      ...[...FEW, MANY].flatMap((rows) =>
        Object.keys(PAGES)
          .filter((engine) => isMeasured(engine, rows, short))
          .map((engine) => page(engine, rows)),
      ),
      ...UNHELD.map((engine) => ({...page(engine, MANY), engine: unheld(engine), unheld: true})),
    ];
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
        ...[
          [OURS, VIS],
          [unheld(OURS), unheld(DIMENSION)],
        ].map(([ours, peer]) =>
          atLeast(
            `frames a second to those of ${peer} at ${MANY.toLocaleString("en")} rows`,
            5,
            of(ours, MANY, "fps") / of(peer, MANY, "fps"),
            " times",
          ),
        ),
      ],
    };
  },
};
