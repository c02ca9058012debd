import {SIZE} from "../../data/mapView.mjs";
import {coverage, settlingPage, stage} from "../settling.js";
import {ownGrid, ownPoints} from "./ownMap.js";

const isGrid = location.search === "?grid";
const canvas = document.createElement("canvas");
canvas.style.cssText = `width:${SIZE.width}px;height:${SIZE.height}px`;
stage().append(canvas);
let map;

settlingPage({
  async load(rows, camera) {
    map = await (isGrid ? ownGrid : ownPoints)(canvas, rows, camera);
  },
  // In the next frame, as in the app.
  move(window, settled) {
    requestAnimationFrame(() => {
      map.draw(window);
      settled();
    });
  },
  coverage: () => coverage(map.pixels()),
  held: () => map.held?.() ?? null,
});
