import cssUrl from "leaflet/dist/leaflet.css?url";
import leafletUrl from "leaflet/dist/leaflet.js?url";
import pluginUrl from "../../node_modules/leaflet.timeline/dist/leaflet.timeline.js?url";
import {windows} from "../../data/events.mjs";
import {runScript} from "./script.js";
import {addStyles, CIRCLE, colourOf, featuresOf, fullPage, peerPage} from "./wholePage.js";

addStyles(cssUrl);
for (const url of [leafletUrl, pluginUrl]) await runScript(url);
const {L} = globalThis;
const [[start, end]] = windows();
let timeline;

peerPage({
  // Shown from its time until a window later: so the window is what the slider's one time looks back on.
  prepare: (events) => featuresOf(events, (time) => ({start: time, end: time + (end - start) - 1})),
  load(features) {
    const map = L.map(fullPage(), {preferCanvas: true, attributionControl: false, center: [10, 0], zoom: 2});
    timeline = L.timeline(
      {type: "FeatureCollection", features},
      {
        drawOnSetTime: true,
        pointToLayer: ({properties}, at) => L.circleMarker(at, {...CIRCLE, fillColor: colourOf(properties.series)}),
      },
    );
    const control = L.timelineSliderControl({});
    control.addTo(map);
    control.addTimelines(timeline);
    timeline.addTo(map);
  },
  move: (_, end) => timeline.setTime(end - 1),
  counted: () => timeline.getLayers().length,
});
