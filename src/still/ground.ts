import type {Loaded} from "../data/load.ts";
import {projection, worldSize, type Camera} from "../map/mercator.ts";
import {cameraOf} from "./camera.ts";
import type {Form} from "./forms.ts";

export {projection};

/** Units of the land's paths to a px of the stage that they were made for. */
export const FINE = 1;

/** The stage that the land is made for, and how far the drawings look, in px of it. */
export interface GroundStage {
  camera: Camera;
  width: number;
  height: number;
  /** Left, top, right, bottom. */
  extent: readonly [number, number, number, number];
}

/** The land as SVG paths in whole units, `FINE` to a px of its stage. */
export interface Ground extends GroundStage {
  paths: {land: string; lit: string; rivers: string; lakes: string; borders: string; inner: string; dashed: string};
}

const AIR = 6;

/** One stage for several drawings: that of the first form, as far out as any of them looks. */
export function groundStage(loaded: Loaded, forms: readonly Form[]): GroundStage {
  const [{width, map: height, padding}] = forms as [Form];
  const camera = cameraOf(loaded, width, height, padding);
  const {project} = projection(camera, width, height);
  const boxes = forms.map((form) => {
    const own = cameraOf(loaded, form.width, form.map, form.padding);
    const k = worldSize(camera.zoom) / worldSize(own.zoom);
    const [x, y] = project(own.lng, own.lat);
    return {x, y, dx: (form.width / 2) * k + AIR, dy: (form.map / 2) * k + AIR};
  });
  return {
    camera,
    width,
    height,
    extent: [
      Math.min(...boxes.map(({x, dx}) => x - dx)),
      Math.min(...boxes.map(({y, dy}) => y - dy)),
      Math.max(...boxes.map(({x, dx}) => x + dx)),
      Math.max(...boxes.map(({y, dy}) => y + dy)),
    ],
  };
}

/** What takes the land's units to the px of another drawing, as the text of a `transform`. */
export function groundTransform(stage: GroundStage, loaded: Loaded, {width, map: height, padding}: Form): string {
  const own = cameraOf(loaded, width, height, padding);
  const k = worldSize(own.zoom) / worldSize(stage.camera.zoom);
  const [x, y] = projection(stage.camera, stage.width, stage.height).project(own.lng, own.lat);
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return `translate(${round(width / 2 - x * k)} ${round(height / 2 - y * k)})scale(${round(k / FINE)})`;
}
