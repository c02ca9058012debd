import type {Dataset} from "../data/dataset.ts";
import type {Session} from "../state/session.svelte.ts";
import type {Cells} from "./cells.ts";
import type {Camera} from "./mercator.ts";
import type {PlacePoints} from "./placePoints.ts";
import type {Side} from "./places.ts";
import {Spread, type SpreadStage} from "./spread.ts";

/** A stage of which each part is read on its own, as it changes. */
export interface Ground extends Readonly<SpreadStage> {
  readonly points: PlacePoints | null;
}

/** Rows that are counted in one go, about 20 ms. Of more, parts follow in tasks of their own, and none with every frame of a moving camera. */
const AT_ONCE = 150_000;
const REST_MS = 120;

/** Counts the rows of the window by where they lie on the stage, while the window and the camera move. */
export class Spreading {
  #session: Session;
  #ground: Ground;
  #before: Spread | undefined;
  /** Makes the cells that rows are counted in, where they are to be; `before` are those until now. */
  cellsFor = $state.raw<((stage: SpreadStage, before: Cells | null) => Cells) | null>(null);
  #counted = $state.raw<Camera | null>(null);

  constructor(session: Session, ground: Ground) {
    this.#session = session;
    this.#ground = ground;
  }

  #isHeavy = $derived.by(() => {
    const [i0, i1] = this.#session.selection.rows;
    return i1 - i0 > AT_ONCE;
  });
  /** The camera that the rows are counted for: of many rows only when it has come to rest. */
  readonly camera: Camera = $derived.by(() => {
    const before = this.#isHeavy ? this.#counted : null;
    return before ?? this.#ground.camera;
  });

  /** To be called when the camera has changed: what is costly to count is counted when it stays where it is. Returns how to call it off. */
  settle(): () => void {
    const {camera} = this.#ground;
    if (this.#counted === null || !this.#isHeavy) this.#counted = camera;
    const timer = setTimeout(() => (this.#counted = camera), REST_MS);
    return () => clearTimeout(timer);
  }

  #spread = $derived.by(() => {
    const {dataset, filtered} = this.#session.selection;
    const {points, width, height, frame, covers} = this.#ground;
    if (dataset === null || filtered === null || points === null) return null;
    points.fill();
    const stage = {camera: this.camera, width, height, frame, covers};
    const cells = this.cellsFor?.(stage, this.#before?.cells ?? null) ?? null;
    return (this.#before = new Spread(dataset, filtered.aggregates, points, stage, cells));
  });
  #turn = $state(0);
  #isWaiting = false;
  #shown: {readonly spread: Spread; readonly camera: Camera} | null = null;
  #shownOf: Dataset | null = null;
  /** How the rows of the window lie; a new object whenever they do so otherwise, once all of them have been counted. */
  readonly now: {readonly spread: Spread; readonly camera: Camera} | null = $derived.by(() => {
    const spread = this.#spread;
    const {dataset, rows} = this.#session.selection;
    void this.#turn;
    if (spread === null || dataset !== this.#shownOf) [this.#shown, this.#shownOf] = [null, dataset];
    if (spread === null) return null;
    if (spread.moveTo(...rows, AT_ONCE)) this.#shown = {spread, camera: this.camera};
    else this.#goOn();
    return this.#shown;
  });

  #goOn(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      this.#turn++;
    });
  }

  /** Rows of the window that cannot be seen, by the side on which they lie. */
  readonly beyond: Readonly<Record<Side, number>> = $derived.by(
    () => this.now?.spread.beyond ?? {north: 0, south: 0, east: 0, west: 0},
  );
}
