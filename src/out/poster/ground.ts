import {mercatorX, mercatorY, worldSize} from "../../map/mercator.ts";
import {DASH, FAINT, HALO_OPACITY, WIDTHS, widthAt} from "../../map/style.ts";
import {archiveAt} from "../../map/tiles.ts";
import {loadWorld, UNITS, type World, type WorldPath} from "../../map/world.ts";
import type {Inks} from "../../still/inks.ts";
import type {Item, PathItem} from "../drawing/drawing.ts";
import {tenth} from "../../still/rounded.ts";
import {landOf, type Land, type LandInput} from "./land.ts";

/** The land under the marks, in px of its stage: of the vector map, or of the light one where that cannot be read; none where neither can. */
export async function groundOf(home: string, input: LandInput, inks: Inks): Promise<Item[]> {
  const base = `${home}basemap/`;
  const land =
    (await landOf(archiveAt(`${base}world.pmtiles`), input).catch(() => null)) ??
    (await loadWorld(`${base}world.json`)
      .then((world) => lightLand(world, input))
      .catch(() => null));
  const {width, height} = input;
  const water: Item = {kind: "rect", x: 0, y: 0, width, height, fill: inks.water};
  const items = land === null ? [{...water, fill: inks.neighbour}] : [water, ...landItems(land, input, inks)];
  return [{kind: "group", clip: {x: 0, y: 0, width, height}, items}];
}

/** In the order and the strengths of the map on screen. */
function landItems(land: Land, {camera, focus}: LandInput, inks: Inks): Item[] {
  const wide = (name: keyof typeof WIDTHS) => widthAt(camera.zoom, WIDTHS[name]);
  const line = (d: string, stroke: string, thick: number, more: Partial<PathItem> = {}): Item[] =>
    d === "" ? [] : [{kind: "path", d, stroke, thick, join: "round", cap: "round", ...more}];
  const area = (d: string, fill: string): Item[] => (d === "" ? [] : [{kind: "path", d, fill}]);
  const regions = camera.zoom < 4 ? {lit: "", faint: ""} : land.regions;
  const dashed = {dash: DASH.map((share) => share * wide("disputed")), cap: undefined};
  return [
    ...area(land.unlit, inks.neighbour),
    ...area(land.lit, inks.land),
    ...line(regions.faint, inks.region, wide("region"), {opacity: FAINT.region}),
    ...line(regions.lit, inks.region, wide("region")),
    ...line(land.rivers, inks.river, wide("river"), {opacity: 0.9}),
    ...area(land.lakes, inks.water),
    ...(focus.length === 0 ? [] : line(land.borders.lit, inks.border, wide("halo"), {opacity: HALO_OPACITY})),
    ...line(land.borders.faint, inks.border, wide("border"), {opacity: FAINT.border}),
    ...line(land.borders.lit, inks.border, wide("border")),
    ...line(land.disputed.faint, inks.border, wide("disputed"), {...dashed, opacity: FAINT.border}),
    ...line(land.disputed.lit, inks.border, wide("disputed"), dashed),
  ];
}

/** The light map's shapes in view, moved onto the stage. */
function lightLand(world: World, {camera, width, height, focus}: LandInput): Land {
  const k = worldSize(camera.zoom) / UNITS;
  const [x0, y0] = [width / 2 - mercatorX(camera.lng) * UNITS * k, height / 2 - mercatorY(camera.lat) * UNITS * k];
  const isLit = ({iso}: WorldPath) => focus.length === 0 || iso.some((code) => focus.includes(code));
  const inView = ({box: [left, top, right, bottom]}: WorldPath) =>
    x0 + right * k > 0 && x0 + left * k < width && y0 + bottom * k > 0 && y0 + top * k < height;
  const moved = (d: string) =>
    d.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x, y) => `${tenth(x0 + Number(x) * k)} ${tenth(y0 + Number(y) * k)}`);
  const path = (paths: readonly WorldPath[]) =>
    moved(
      paths
        .filter(inView)
        .map(({d}) => d)
        .join(""),
    );
  const sides = (paths: readonly WorldPath[]) => ({
    lit: path(paths.filter(isLit)),
    faint: path(paths.filter((each) => !isLit(each))),
  });
  const {lit, faint: unlit} = sides(world.country);
  return {
    lit,
    unlit,
    rivers: path(world.river),
    lakes: path(world.lake),
    regions: sides(world.region),
    borders: sides(world.border),
    disputed: sides(world.disputed),
  };
}
