import {events, windows} from "../data/events.mjs";
import {CAMERA, SIZE} from "../data/mapView.mjs";

const FROM = 150;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A box of the map's size at the top of the page. */
export function stage() {
  const box = document.createElement("div");
  box.style.cssText = `position:absolute;inset:0 auto auto 0;width:${SIZE.width}px;height:${SIZE.height}px`;
  document.body.append(box);
  return box;
}

/** Share of pixels that are more drawn than not, of RGBA bytes. */
export function coverage(bytes) {
  let drawn = 0;
  for (let at = 3; at < bytes.length; at += 4) if (bytes[at] > 127) drawn++;
  return drawn / (bytes.length / 4);
}

/** All pixels that a WebGL context has drawn in this task. */
export function pixelsOf(gl) {
  const {drawingBufferWidth: width, drawingBufferHeight: height} = gl;
  const bytes = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  return bytes;
}

/** Waits until all that was asked of a WebGL context is drawn, which reading a pixel does. */
export function finish(gl) {
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

/** Rows that are drawn: all but those of the third series, in time order. */
export function drawnEvents(rows) {
  const all = events(rows);
  const keep = Uint32Array.from({length: rows}, (_, i) => i).filter((row) => all.series[row] < 2);
  const take = (column) => column.constructor.from(keep, (row) => column[row]);
  return {length: keep.length, time: take(all.time), lat: take(all.lat), lon: take(all.lon), series: take(all.series)};
}

/**
 * Makes a page that measures how soon a map shows another window:
 * - `load(rows)` draws the map, of the size and at the camera of `mapView.mjs`
 * - `move([start, end], settled)` changes the window and calls `settled()` in the task in which its last pixel has been drawn
 * - `coverage()` is what `coverage` gives, called in that task
 * - `held()` is how many events it shows, for one that counts them
 */
export function settlingPage(map) {
  const moved = (window, after = () => {}) => new Promise((resolve) => map.move(window, () => resolve(after())));
  globalThis.bench = {
    async load(rows) {
      const began = performance.now();
      await map.load(rows, CAMERA);
      await moved(windows()[FROM - 1]);
      return performance.now() - began;
    },
    check: (step) => moved(windows()[step], () => ({coverage: map.coverage(), held: map.held?.() ?? null})),
    /** Ms until each of `steps` windows stood on the map and the frame after began: what is drawn is seen no sooner. */
    async times({steps, limit}) {
      const times = [];
      const until = performance.now() + limit;
      await moved(windows()[FROM - 1]);
      for (const window of windows().slice(FROM, FROM + steps)) {
        await pause(30);
        const began = performance.now();
        await moved(window);
        await nextFrame();
        times.push(performance.now() - began);
        if (performance.now() > until) break;
      }
      return times;
    },
  };
}
