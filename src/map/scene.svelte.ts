import {untrack} from "svelte";
import type {Dataset} from "../data/dataset.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import type {Counts} from "../state/selection.svelte.ts";
import type {Session} from "../state/session.svelte.ts";
import {overlaps, type Box, type Size} from "../ui/layout.ts";
import {captionsOf, limitCities, type Caption} from "./captions.ts";
import {UNIT, glyphsOf, type Glyph} from "./glyphs.ts";
import type {BasemapLabels} from "./labels.ts";
import type {Measure} from "./measure.ts";
import {projection, type Camera, type Padding} from "./mercator.ts";
import {placeLabels, type Placed} from "./placement.ts";
import {project, sideOf, unplacedCount, type Side} from "./places.ts";
import {SPARK_LEAST, sparkBars, sparkEdges, sparkScale, type SparkUnit} from "./sparks.ts";

/** Most glyphs that are drawn as SVG. */
export const MOST_GLYPHS = 400;
/** Padding above which something stands over that side, rather than air being left. */
const COVERED = 60;
export const covered = (side: number): number => (side > COVERED ? side : 0);
const MARGIN = 60;
const INSET = 4;
const CASING = 1.5;
const CHOSEN_AIR = 16;

export interface Stage {
  width: number;
  height: number;
  size: Size;
  padding: Padding;
  camera: Camera;
  /** What hides the marks under it. */
  covers: readonly Box[];
  /** What labels keep clear of: the covers and more. */
  obstacles: readonly Box[];
  labels: BasemapLabels | null;
  measure: Measure;
}

export interface Label extends Caption {
  placed: Placed;
  /** Reports by bar, null for none. */
  spark: readonly number[] | null;
}

export interface Spark {
  unit: SparkUnit;
  /** By place. */
  bars: ReadonlyMap<number, readonly number[]>;
  count: number;
  /** Px for one report. */
  scale: number;
}

/** Everything that the overlay draws, from one session and one stage. */
export class Scene {
  #session: Session;
  #i18n: I18n;
  #stage: () => Stage;
  #before = new Map<string, Placed>();
  #beforeKey = "";
  #beforeMeasure: Measure | null = null;

  constructor(session: Session, i18n: I18n, stage: () => Stage) {
    this.#session = session;
    this.#i18n = i18n;
    this.#stage = stage;
  }

  #dataset: Dataset | null = $derived.by(() => this.#session.loaded?.dataset ?? null);
  readonly k: number = $derived.by(() => UNIT[this.#stage().size]);
  readonly projection = $derived.by(() => {
    const {camera, width, height} = this.#stage();
    return projection(camera, width, height);
  });
  readonly positions: Float64Array = $derived.by(() =>
    this.#dataset === null ? new Float64Array() : project(this.#dataset, this.projection),
  );

  /** The part of the stage that nothing covers from side to side. */
  readonly frame: Box = $derived.by(() => {
    const {width, height, padding} = this.#stage();
    const edge = (side: number) => Math.max(0, covered(side) - INSET);
    const [left, top] = [edge(padding.left), edge(padding.top)];
    return {x: left, y: top, width: width - left - edge(padding.right), height: height - top - edge(padding.bottom)};
  });

  #rows = $derived.by(() => this.#session.selection.rows.join());
  /** Changes when what is counted changes, not with every frame of the playhead. */
  #counts: Counts | null = $derived.by(() => {
    void this.#rows;
    if (this.#session.selection.filtered === null) return null;
    return {...untrack(() => this.#session.selection.counts!)};
  });
  #edges = $derived.by(() => sparkEdges(this.#session.selection.window));
  #bins = $derived(this.#edges.edges.join());

  readonly glyphs: readonly Glyph[] = $derived.by(() => {
    const counts = this.#counts;
    if (this.#dataset === null || counts === null) return [];
    const {precision, lat} = this.#dataset.columns.places;
    const {metresPerPixel} = this.projection;
    const {byPlace} = counts.aggregates;
    return glyphsOf({byPlace, precision, lat, positions: this.positions, metresPerPixel, k: this.k});
  });

  #seen = $derived.by(() => {
    const {width, height, covers} = this.#stage();
    const {x, width: w} = this.frame;
    const seen: Glyph[] = [];
    const unseen: Glyph[] = [];
    for (const glyph of this.glyphs) {
      const isIn =
        glyph.x >= Math.max(x, -MARGIN) &&
        glyph.x <= Math.min(x + w, width) + (x + w >= width ? MARGIN : 0) &&
        glyph.y >= -MARGIN &&
        glyph.y <= height + MARGIN &&
        !covers.some((box) => isInside(glyph, box));
      (isIn ? seen : unseen).push(glyph);
    }
    return {seen, unseen};
  });

  /** What is drawn: the largest first. */
  readonly drawn: readonly Glyph[] = $derived(this.#seen.seen.slice(0, MOST_GLYPHS));
  /** How many places are in view but too many to be drawn. */
  readonly left: number = $derived(Math.max(0, this.#seen.seen.length - MOST_GLYPHS));
  /** What can be touched: the marks whose middle is in view. */
  readonly touchable: readonly Glyph[] = $derived.by(() => {
    const {width, height} = this.#stage();
    return this.drawn.filter((glyph) => sideOf(glyph.x, glyph.y, width, height) === null);
  });

  /** Events of the window that have no mark in view: by the side on which they lie, and those without a place. */
  readonly missing: {beyond: Record<Side, number>; unplaced: number} = $derived.by(() => {
    const beyond = {north: 0, south: 0, east: 0, west: 0};
    const {x, y, width, height} = this.frame;
    const stage = this.#stage();
    const add = (glyph: Glyph, side: Side | null) => {
      if (side !== null) beyond[side] += glyph.primary.total + glyph.counter.total;
    };
    for (const glyph of this.#seen.unseen) {
      add(
        glyph,
        sideOf(glyph.x - x, glyph.y - y, width, height) ?? nearestSide(glyph.x - x, glyph.y - y, width, height),
      );
    }
    for (const glyph of this.#seen.seen) add(glyph, sideOf(glyph.x, glyph.y, stage.width, stage.height));
    const counts = this.#counts;
    const unplaced =
      this.#dataset === null || counts === null ? 0 : unplacedCount(this.#dataset, counts.aggregates, counts.rows);
    return {beyond, unplaced};
  });

  /** Place of the chosen event, -1 for none and while it lies outside the window or passes no filter. */
  readonly chosenPlace: number = $derived.by(() => {
    const {row, rows, filtered} = this.#session.selection;
    if (this.#dataset === null || row < rows[0] || row >= rows[1]) return -1;
    return filtered?.aggregates.passes(row) ? this.#dataset.columns.place[row] : -1;
  });
  /** The place that the pointer or the focus is on, here or in another view; -1 for none. */
  readonly hoverPlace: number = $derived.by(() => {
    const {hover} = this.#session.selection;
    if (hover === null || this.#dataset === null) return -1;
    return "place" in hover ? hover.place : this.#dataset.columns.place[hover.row];
  });

  readonly spark: Spark | null = $derived.by(() => {
    const {size} = this.#stage();
    const counts = this.#counts;
    if (size === "phone" || size === "mini" || this.#dataset === null || counts === null) return null;
    void this.#bins;
    const {unit, edges} = untrack(() => this.#edges);
    const bars = new Map<number, readonly number[]>();
    let tallest = 0;
    for (const {place, primary} of this.drawn) {
      if (primary.total < SPARK_LEAST) continue;
      const found = sparkBars(this.#dataset, counts.aggregates, place, counts.rows, edges);
      bars.set(place, found);
      tallest = found.reduce((a, b) => Math.max(a, b), tallest);
    }
    return {unit, bars, count: edges.length - 1, scale: sparkScale(tallest)};
  });

  readonly name = (place: number): string => this.#dataset?.placeName(place, this.#i18n.lang) ?? "";

  readonly labels: readonly Label[] = $derived.by(() => {
    const {width, height, size, camera, obstacles, labels, measure} = this.#stage();
    const i18n = this.#i18n;
    const {selection, loaded} = this.#session;
    const captions = captionsOf({
      glyphs: this.touchable,
      chosen: [this.chosenPlace, selection.place].filter((place) => place !== -1),
      name: this.name,
      number: (n) => i18n.number(n),
      bars: this.spark?.count ?? 0,
      labels,
      focus: loaded?.story.focus ?? [],
      language: i18n.lang,
      zoom: camera.zoom,
      projection: this.projection,
      width,
      height,
      size,
      measure,
    });
    const key = [camera.zoom, camera.lat, camera.lng, width, height, i18n.lang].join();
    if (key !== this.#beforeKey || measure !== this.#beforeMeasure) this.#before.clear();
    this.#beforeMeasure = measure;
    const {frame} = this;
    const room = {
      x: frame.x + INSET,
      y: INSET,
      width: frame.width - 2 * INSET,
      height: height - 2 * INSET,
    };
    const discs = this.drawn.map(({place, x, y, r}) => ({
      owner: `place ${place}`,
      x,
      y,
      r: r + (place === this.chosenPlace ? CHOSEN_AIR : CASING),
    }));
    const placed = placeLabels(
      captions.map(({wish}) => wish),
      discs,
      obstacles,
      room,
      this.#before,
    );
    this.#beforeKey = key;
    this.#before = new Map(placed.map((label) => [label.id, label]));
    const byId = new Map(captions.map((caption) => [caption.id, caption]));
    const all = placed.map((at): Label => {
      const caption = byId.get(at.id)!;
      const hasSpark = caption.wish.sizes.length > 1 && at.size === 0;
      return {...caption, placed: at, spark: hasSpark ? (this.spark?.bars.get(caption.place) ?? null) : null};
    });
    return limitCities(all, size);
  });
}

const isInside = ({x, y}: Glyph, box: Box): boolean => overlaps({x, y, width: 0, height: 0}, box);

/** The edge that a point inside a box is nearest to. */
function nearestSide(x: number, y: number, width: number, height: number): Side {
  const away: [Side, number][] = [
    ["north", y],
    ["south", height - y],
    ["east", width - x],
    ["west", x],
  ];
  return away.reduce((a, b) => (b[1] < a[1] ? b : a))[0];
}
