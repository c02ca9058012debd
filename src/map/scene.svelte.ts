import {untrack} from "svelte";
import type {Dataset} from "../data/dataset.ts";
import {firstWords} from "../i18n/cut.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import type {Sight} from "../state/camera.svelte.ts";
import type {Counts} from "../state/selection.svelte.ts";
import type {Session} from "../state/session.svelte.ts";
import type {Box, Size} from "../ui/layout.ts";
import {covered} from "./furniture.ts";
import {LARGEST, UNIT, glyphsOf, type Glyph} from "./glyphs.ts";
import type {BasemapLabels} from "./labels.ts";
import {placesInView} from "./inView.ts";
import {Labelling} from "./labelling.svelte.ts";
import {countPlaces, keyOf, type Key} from "./marks.ts";
import type {Measure} from "./measure.ts";
import {projection, type Camera, type Padding} from "./mercator.ts";
import {PlacePoints} from "./placePoints.ts";
import {mostAt, sideOf} from "./places.ts";
import {Spreading} from "./spreading.svelte.ts";

/** Most places that have a mark each. */
export const MOST_GLYPHS = 400;
/** Places whose position is worked out in one go. */
const AT_ONCE = 200_000;
const INSET = 4;
const LONGEST_NAME = 48;
const NONE: readonly Glyph[] = [];

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
  readonly spreading: Spreading;
  readonly labelling: Labelling;

  constructor(session: Session, i18n: I18n, stage: () => Stage) {
    this.#session = session;
    this.#i18n = i18n;
    this.#stage = stage;
    this.spreading = new Spreading(session, this);
    this.labelling = new Labelling(session, i18n, this, stage);
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
  readonly width: number = $derived.by(() => this.#stage().width);
  readonly height: number = $derived.by(() => this.#stage().height);
  readonly projection = $derived(projection(this.camera, this.width, this.height));
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
  readonly covers: readonly Box[] = $derived.by(kept(() => this.#stage().covers));

  /** Changes when what is counted changes, not with every frame of the playhead. */
  readonly counts: Counts | null = $derived.by(() => {
    void this.#session.selection.rows;
    if (this.#session.selection.filtered === null) return null;
    return {...untrack(() => this.#session.selection.counts!)};
  });

  /** The places that have a mark each; null where there are too many in view for that. */
  #places: readonly number[] | null = $derived.by(
    kept(() => {
      const points = this.points;
      if (points === null) return [];
      points.fill();
      const {frame} = this;
      const [camera, width, height, covers] = [this.camera, this.width, this.height, this.covers];
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

  /** The places that have a mark, or would have one if anything were there. */
  #marked: readonly number[] = $derived(this.#places ?? this.#picked);

  /** What is drawn as a mark: the largest first. */
  readonly drawn: readonly Glyph[] = $derived.by(() => {
    // Nothing, and the same nothing while the window moves, so that nobody asks what became of it.
    if (this.#marked.length === 0) return NONE;
    const counts = this.counts;
    if (this.#dataset === null || counts === null) return NONE;
    const {precision, lat} = this.#dataset.columns.places;
    const {metresPerPixel} = this.projection;
    const placeCounts = countPlaces(counts.aggregates, this.#marked);
    return glyphsOf({counts: placeCounts, precision, lat, at: this.at, metresPerPixel, k: this.k});
  });
  /** What the key has to explain, in view or not. */
  readonly key: Key = $derived.by(() => {
    const counts = this.counts;
    if (this.#dataset === null || counts === null) return keyOf({places: [], cells: new Uint32Array()}, []);
    const {placeCount, columns} = this.#dataset;
    const places = placeCount > MOST_GLYPHS ? this.#marked : [...Array(placeCount).keys()];
    return keyOf(countPlaces(counts.aggregates, places), columns.places.precision);
  });
  /** What can be touched: the marks whose middle is in view. */
  readonly touchable: readonly Glyph[] = $derived.by(() => {
    const {width, height} = this;
    return this.drawn.filter((glyph) => sideOf(glyph.x, glyph.y, width, height) === null);
  });

  /** Events of the window that have no place. */
  readonly unplaced: number = $derived.by(() => this.counts?.aggregates.unplaced ?? 0);

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

  /** How others find their way on the stage, which is `node`. */
  sightOn(node: HTMLElement): Sight {
    const scene = this;
    return {
      node,
      get width() {
        return scene.width;
      },
      get height() {
        return scene.height;
      },
      project: (lng, lat) => scene.projection.project(lng, lat),
      unproject: (x, y) => scene.projection.unproject(x, y),
    };
  }

  readonly name = (place: number): string =>
    firstWords(this.#dataset?.placeName(place, this.#i18n.lang) ?? "", LONGEST_NAME);
}
