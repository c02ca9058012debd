import {feature} from "topojson-client";
import type {GeometryCollection, Topology} from "topojson-specification";
import {mercatorX, mercatorY} from "./mercator.ts";

/** A shape of the light map, as an SVG path on a world `UNITS` wide. */
export interface WorldPath {
  d: string;
  /** Left, top, right, bottom in path units. */
  box: [number, number, number, number];
  /** ISO codes: of the country itself, or of the two sides of a line. */
  iso: string[];
}

export type WorldLayer = "country" | "region" | "lake" | "river" | "border" | "disputed";
export type World = Record<WorldLayer, WorldPath[]>;

/** Fine enough that a tenth of a unit is a third of a pixel at zoom 7. */
export const UNITS = 16384;

export async function loadWorld(url: string): Promise<World> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${url}`);
  return readWorld((await response.json()) as Topology);
}

export function readWorld(topology: Topology): World {
  const layer = (name: WorldLayer) => readLayer(topology, topology.objects[name] as GeometryCollection<Sides>);
  return {
    country: layer("country"),
    region: layer("region"),
    lake: layer("lake"),
    river: layer("river"),
    border: layer("border"),
    disputed: layer("disputed"),
  };
}

function readLayer(topology: Topology, collection: GeometryCollection<Sides>): WorldPath[] {
  return feature(topology, collection).features.flatMap(({id, properties, geometry}) => {
    const iso = id === undefined ? Object.values(properties ?? {}) : [String(id)];
    if (geometry.type === "Polygon") return path(geometry.coordinates, true, iso);
    if (geometry.type === "MultiPolygon") return path(geometry.coordinates.flat(), true, iso);
    if (geometry.type === "LineString") return path([geometry.coordinates], false, iso);
    if (geometry.type === "MultiLineString") return path(geometry.coordinates, false, iso);
    return [];
  });
}

type Sides = {a?: string; b?: string};

function path(lines: number[][][], closed: boolean, iso: string[]): WorldPath[] {
  const box: WorldPath["box"] = [Infinity, Infinity, -Infinity, -Infinity];
  const round = (share: number) => Math.round(share * UNITS * 10) / 10;
  let d = "";
  for (const line of lines) {
    line.forEach(([lng, lat], i) => {
      const [x, y] = [round(mercatorX(lng)), round(mercatorY(lat))];
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
      d += `${i ? "L" : "M"}${x} ${y}`;
    });
    if (closed) d += "Z";
  }
  return [{d, box, iso}];
}
