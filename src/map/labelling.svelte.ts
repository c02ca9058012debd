import type {I18n} from "../i18n/i18n.svelte.ts";
import {untrack} from "svelte";
import {captionsOf, limitCities, type Caption} from "./captions.ts";
import {placeLabels, type Placed} from "./placement.ts";
import type {Session} from "../state/session.svelte.ts";
import type {Measure} from "./measure.ts";
import type {Scene, Stage} from "./scene.svelte.ts";
import {SPARK_LEAST, sparkBars, sparkEdges, sparkScale, type SparkUnit} from "./sparks.ts";

/** Rows of a record above which places have no sparks: each spark is counted anew with every step. */
const MOST_SPARKED = 20_000;
const INSET = 4;
const CASING = 1.5;
const CHOSEN_AIR = 16;

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

/** The words beside the marks of a scene, and the places' own histories under them. */
export class Labelling {
  #session: Session;
  #i18n: I18n;
  #scene: Scene;
  #stage: () => Stage;
  #before = new Map<string, Placed>();
  #beforeKey = "";
  #beforeMeasure: Measure | null = null;

  constructor(session: Session, i18n: I18n, scene: Scene, stage: () => Stage) {
    this.#session = session;
    this.#i18n = i18n;
    this.#scene = scene;
    this.#stage = stage;
  }

  #edges = $derived.by(() => sparkEdges(this.#session.selection.window));
  #bins = $derived(this.#edges.edges.join());

  readonly spark: Spark | null = $derived.by(() => {
    const {size} = this.#stage();
    const {counts, drawn} = this.#scene;
    const {dataset} = this.#session.selection;
    if (size === "phone" || size === "mini" || dataset === null || counts === null) return null;
    if (dataset.length > MOST_SPARKED) return null;
    void this.#bins;
    const {unit, edges} = untrack(() => this.#edges);
    const bars = new Map<number, readonly number[]>();
    let tallest = 0;
    for (const {place, primary} of drawn) {
      if (primary.total < SPARK_LEAST) continue;
      const found = sparkBars(dataset, counts.aggregates, place, counts.rows, edges);
      bars.set(place, found);
      tallest = found.reduce((a, b) => Math.max(a, b), tallest);
    }
    return {unit, bars, count: edges.length - 1, scale: sparkScale(tallest)};
  });

  readonly labels: readonly Label[] = $derived.by(() => {
    const {width, height, size, camera, obstacles, labels, measure} = this.#stage();
    const i18n = this.#i18n;
    const {touchable, chosenPlace, name, projection, frame, drawn} = this.#scene;
    const {selection, loaded} = this.#session;
    const captions = captionsOf({
      glyphs: touchable,
      chosen: [chosenPlace, selection.place].filter((place) => place !== -1),
      name,
      number: (n) => i18n.number(n),
      bars: this.spark?.count ?? 0,
      labels,
      focus: loaded?.story.focus ?? [],
      language: i18n.lang,
      zoom: camera.zoom,
      projection,
      width,
      height,
      size,
      measure,
    });
    const key = [camera.zoom, camera.lat, camera.lng, width, height, i18n.lang].join();
    if (key !== this.#beforeKey || measure !== this.#beforeMeasure) this.#before.clear();
    this.#beforeMeasure = measure;
    const room = {
      x: frame.x + INSET,
      y: INSET,
      width: frame.width - 2 * INSET,
      height: height - 2 * INSET,
    };
    const discs = drawn.map(({place, x, y, r}) => ({
      owner: `place ${place}`,
      x,
      y,
      r: r + (place === chosenPlace ? CHOSEN_AIR : CASING),
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
