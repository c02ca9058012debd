import cssUrl from "leaflet/dist/leaflet.css?url";
import leafletUrl from "leaflet/dist/leaflet.js?url";
import controlUrl from "leaflet-timedimension/dist/leaflet.timedimension.control.min.css?url";
import pluginUrl from "leaflet-timedimension/dist/leaflet.timedimension.min.js?url";
import periodUrl from "iso8601-js-period/iso8601.js?url";
import {DAY, windows} from "../../data/events.mjs";
import {runScript} from "./script.js";
import {addStyles, CIRCLE, colourOf, featuresOf, fullPage, peerPage} from "./wholePage.js";

for (const url of [cssUrl, controlUrl]) addStyles(url);
for (const url of [leafletUrl, periodUrl, pluginUrl]) await runScript(url);
const {L} = globalThis;
const [first] = windows();
/** Its windows hold both ends. */
const lastOf = (end) => end - 1;
/** Years, months, weeks, days: as text it would make months of the days. */
const DURATION = [0, 0, 0, (first[1] - first[0]) / DAY];
let map;
let layer;

peerPage({
  prepare: (events) => featuresOf(events),
  load(features) {
    map = L.map(fullPage(), {
      preferCanvas: true,
      attributionControl: false,
      center: [10, 0],
      zoom: 2,
      timeDimension: true,
      timeDimensionOptions: {times: windows().map(([, end]) => lastOf(end)), currentTime: lastOf(first[1])},
      timeDimensionControl: true,
    });
    const points = L.geoJSON(features, {
      pointToLayer: ({properties}, at) => L.circleMarker(at, {...CIRCLE, fillColor: colourOf(properties.series)}),
    });
    layer = L.timeDimension.layer.geoJson(points, {duration: DURATION});
    layer.addTo(map);
  },
  move: (_, end) => map.timeDimension.setCurrentTime(lastOf(end)),
  counted: () => layer._currentLayer.getLayers().length,
});
