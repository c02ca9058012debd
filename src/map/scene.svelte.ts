import {untrack} from "svelte";
import type {Dataset} from "../data/dataset.ts";
import {firstWords} from "../i18n/cut.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import type {Counts} from "../state/selection.svelte.ts";
import type {Session} from "../state/session.svelte.ts";
import type {Box, Size} from "../ui/layout.ts";
import {captionsOf, limitCities, type Caption} from "./captions.ts";
import {LARGEST, UNIT, glyphsOf, type Glyph} from "./glyphs.ts";
import type {BasemapLabels} from "./labels.ts";
import {keyOf, marksOf, type Key, type Marks} from "./marks.ts";
import type {Measure} from "./measure.ts";
import {projection, type Camera, type Padding} from "./mercator.ts";
import {placeLabels, type Placed} from "./placement.ts";
import {heightsOf, mostAt, project, sideOf, unplacedCount, type Side} from "./places.ts";
import {SPARK_LEAST, sparkBars, sparkEdges, sparkScale, type SparkUnit} from "./sparks.ts";

/** Most glyphs that are drawn as SVG. */
export const MOST_GLYPHS = 400;
/** Padding above which something stands over that side, rather than air being left. */
const COVERED = 60;
export const covered = (side: number): number => (side > COVERED ? side : 0);
const INSET = 4;
const CASING = 1.5;
const CHOSEN_AIR = 16;
const LONGEST_NAME = 48;

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

/** Gives the value before while the new one says the same, so that what hangs on it is not worked out anew. */
function kept<T>(get: () => T): () => T {
  let before: T;
  let text: string | undefined;
  return () => {
    const next = get();
    const now = JSON.stringify(next);
    if (now !== text) [before, text] = [next, now];
    return before;
  };
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
  #most = $derived(this.#dataset === null ? 1 : mostAt(this.#dataset));
  /** Radius of one report, in px. */
  readonly k: number = $derived.by(() => {
    const {size} = this.#stage();
    return Math.min(UNIT[size], LARGEST[size] / Math.sqrt(this.#most));
  });
  // Of all that a stage is, most of what follows changes with these alone.
  #camera = $derived.by(() => this.#stage().camera);
  #width = $derived.by(() => this.#stage().width);
  #height = $derived.by(() => this.#stage().height);
  readonly projection = $derived(projection(this.#camera, this.#width, this.#height));
  #heights = $derived(this.#dataset === null ? new Float64Array() : heightsOf(this.#dataset));
  readonly positions: Float64Array = $derived.by(() =>
    this.#dataset === null ? new Float64Array() : project(this.#dataset, this.#heights, this.projection),
  );

  /** What hangs on the record alone, to be worked out ahead of the first drawing, one by one. */
  readonly ahead: readonly (() => unknown)[] = [() => this.#heights, () => this.#most];

  /** The part of the stage that nothing covers from side to side. */
  readonly frame: Box = $derived.by(
    kept(() => {
      const {width, height, padding} = this.#stage();
      const edge = (side: number) => Math.max(0, covered(side) - INSET);
      const [left, top] = [edge(padding.left), edge(padding.top)];
      return {x: left, y: top, width: width - left - edge(padding.right), height: height - top - edge(padding.bottom)};
    }),
  );
  #covers = $derived.by(kept(() => this.#stage().covers));

  #rows = $derived.by(() => this.#session.selection.rows.join());
  /** Changes when what is counted changes, not with every frame of the playhead. */
  #counts: Counts | null = $derived.by(() => {
    void this.#rows;
    if (this.#session.selection.filtered === null) return null;
    return {...untrack(() => this.#session.selection.counts!)};
  });
  #edges = $derived.by(() => sparkEdges(this.#session.selection.window));
  #bins = $derived(this.#edges.edges.join());

  #marks: Marks = $derived.by(() => {
    const [width, height, covers] = [this.#width, this.#height, this.#covers];
    const {positions, frame} = this;
    const byPlace = this.#counts?.aggregates.byPlace ?? [];
    return marksOf({byPlace, positions, width, height, frame, covers, most: MOST_GLYPHS});
  });

  #places = $derived.by(kept(() => this.#marks.places));

  /** What is drawn: the largest first. */
  readonly drawn: readonly Glyph[] = $derived.by(() => {
    const counts = this.#counts;
    if (this.#dataset === null || counts === null) return [];
    const {precision, lat} = this.#dataset.columns.places;
    const {metresPerPixel} = this.projection;
    const {byPlace} = counts.aggregates;
    const places = this.#places;
    return glyphsOf({byPlace, precision, lat, positions: this.positions, metresPerPixel, k: this.k, places});
  });
  /** How many places are in view but too many to be drawn. */
  readonly left: number = $derived(this.#marks.left);
  /** What the key has to explain, in view or not. */
  readonly key: Key = $derived(
    keyOf(this.#counts?.aggregates.byPlace ?? [], this.#dataset?.columns.places.precision ?? []),
  );
  /** What can be touched: the marks whose middle is in view. */
  readonly touchable: readonly Glyph[] = $derived.by(() => {
    const {width, height} = this.#stage();
    return this.drawn.filter((glyph) => sideOf(glyph.x, glyph.y, width, height) === null);
  });

  /** Events of the window that have no mark in view: by the side on which they lie, and those without a place. */
  readonly missing: {beyond: Record<Side, number>; unplaced: number} = $derived.by(() => {
    const counts = this.#counts;
    const unplaced =
      this.#dataset === null || counts === null ? 0 : unplacedCount(this.#dataset, counts.aggregates, counts.rows);
    return {beyond: this.#marks.beyond, unplaced};
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

  readonly name = (place: number): string =>
    firstWords(this.#dataset?.placeName(place, this.#i18n.lang) ?? "", LONGEST_NAME);

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
