import {Deck, MapView} from "@deck.gl/core";
import {DataFilterExtension} from "@deck.gl/extensions";
import {ScatterplotLayer} from "@deck.gl/layers";
import {DAY, START} from "../../data/events.mjs";
import {COOL, DIAMETER, SIZE, WARM} from "../../data/mapView.mjs";
import {coverage, drawnEvents, finish, pixelsOf, settlingPage, stage} from "../settling.js";

const bytes = (colour) => [...colour.map((part) => Math.round(part * 255)), 217];
let deck;
let data;
let gl;
let drawn = () => {};

/** Binary attributes, and one range that is a uniform: the quickest way its documentation has. */
const layer = ([start, end]) =>
  new ScatterplotLayer({
    id: "events",
    data,
    radiusUnits: "pixels",
    getRadius: DIAMETER / 2,
    extensions: [new DataFilterExtension({filterSize: 1})],
    // Days, which 32 bits hold to twenty seconds.
    filterRange: [(start - START) / DAY, (end - START) / DAY],
  });

settlingPage({
  async load(rows, {zoom, lat, lng}) {
    const {length, time, lat: lats, lon, series} = drawnEvents(rows);
    const positions = new Float32Array(2 * length);
    const colours = new Uint8Array(4 * length);
    for (let row = 0; row < length; row++) {
      positions.set([lon[row], lats[row]], 2 * row);
      colours.set(bytes(series[row] === 0 ? WARM : COOL), 4 * row);
    }
    data = {
      length,
      attributes: {
        getPosition: {value: positions, size: 2},
        getFillColor: {value: colours, size: 4},
        getFilterValue: {value: Float32Array.from(time, (at) => (at - START) / DAY), size: 1},
      },
    };
    await new Promise((resolve, reject) => {
      deck = new Deck({
        parent: stage(),
        ...SIZE,
        useDevicePixels: false,
        views: new MapView({repeat: false}),
        initialViewState: {zoom, latitude: lat, longitude: lng},
        controller: false,
        layers: [],
        onLoad: resolve,
        onError: reject,
        onAfterRender: () => drawn(),
      });
    });
    gl = deck.device.gl;
  },
  move(window, settled) {
    drawn = () => {
      drawn = () => {};
      finish(gl);
      settled();
    };
    deck.setProps({layers: [layer(window)]});
  },
  coverage: () => coverage(pixelsOf(gl)),
});
