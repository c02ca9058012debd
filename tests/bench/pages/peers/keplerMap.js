import keplerUrl from "kepler.gl/umd/keplergl.min.js?url";
import cssUrl from "kepler.gl/umd/keplergl.min.css?url";
import React from "react";
import * as ReactDOM from "react-dom";
import {createRoot} from "react-dom/client";
import * as ReactRedux from "react-redux";
import * as Redux from "redux";
import styled, * as styledParts from "styled-components";
import {runScript} from "./script.js";
import {addStyles} from "./wholePage.js";

// What its script expects to find.
Object.assign(styled, styledParts);
Object.assign(globalThis, {React, ReactDOM, Redux, ReactRedux, styled, process: {env: {}}});
addStyles(cssUrl);
await runScript(keplerUrl);
const kepler = globalThis.KeplerGl;
const DATA = "events";

const FIELDS = [
  {name: "time", type: "timestamp", format: "x"},
  {name: "lat", type: "real", format: ""},
  {name: "lon", type: "real", format: ""},
  {name: "series", type: "integer", format: ""},
];
const LAYER = {
  id: "points",
  type: "point",
  config: {
    dataId: DATA,
    label: "Events",
    columns: {lat: "lat", lng: "lon"},
    isVisible: true,
    color: [184, 51, 26],
    visConfig: {radius: 10, opacity: 0.85},
  },
};

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * A map of rows of `[time in ms, lat, lon, series]` that fills `box`, with a filter that starts as `window`. `move` sets that, `counted` is how many rows are in it.
 */
export async function keplerMap(box, rows, window) {
  const reducer = Redux.combineReducers({
    keplerGl: kepler.keplerGlReducer.initialState({uiState: {currentModal: null, activeSidePanel: null}}),
  });
  const store = Redux.createStore(reducer, {}, Redux.applyMiddleware(...kepler.enhanceReduxMiddleware([])));
  const forMap = (action) => store.dispatch(kepler.wrapTo("map", action));
  const visState = () => store.getState().keplerGl.map.visState;
  createRoot(box).render(
    React.createElement(
      ReactRedux.Provider,
      {store},
      React.createElement(kepler.KeplerGl, {
        id: "map",
        mapboxApiAccessToken: "",
        width: innerWidth,
        height: innerHeight,
      }),
    ),
  );
  while (store.getState().keplerGl.map === undefined) await nextFrame();
  const filter = {dataId: [DATA], id: "window", name: ["time"], type: "timeRange", value: window, view: "enlarged"};
  forMap(
    kepler.addDataToMap({
      datasets: {info: {id: DATA, label: "Events"}, data: {fields: FIELDS, rows}},
      options: {centerMap: false, readOnly: false},
      config: {
        version: "v1",
        config: {
          mapStyle: {styleType: "no_map"},
          mapState: {latitude: 10, longitude: 0, zoom: 1},
          visState: {layers: [LAYER], filters: [filter]},
        },
      },
    }),
  );
  while (visState().filters.length === 0 || visState().datasets[DATA] === undefined) await nextFrame();
  return {
    // Both ends are within.
    move: (start, end) => forMap(kepler.setFilter(0, "value", [start, end - 1])),
    /** It filters on the GPU; what it counts is the domain and the value of its filter. */
    counted() {
      const {datasets, filters} = visState();
      const [from, to] = filters[0].value;
      const {dataContainer} = datasets[DATA];
      let count = 0;
      for (let row = 0; row < dataContainer.numRows(); row++) {
        const time = dataContainer.valueAt(row, 0);
        if (time >= from && time <= to) count++;
      }
      return count;
    },
  };
}
