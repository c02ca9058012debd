import {PbfReader} from "pbf";
import {VectorTile, type VectorTileFeature} from "@mapbox/vector-tile";
import type {PMTiles} from "pmtiles";
import {mercatorX, mercatorY, worldSize, type Camera} from "../../map/mercator.ts";
import {tenth} from "../../still/rounded.ts";

/** What of the world is in a picture, as SVG paths in px of its stage. */
export interface Land {
  lit: string;
  unlit: string;
  regions: Sides;
  rivers: string;
  lakes: string;
  borders: Sides;
  disputed: Sides;
}
/** Lines that touch a country of the focus, and the others. */
interface Sides {
  lit: string;
  faint: string;
}

export interface LandInput {
  camera: Camera;
  width: number;
  height: number;
  /** Dots of the picture to a px of the stage. */
  scale: number;
  /** ISO codes of the countries that are lit; none means all. */
  focus: readonly string[];
}

const FINEST = 6;
/** Px of the stage that points of a line are apart at least. */
const APART = 0.3;

/** Reads the tiles under a stage. Throws where the archive cannot be read. */
export async function landOf(archive: PMTiles, input: LandInput): Promise<Land> {
  const {camera, width, height, scale} = input;
  const z = Math.max(0, Math.min(FINEST, Math.floor(camera.zoom + Math.log2(scale))));
  const count = 2 ** z;
  const side = worldSize(camera.zoom) / count;
  const left = mercatorX(camera.lng) * count - width / 2 / side;
  const top = mercatorY(camera.lat) * count - height / 2 / side;
  const tiles: {x: number; y: number}[] = [];
  for (let y = Math.max(0, Math.floor(top)); y <= Math.min(count - 1, Math.floor(top + height / side)); y++)
    for (let x = Math.floor(left); x <= Math.floor(left + width / side); x++) tiles.push({x, y});
  const pens = new Pens();
  const read = await Promise.all(
    tiles.map(async ({x, y}) => ({x, y, tile: await archive.getZxy(z, ((x % count) + count) % count, y)})),
  );
  for (const {x, y, tile} of read) {
    if (tile === undefined) continue;
    draw(new VectorTile(new PbfReader(new Uint8Array(tile.data))), input.focus, pens, {
      x: (x - left) * side,
      y: (y - top) * side,
      side,
    });
  }
  return pens.land;
}

class Pens {
  #paths = new Map<string, string[]>();
  add(name: string, path: string): void {
    const paths = this.#paths.get(name);
    if (paths === undefined) this.#paths.set(name, [path]);
    else paths.push(path);
  }
  #of = (name: string): string => (this.#paths.get(name) ?? []).join("");
  #sides = (name: string): Sides => ({lit: this.#of(`${name} lit`), faint: this.#of(`${name} faint`)});
  get land(): Land {
    return {
      lit: this.#of("lit"),
      unlit: this.#of("unlit"),
      rivers: this.#of("river"),
      lakes: this.#of("lake"),
      regions: this.#sides("region"),
      borders: this.#sides("country"),
      disputed: this.#sides("disputed"),
    };
  }
}

interface Square {
  x: number;
  y: number;
  side: number;
}

function draw(tile: VectorTile, focus: readonly string[], pens: Pens, square: Square): void {
  const isLit = (iso: unknown) => focus.length === 0 || focus.includes(String(iso));
  const each = (name: string, take: (feature: VectorTileFeature) => string) => {
    const layer = tile.layers[name];
    for (let i = 0; layer !== undefined && i < layer.length; i++) {
      const feature = layer.feature(i);
      pens.add(take(feature), pathOf(feature, square));
    }
  };
  each("country", ({properties}) => (isLit(properties["iso"]) ? "lit" : "unlit"));
  each("river", () => "river");
  each("lake", () => "lake");
  each("boundary", ({properties: {kind, a, b}}) => `${kind} ${isLit(a) || isLit(b) ? "lit" : "faint"}`);
}

function pathOf(feature: VectorTileFeature, {x: left, y: top, side}: Square): string {
  const k = side / feature.extent;
  const isArea = feature.type === 3;
  let d = "";
  for (const line of feature.loadGeometry()) {
    let [atX, atY] = [Infinity, Infinity];
    line.forEach((point, i) => {
      const [x, y] = [left + point.x * k, top + point.y * k];
      const isEnd = i === 0 || i === line.length - 1;
      if (!isEnd && Math.abs(x - atX) < APART && Math.abs(y - atY) < APART) return;
      [atX, atY] = [x, y];
      d += `${i === 0 ? "M" : "L"}${tenth(x)} ${tenth(y)}`;
    });
    if (isArea) d += "Z";
  }
  return d;
}
