import {Map as MapLibre, setWorkerUrl} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import {rowAt} from "../../data/events.mjs";
import {COOL, DIAMETER, WARM} from "../../data/mapView.mjs";
import {coverage, drawnEvents, finish, pixelsOf, settlingPage, stage} from "../settling.js";

const SETS_DATA = location.search === "?setData";
const rgb = (colour) => `rgb(${colour.map((part) => Math.round(part * 255)).join(" ")})`;
const collection = (features) => ({type: "FeatureCollection", features});
const within = ([start, end]) => ["all", [">=", ["get", "time"], start], ["<", ["get", "time"], end]];

let map;
let times;
let features;

setWorkerUrl(workerUrl);

settlingPage({
  async load(rows, {zoom, lat, lng}) {
    const {length, time, lat: lats, lon, series} = drawnEvents(rows);
    times = time;
    features = Array.from({length}, (_, row) => ({
      type: "Feature",
      geometry: {type: "Point", coordinates: [lon[row], lats[row]]},
      properties: {time: time[row], series: series[row]},
    }));
    map = new MapLibre({
      container: stage(),
      center: [lng, lat],
      zoom,
      fadeDuration: 0,
      attributionControl: false,
      renderWorldCopies: false,
      canvasContextAttributes: {antialias: false},
      style: {
        version: 8,
        sources: {events: {type: "geojson", data: collection(SETS_DATA ? [] : features), maxzoom: 1, buffer: 0}},
        layers: [
          {
            id: "events",
            type: "circle",
            source: "events",
            ...(SETS_DATA ? {} : {filter: within([0, 0])}),
            paint: {
              // Its edges fade over the last pixel inside, where others have theirs in the middle of it.
              "circle-radius": DIAMETER / 2 + 0.5,
              "circle-opacity": 0.85,
              "circle-color": ["case", ["==", ["get", "series"], 0], rgb(WARM), rgb(COOL)],
            },
          },
        ],
      },
    });
    await map.once("idle");
  },
  move(window, settled) {
    if (SETS_DATA) map.getSource("events").setData(collection(features.slice(...window.map((at) => rowAt(times, at)))));
    else map.setFilter("events", within(window));
    map.once("idle", () => {
      finish(map.painter.context.gl);
      settled();
    });
  },
  coverage: () => coverage(pixelsOf(map.painter.context.gl)),
});
