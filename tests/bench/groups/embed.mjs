import {answerTo, onSlowPhone} from "../lib/phone.mjs";
import {at, atMost, cellTable} from "../lib/report.mjs";

const OURS = "Dateline, embed";
const TIMELINE = "TimelineJS (timeline only)";
const KEPLER = "kepler.gl (no basemap)";
/** What a reader does first, and what says that it had an effect. */
const PAGES = {
  [OURS]: {
    path: "site/embed.html",
    input: {selector: "#dateline-timeline [role=slider]", key: "ArrowLeft"},
    effect: {selector: "#dateline-timeline [role=slider]", attribute: "aria-valuenow"},
  },
  [TIMELINE]: {
    path: "peers/timelineJs.html",
    input: {selector: ".tl-timemarker:not(.tl-timemarker-active) .tl-timemarker-content-container"},
    effect: {selector: ".tl-timemarker-active", attribute: "id"},
  },
  [KEPLER]: {path: "peers/keplerStory.html", input: {selector: "#next"}, effect: {selector: "#counted"}},
};
const COLUMNS = {
  first: "first paint ms",
  picture: "picture ms",
  answered: "answers ms",
  shift: "layout shift",
  script: "JavaScript kB",
  all: "all kB",
};
/** Events of the shipped story. */
const ROWS = 232;

/** The shipped story in a frame of a slow phone, until it answers for the first time. */
export const embed = {
  title: "Embed: the shipped story on a slow phone (4 times slower, 1.6 Mbit/s, 150 ms)",
  builds: ["site", "peers"],
  server: {gzip: true},
  cells: () =>
    Object.entries(PAGES).map(([engine, {path, input, effect}]) => ({
      engine,
      rows: ROWS,
      path,
      timeout: 120_000,
      before: {effect},
      inBrowser: onSlowPhone,
      run: async ({page, received}) => {
        const times = await answerTo(page, input);
        return {...times, ...received()};
      },
    })),
  report: (cells) => ({
    tables: [cellTable(cells, COLUMNS)],
    goals: [
      atMost("picture on a slow phone", 1500, at(cells, OURS, ROWS, "picture"), " ms"),
      atMost("timeline answers on a slow phone", 3000, at(cells, OURS, ROWS, "answered"), " ms"),
      atMost("layout shift", 0.02, at(cells, OURS, ROWS, "shift")),
    ],
  }),
};
