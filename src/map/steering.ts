import type {Session} from "../state/session.svelte.ts";
import {STEP_MS} from "./flight.svelte.ts";
import type {Look} from "./look.svelte.ts";
import {panBy, zoomAround, type Camera, type Padding} from "./mercator.ts";
import {fitBox, placeBounds, stands} from "./places.ts";

interface Stage {
  width: number;
  height: number;
  padding: Padding;
}

/** Levels of zoom that a tap on several places goes closer by. */
const CLOSER = 2;

/** Moves the map as the reader has it. */
export class Steering {
  #session: Session;
  #look: Look;
  #stage: () => Stage;

  constructor(session: Session, look: Look, stage: () => Stage) {
    this.#session = session;
    this.#look = look;
    this.#stage = stage;
  }

  /** All that the pointer does in a frame is one move. */
  #drag(by: (camera: Camera) => Camera): void {
    const look = this.#look;
    this.#session.frames.gather(look, by, (moves) => look.moveTo(moves.reduce((at, by) => by(at), look.now)));
  }

  /** Moves the land by that many px with the pointer. */
  pan(dx: number, dy: number): void {
    this.#drag((at) => panBy(at, dx, dy));
  }

  /** Zooms by so many levels around a point of the stage with the pointer. */
  zoomAt(x: number, y: number, by: number): void {
    const {width, height} = this.#stage();
    this.#drag((at) => zoomAround(at, width, height, x, y, by));
  }

  /** Moves the land by that many px, at once. */
  push(dx: number, dy: number): void {
    this.#look.moveTo(panBy(this.#look.now, dx, dy));
  }

  /** Zooms by so many levels around the middle of what nothing covers. */
  zoom(by: number): void {
    const {width, height, padding} = this.#stage();
    this.#zoomTo((padding.left + width - padding.right) / 2, (padding.top + height - padding.bottom) / 2, by);
  }

  /** Goes close enough to a point of the stage to tell what lies there apart. */
  closer(x: number, y: number): void {
    this.#zoomTo(x, y, CLOSER);
  }

  #zoomTo(x: number, y: number, by: number): void {
    const {width, height} = this.#stage();
    this.#look.flyTo(zoomAround(this.#look.target, width, height, x, y, by), STEP_MS);
  }

  /** Back to the story's own view. */
  home(): void {
    this.#look.flyTo(null);
  }

  /** Shows every place that has something in the window. */
  showAll(): void {
    const {dataset, counts} = this.#session.selection;
    if (dataset === null || counts === null) return;
    const {width, height, padding} = this.#stage();
    const shown = placeBounds(dataset, (row) => stands(dataset, counts.aggregates, row, counts.rows));
    this.#look.flyTo(fitBox(shown, width, height, padding));
  }
}
