import {geoIdentity, geoPath, geoTransform, type GeoContext} from "d3";
import type {Feature, Geometry} from "geojson";
import {merge, mesh} from "topojson-client";
import type {GeometryCollection, GeometryObject, MultiPolygon, Polygon, Topology} from "topojson-specification";
import {FINE, projection, type Ground, type GroundStage} from "../still/ground.ts";
import {simplified, type Line} from "./simplify.ts";

/** Px that a line may leave its course by. */
const TOLERANCE = 0.7;
/** Square px below which an island or a lake is left out. */
const LEAST_AREA = 5;

type Sides = {a?: string; b?: string};

/** What of the world's topology lies on a stage, as paths of few bytes; `focus` are the ISO codes of the countries that are lit. */
export function landOf(topology: Topology, stage: GroundStage, focus: readonly string[]): Ground {
  const layer = (name: string) => (topology.objects[name] as GeometryCollection<Sides>).geometries;
  const isLit = ({id}: GeometryObject) => focus.includes(String(id));
  const litSides = ({properties}: GeometryObject<Sides>) =>
    Object.values((properties ?? {}) as Sides).filter((code) => focus.includes(code)).length;
  const filled = (some: GeometryObject[]) => merge(topology, some as (Polygon | MultiPolygon)[]);
  const lined = (some: GeometryObject[]) =>
    mesh(topology, {type: "GeometryCollection", geometries: some} as GeometryCollection);
  const countries = layer("country");
  const borders = layer("border");
  const fill = (geometry: Geometry) => pathOf(linesOf(geometry, stage), true);
  const line = (geometry: Geometry) => pathOf(linesOf(geometry, stage), false);
  return {
    ...stage,
    paths: {
      land: fill(filled(countries)),
      lit: fill(filled(countries.filter(isLit))),
      lakes: fill(filled(layer("lake"))),
      rivers: line(lined(layer("river"))),
      borders: line(lined(borders.filter((border) => litSides(border) === 0))),
      // The outline of what is lit is stroked.
      inner: line(lined(borders.filter((border) => litSides(border) === 2))),
      dashed: line(lined(layer("disputed"))),
    },
  };
}

/** The lines of a geometry in px of the stage, cut at its extent. */
function linesOf(geometry: Geometry, {camera, width, height, extent: [left, top, right, bottom]}: GroundStage): Line[] {
  const lines: Line[] = [];
  const pen = {
    moveTo: (x: number, y: number) => void lines.push([[x, y]]),
    lineTo: (x: number, y: number) => void lines.at(-1)!.push([x, y]),
    closePath: () => {},
    beginPath: () => {},
    arc: () => {},
  } satisfies GeoContext;
  const {project} = projection(camera, width, height);
  const flat = geoTransform({
    point(lng, lat) {
      this.stream.point(...project(lng, lat));
    },
  });
  const cut = geoIdentity().clipExtent([
    [left, top],
    [right, bottom],
  ]);
  // Flat from the first: nothing is to be taken for a shape on a globe, whose inside hangs on which way round it goes.
  geoPath(
    {stream: (to) => flat.stream(cut.stream(to))},
    pen,
  )({type: "Feature", properties: {}, geometry} satisfies Feature);
  return lines;
}

function pathOf(lines: readonly Line[], closed: boolean): string {
  let d = "";
  let [atX, atY] = [0, 0];
  for (const line of lines) {
    if (closed && Math.abs(areaOf(line)) < LEAST_AREA) continue;
    const units = simplified(line, TOLERANCE).map(([x, y]) => [Math.round(x * FINE), Math.round(y * FINE)] as const);
    const steps = units.filter(([x, y], i) => i === 0 || x !== units[i - 1]![0] || y !== units[i - 1]![1]);
    if (steps.length < 2) continue;
    steps.forEach(([x, y], i) => {
      const [dx, dy] = [x - atX, y - atY];
      d += `${i === 0 ? "m" : i === 1 ? "l" : dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : " "}${dy}`;
      [atX, atY] = [x, y];
    });
    if (closed) {
      d += "z";
      [atX, atY] = steps[0]!;
    }
  }
  return d;
}

function areaOf(line: Line): number {
  let sum = 0;
  line.forEach(([x, y], i) => {
    const [px, py] = line[(i + line.length - 1) % line.length]!;
    sum += px * y - x * py;
  });
  return sum / 2;
}
