import type {Aggregates} from "../data/aggregates.ts";
import type {Dataset} from "../data/dataset.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import type {Session} from "../state/session.svelte.ts";
import type {Cells} from "./cells.ts";
import {readColour, type Rgb} from "./colours.ts";
import {paint, shadeOf, shades, type Palette} from "./density.ts";
import {Governor} from "./governor.ts";
import type {Camera} from "./mercator.ts";
import type {PlacePoints} from "./placePoints.ts";
import {kindsOf, PointCanvas} from "./pointCanvas.ts";
import type {Scene} from "./scene.svelte.ts";
import {ViewList} from "./viewList.svelte.ts";

/** Side of a cell, in px. */
export const CELL = 4;
/** Rows of the table up to which points are as large as this, in px across. */
const DIAMETERS = [
  [2_000, 7],
  [20_000, 5.5],
  [200_000, 4.5],
] as const;
const SMALLEST = 3.5;
/** Rows outside the view cost a share of what a drawn one costs. */
const UNSEEN_COST = 1 / 8;
/** From cells back to points only when there is this much room, so that the two do not alternate. */
const AIR = 0.8;

export interface Theme {
  land: Rgb;
  ink: Rgb;
  attack: Rgb;
  strike: Rgb;
}

/** The colours of the page, as an element has them now. */
export function themeOf(element: Element): Theme {
  const style = getComputedStyle(element);
  const colour = (name: string) => readColour(style.getPropertyValue(`--${name}`));
  return {land: colour("land"), ink: colour("ink"), attack: colour("attack"), strike: colour("strike")};
}

/** How the cells are shaded, for the map and its key. */
export const rampsOf = ({land, ink, attack, strike}: Theme): {primary: Rgb[]; counter: Rgb[]} => ({
  primary: shades(land, attack, ink),
  counter: shades(land, strike, ink),
});

/** Draws the rows of a window where they are too many for a mark at each place: one by one, or as counts in cells. */
export class Crowd {
  #session: Session;
  #scene: Scene;
  #governor = new Governor();
  #points: PointCanvas | null = null;
  #dataset: Dataset | null = null;
  #kinds = new Uint8Array();
  /** What the kinds of rows were worked out for. */
  #filtered: object | null = null;
  #image: ImageData | null = null;
  #pixels = new Int32Array();
  #isFilling = false;
  /** The points have changed in a way that nothing else tells of. */
  #version = $state(0);
  /** There is no WebGL, or it is lost: cells are always drawn. */
  #isPointless = $state(false);
  #budget = $state(0);
  /** The largest shade that a cell had since the camera or the filters last changed, by series; 0 for none. */
  deepest = $state.raw({primary: 0, counter: 0});

  readonly viewList: ViewList;

  constructor(session: Session, scene: Scene, i18n: I18n) {
    this.#session = session;
    this.#scene = scene;
    this.viewList = new ViewList(session, scene, i18n);
    this.#budget = this.#governor.budget;
  }

  /** Rows of the window that lie on the part of the stage that nothing covers. */
  readonly seen: number = $derived.by(() => {
    const {counts} = this.#session.selection;
    if (counts === null) return 0;
    const {north, south, east, west} = this.#scene.spreading.beyond;
    const {bySeries, unplaced} = counts.aggregates;
    return bySeries[0] + bySeries[1] - unplaced - north - south - east - west;
  });

  /** What is drawn. */
  readonly mode: "points" | "cells" = $derived.by(() => {
    const [i0, i1] = this.#session.selection.rows;
    const cost = this.seen + (i1 - i0) * UNSEEN_COST;
    const room = this.#budget * (this.#scene.spreading.cellsFor === null ? 1 : AIR);
    return this.#isPointless || cost > room ? "cells" : "points";
  });

  /** Diameter of a point in px. */
  readonly diameter: number = $derived.by(() => {
    const length = this.#session.loaded?.dataset.length ?? 0;
    return DIAMETERS.find(([most]) => length <= most)?.[1] ?? SMALLEST;
  });

  /** Makes ready to draw points on a canvas; where that cannot be, cells are drawn. Returns how to end it. */
  begin(canvas: HTMLCanvasElement, dataset: Dataset, points: PlacePoints): () => void {
    this.#dataset = dataset;
    this.#kinds = new Uint8Array(dataset.length);
    this.#filtered = null;
    try {
      this.#points = new PointCanvas(canvas, dataset, points, (isLost) => {
        this.#isPointless = isLost;
        this.#version++;
      });
      this.#isPointless = false;
    } catch {
      this.#isPointless = true;
    }
    return () => {
      this.#points?.destroy();
      this.#points = null;
      this.#dataset = null;
    };
  }

  /** Draws the rows as points; to be called in an effect. */
  drawPoints(camera: Camera, width: number, height: number, theme: Theme): void {
    void this.#version;
    const {filtered, rows} = this.#session.selection;
    const [points, dataset] = [this.#points, this.#dataset];
    if (points === null || dataset === null || filtered === null || points.isLost) return;
    if (this.#filtered !== filtered) {
      points.setKinds(kindsOf(dataset, filtered.aggregates as Aggregates, this.#kinds));
      this.#filtered = filtered;
    }
    points.setColours({primary: theme.attack, counter: theme.strike, casing: theme.land});
    if (!points.fill()) this.#fillOn(points);
    points.draw({camera, width, height, ratio: devicePixelRatio * points.scale, diameter: this.diameter}, ...rows);
    if (this.#governor.drew(rows[1] - rows[0], performance.now())) this.#budget = this.#governor.budget;
  }

  #fillOn(points: PointCanvas): void {
    if (this.#isFilling) return;
    this.#isFilling = true;
    requestAnimationFrame(() => {
      this.#isFilling = false;
      if (this.#points === points) this.#version++;
    });
  }

  /** Paints counts on a canvas of one pixel a cell. */
  drawCells(canvas: HTMLCanvasElement, cells: Cells, palette: Palette): void {
    const context = canvas.getContext("2d", {willReadFrequently: true});
    if (context === null) return;
    if (canvas.width !== cells.columns || canvas.height !== cells.lines || this.#image === null) {
      [canvas.width, canvas.height] = [cells.columns, cells.lines];
      this.#image = new ImageData(cells.columns, cells.lines);
      this.#pixels = new Int32Array(this.#image.data.buffer);
    }
    const most = paint(cells, palette, this.#pixels);
    context.putImageData(this.#image, 0, 0);
    const [primary, counter] = [shadeOf(most.primary), shadeOf(most.counter)];
    const {deepest} = this;
    if (primary > deepest.primary || counter > deepest.counter)
      this.deepest = {primary: Math.max(primary, deepest.primary), counter: Math.max(counter, deepest.counter)};
  }
}
