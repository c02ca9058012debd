import {windows} from "../../data/events.mjs";
import {keplerMap} from "./keplerMap.js";
import {fullPage, peerPage} from "./wholePage.js";

let map;

peerPage({
  prepare: ({length, time, lat, lon, series}) =>
    Array.from({length}, (_, row) => [time[row], lat[row], lon[row], series[row]]),
  async load(rows) {
    map = await keplerMap(fullPage(), rows, windows()[0]);
  },
  move: (start, end) => map.move(start, end),
  counted: () => map.counted(),
});
