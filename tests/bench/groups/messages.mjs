import {inFlood} from "../lib/flood.mjs";
import {at, atMost, cellTable} from "../lib/report.mjs";

const OURS = "Dateline, embed";
const BARE = "a frame that only listens";
const COLUMNS = {main: "main ms a second", took: "sent in s"};
/** Messages, and the s in which they are sent. */
const FLOOD = {count: 20_000, seconds: 2};
/** Events of the shipped story. */
const ROWS = 232;

/** A page of another site that floods the frame it shows with messages. */
export const messages = {
  title: "Messages: ten thousand a second from the page around the frame",
  builds: ["site"],
  // Nobody else's page could frame what is isolated.
  server: {
    headers: {},
    files: {"host.html": "<!doctype html>", "bare.html": "<!doctype html><script>onmessage = () => {}</script>"},
  },
  cells: ({short}) =>
    Object.entries(short ? {} : {[OURS]: "site/embed.html", [BARE]: "bare.html"}).map(([engine, path]) => ({
      engine,
      rows: engine === OURS ? ROWS : 0,
      path,
      timeout: 60_000,
      inBrowser: inFlood,
      run: (flood) => flood(FLOOD),
    })),
  report(cells) {
    const more = at(cells, OURS, ROWS, "main") - at(cells, BARE, 0, "main");
    return {
      tables: [cellTable(cells, COLUMNS)],
      goals: [atMost("what the frame makes of them, beside being sent them", 100, more, " ms a second")],
    };
  },
};
