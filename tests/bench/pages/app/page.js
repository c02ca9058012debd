import {mount} from "svelte";
import App from "../../../../src/App.svelte";
import {Session} from "../../../../src/state/session.svelte.ts";
import "../../../../src/ui/fonts/fonts.css";
import "../../../../src/ui/theme.css";
import "../../../../src/page.css";
import {rowAt} from "../../data/events.mjs";
import {scrub} from "../scrub.js";
import {record} from "./record.js";

/** The whole app with a seeded record in place of one that is fetched. Everything goes through the session, as the app's own controls do. */
const session = new Session((callback) => {
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
});
const drawn = new Promise((resolve) => {
  mount(App, {
    target: document.querySelector("date-line"),
    props: {session, page: true, onmap: resolve, link: () => location.href, onretry() {}, onownstory() {}},
  });
});
const onScreen = () =>
  new Promise((resolve) => {
    const look = () =>
      document.querySelector("#dateline-timeline") === null
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => setTimeout(resolve));
    look();
  });

globalThis.bench = {
  session,
  /** Shows a record of so many rows; ms until its columns are made, it is usable and its map is drawn, and which map that is. */
  async load(rows, options) {
    const began = performance.now();
    const loaded = await record(rows, options);
    const made = performance.now();
    session.show(loaded, {mode: "slide"});
    await onScreen();
    const usable = performance.now();
    const map = await drawn;
    return {made: made - began, usable: usable - made, settled: performance.now() - made, map};
  },
  scrub: (options) => scrub((start, end) => session.selection.setWindow(start, end), options),
  /** Events that the app counts in its window, and the rows that there are. */
  check() {
    const {window, counts, dataset} = session.selection;
    const {start} = dataset.columns;
    return {
      counted: counts.aggregates.bySeries.reduce((sum, n) => sum + n, 0),
      expected: rowAt(start, window[1]) - rowAt(start, window[0]),
    };
  },
};
