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
import {placesInView} from "./inView.ts";
import {countPlaces, keyOf, type Key} from "./marks.ts";
import type {Measure} from "./measure.ts";
import {projection, type Camera, type Padding} from "./mercator.ts";
import {placeLabels, type Placed} from "./placement.ts";
import {PlacePoints} from "./placePoints.ts";
import {mostAt, sideOf, type Side} from "./places.ts";
import {SPARK_LEAST, sparkBars, sparkEdges, sparkScale, type SparkUnit} from "./sparks.ts";
import {Spread} from "./spread.ts";

/** Most places that have a mark each. */
export const MOST_GLYPHS = 400;
/** Rows of a record above which places have no sparks: each spark is counted anew with every step. */
const MOST_SPARKED = 20_000;
/** Places whose position is worked out in one go. */
const AT_ONCE = 200_000;
/** Rows of a window that are not counted anew with every frame of a moving camera. */
const HEAVY = 300_000;
const REST_MS = 120;
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
  #labelsBefore = new Map<string, Placed>();
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
  readonly camera: Camera = $derived.by(() => this.#stage().camera);
  #width = $derived.by(() => this.#stage().width);
  #height = $derived.by(() => this.#stage().height);
  readonly projection = $derived(projection(this.camera, this.#width, this.#height));
  readonly points = $derived(this.#dataset === null ? null : new PlacePoints(this.#dataset));
  /** Px of a place on the stage. */
  readonly at = (place: number): readonly [x: number, y: number] => {
    const {lon, lat} = this.#dataset!.columns.places;
    return this.projection.project(lon[place], lat[place]);
  };

  /** What hangs on the record alone, to be worked out ahead of the first drawing, one by one. */
  get ahead(): readonly (() => unknown)[] {
    const parts = Math.ceil((this.#dataset?.placeCount ?? 0) / AT_ONCE);
    return [...Array.from({length: parts}, () => () => this.points?.fill(AT_ONCE)), () => this.#most];
  }

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

  /** The places that have a mark each; null where there are too many in view for that. */
  #places: readonly number[] | null = $derived.by(
    kept(() => {
      const points = this.points;
      if (points === null) return [];
      points.fill();
      const {frame} = this;
      const [camera, width, height, covers] = [this.camera, this.#width, this.#height, this.#covers];
      return placesInView({points, camera, width, height, frame, covers, most: MOST_GLYPHS});
    }),
  );
  /** There are too many places in view for a mark each: rows are drawn as points or counted in cells. */
  readonly isCrowded: boolean = $derived(this.#places === null);
  /** Places that the reader has picked out. */
  #picked = $derived.by(() => {
    const {place} = this.#session.selection;
    return [...new Set([this.chosenPlace, place])].filter((each) => each !== -1);
  });

  /** What is drawn as a mark: the largest first. */
  readonly drawn: readonly Glyph[] = $derived.by(() => {
    const counts = this.#counts;
    if (this.#dataset === null || counts === null) return [];
    const {precision, lat} = this.#dataset.columns.places;
    const {metresPerPixel} = this.projection;
    const placeCounts = countPlaces(counts.aggregates, this.#places ?? this.#picked);
    return glyphsOf({counts: placeCounts, precision, lat, at: this.at, metresPerPixel, k: this.k});
  });
  /** What the key has to explain, in view or not. */
  readonly key: Key = $derived.by(() => {
    const counts = this.#counts;
    if (this.#dataset === null || counts === null) return keyOf({places: [], cells: new Uint32Array()}, []);
    const {placeCount, columns} = this.#dataset;
    const places = placeCount > MOST_GLYPHS ? (this.#places ?? this.#picked) : [...Array(placeCount).keys()];
    return keyOf(countPlaces(counts.aggregates, places), columns.places.precision);
  });
  /** What can be touched: the marks whose middle is in view. */
  readonly touchable: readonly Glyph[] = $derived.by(() => {
    const {width, height} = this.#stage();
    return this.drawn.filter((glyph) => sideOf(glyph.x, glyph.y, width, height) === null);
  });

  /** Side of the cells that rows are counted in while there are too many to be drawn one by one, in px; null otherwise. */
  cell = $state<number | null>(null);
  /** The camera that the rows of the window are counted for: of many rows only when it has come to rest. */
  #counted = $state.raw<Camera | null>(null);
  readonly countedCamera: Camera = $derived.by(() => (this.#isHeavy ? (this.#counted ?? this.camera) : this.camera));
  #isHeavy = $derived.by(() => {
    const [i0, i1] = this.#session.selection.rows;
    return i1 - i0 > HEAVY;
  });

  /** To be called when the camera has changed: what is costly to count is counted when it stays where it is. Returns how to call it off. */
  settle(): () => void {
    const camera = this.camera;
    if (this.#counted === null || !this.#isHeavy) this.#counted = camera;
    const timer = setTimeout(() => (this.#counted = camera), REST_MS);
    return () => clearTimeout(timer);
  }

  #before: Spread | undefined;
  #spreadOf = $derived.by(() => {
    const {filtered} = this.#session.selection;
    const points = this.points;
    if (this.#dataset === null || filtered === null || points === null) return null;
    points.fill();
    const [width, height, camera] = [this.#width, this.#height, this.countedCamera];
    const stage = {camera, width, height, frame: this.frame, covers: this.#covers, cell: this.cell};
    return (this.#before = new Spread(this.#dataset, filtered.aggregates, points, stage, this.#before));
  });
  /** How the rows of the window lie on the stage; a new object whenever they do so otherwise. */
  readonly spread: {readonly spread: Spread; readonly camera: Camera} | null = $derived.by(() => {
    const spread = this.#spreadOf;
    void this.#rows;
    if (spread === null) return null;
    spread.moveTo(...(untrack(() => this.#session.selection.rows) as [number, number]));
    return {spread, camera: this.countedCamera};
  });

  /** Events of the window that have no mark in view: by the side on which they lie, and those without a place. */
  readonly missing: {beyond: Record<Side, number>; unplaced: number} = $derived.by(() => {
    const {beyond} = this.spread?.spread ?? {beyond: {north: 0, south: 0, east: 0, west: 0}};
    return {beyond: {...beyond}, unplaced: this.#counts?.aggregates.unplaced ?? 0};
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
    if (this.#dataset.length > MOST_SPARKED) return null;
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
    if (key !== this.#beforeKey || measure !== this.#beforeMeasure) this.#labelsBefore.clear();
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
      this.#labelsBefore,
    );
    this.#beforeKey = key;
    this.#labelsBefore = new Map(placed.map((label) => [label.id, label]));
    const byId = new Map(captions.map((caption) => [caption.id, caption]));
    const all = placed.map((at): Label => {
      const caption = byId.get(at.id)!;
      const hasSpark = caption.wish.sizes.length > 1 && at.size === 0;
      return {...caption, placed: at, spark: hasSpark ? (this.spark?.bars.get(caption.place) ?? null) : null};
    });
    return limitCities(all, size);
  });
}
