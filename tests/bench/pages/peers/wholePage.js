import {drawnEvents} from "../settling.js";
import {rowAt, windows} from "../../data/events.mjs";
import {scrub} from "../scrub.js";

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Takes the whole page for a box. */
export function fullPage() {
  const box = document.createElement("div");
  box.style.cssText = "position:fixed;inset:0";
  document.body.style.margin = "0";
  document.body.append(box);
  return box;
}

/** A style sheet of a peer. */
export function addStyles(url) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = url;
  document.head.append(link);
}

/** Rows as GeoJSON points with `time` in ms, in order of time. */
export function featuresOf({length, time, lat, lon, series}, more = () => ({})) {
  return Array.from({length}, (_, row) => ({
    type: "Feature",
    geometry: {type: "Point", coordinates: [lon[row], lat[row]]},
    properties: {time: time[row], series: series[row], ...more(time[row])},
  }));
}

export const CIRCLE = {radius: 3, stroke: false, fillOpacity: 0.85};
export const colourOf = (series) => (series === 0 ? "#b8331a" : "#1a599a");

/**
 * Makes a page that a peer fills:
 * - `load(events)` draws the page of these columns; making rows of them is not counted
 * - `prepare(events)` makes what `load` is given in their place, if need be
 * - `move(start, end)` changes its window
 * - `counted()` is how many events it shows now
 */
export function peerPage(peer) {
  let events;
  let window;
  const move = (start, end) => peer.move(...(window = [start, end]));
  globalThis.bench = {
    async load(rows) {
      events = drawnEvents(rows);
      const given = peer.prepare?.(events) ?? events;
      const began = performance.now();
      await peer.load(given);
      move(...windows()[0]);
      await nextFrame();
      await nextFrame();
      const took = performance.now() - began;
      return {usable: took, settled: took};
    },
    scrub: (options) => scrub(move, options),
    async check() {
      const [start, end] = window;
      return {counted: await peer.counted(), expected: rowAt(events.time, end) - rowAt(events.time, start)};
    },
  };
}
