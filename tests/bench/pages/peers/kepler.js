import keplerUrl from "kepler.gl/umd/keplergl.min.js?url";
import cssUrl from "kepler.gl/umd/keplergl.min.css?url";
import React from "react";
import * as ReactDOM from "react-dom";
import {createRoot} from "react-dom/client";
import * as ReactRedux from "react-redux";
import * as Redux from "redux";
import styled, * as styledParts from "styled-components";
import {windows} from "../../data/events.mjs";
import {runScript} from "./script.js";
import {addStyles, fullPage, peerPage} from "./wholePage.js";

// What its script expects to find.
Object.assign(styled, styledParts);
Object.assign(globalThis, {React, ReactDOM, Redux, ReactRedux, styled, process: {env: {}}});
addStyles(cssUrl);
await runScript(keplerUrl);
const kepler = globalThis.KeplerGl;
const DATA = "events";
let store;

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

const forMap = (action) => store.dispatch(kepler.wrapTo("map", action));
const visState = () => store.getState().keplerGl.map.visState;
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

peerPage({
  prepare: ({length, time, lat, lon, series}) =>
    Array.from({length}, (_, row) => [time[row], lat[row], lon[row], series[row]]),
  async load(rows) {
    const reducer = Redux.combineReducers({
      keplerGl: kepler.keplerGlReducer.initialState({uiState: {currentModal: null, activeSidePanel: null}}),
    });
    store = Redux.createStore(reducer, {}, Redux.applyMiddleware(...kepler.enhanceReduxMiddleware([])));
    createRoot(fullPage()).render(
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
    forMap(
      kepler.addDataToMap({
        datasets: {info: {id: DATA, label: "Events"}, data: {fields: FIELDS, rows}},
        options: {centerMap: false, readOnly: false},
        config: {
          version: "v1",
          config: {
            mapStyle: {styleType: "no_map"},
            mapState: {latitude: 10, longitude: 0, zoom: 1},
            visState: {
              layers: [LAYER],
              filters: [
                {
                  dataId: [DATA],
                  id: "window",
                  name: ["time"],
                  type: "timeRange",
                  value: windows()[0],
                  view: "enlarged",
                },
              ],
            },
          },
        },
      }),
    );
    while (visState().filters.length === 0 || visState().datasets[DATA] === undefined) await nextFrame();
  },
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
});
