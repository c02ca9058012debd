import fc from "fast-check";
import {Aggregates} from "../../src/data/aggregates.ts";
import {PlacePoints} from "../../src/map/placePoints.ts";
import {projection, type Camera} from "../../src/map/mercator.ts";
import {csvOf, datasetOf} from "../data/fixture.ts";

export interface Event {
  day: number;
  lat: number;
  lng: number;
  kind: "attack" | "strike" | "speech";
}

const degree = (most: number) => fc.integer({min: -most * 100, max: most * 100}).map((n) => n / 100);
export const scattered: fc.Arbitrary<Event> = fc.record({
  day: fc.nat(20),
  lat: degree(80),
  lng: degree(180),
  kind: fc.constantFrom("attack", "strike", "speech"),
});
export const camera: fc.Arbitrary<Camera> = fc.record({
  zoom: fc.double({min: 0.3, max: 9, noNaN: true}),
  lat: degree(60),
  lng: degree(180),
});

const dayText = (day: number) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

/** The events as a table in time order, of which attacks are the primary series, strikes the counter series and speeches context. */
export function tableOf(events: readonly Event[]) {
  const ordered = [...events].sort((a, b) => a.day - b.day);
  const cells = ordered.map(({day, lat, lng, kind}) => [dayText(day), String(lat), String(lng), kind]);
  const dataset = datasetOf(csvOf(["start", "lat", "lon", "kind"], cells), {
    mapping: {start: "start", lat: "lat", lon: "lon"},
    series: {primary: {where: {kind: ["attack"]}}, counter: {where: {kind: ["strike"]}}},
    facets: ["kind"],
  });
  const aggregates = new Aggregates(dataset, ["kind"]);
  const points = new PlacePoints(dataset);
  points.fill();
  return {ordered, dataset, aggregates, points};
}

/** Px of a place in the copy of the world nearest to the camera, by way of degrees in 64 bits. */
export const pixelOf = (camera: Camera, width: number, height: number) => {
  const {project} = projection(camera, width, height);
  return ({lat, lng}: {lat: number; lng: number}) => project(lng, lat);
};
