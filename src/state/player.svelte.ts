import {DAY} from "../data/calendar.ts";
import type {FrameClock} from "./frames.ts";
import type {Selection} from "./selection.svelte.ts";

export const SPEEDS = [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096];

/** Moves the window with a clock: a slow machine drops frames, never time. */
export class Player {
  #selection: Selection;
  #clock: FrameClock;
  #cancel: (() => void) | null = null;
  #last: number | null = null;
  #owed = 0;
  #playing = $state(false);
  /** Days a second. */
  speed = $state(2);
  /** While true the reader holds the playhead: playing waits. */
  held = $state(false);
  /** Moves by whole days only, or hours where the window does. */
  stepwise = $state(false);
  /** It is to play as soon as the reader can see it. */
  isAwaited = $state(false);

  constructor(selection: Selection, clock: FrameClock) {
    this.#selection = selection;
    this.#clock = clock;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Plays on from the playhead, from the start when it stands at the end. */
  play(): void {
    const {dataset} = this.#selection;
    if (this.#playing || dataset === null) return;
    const [from, to] = dataset.extent;
    const [start, end] = this.#selection.window;
    if (end >= to) {
      const {step} = this.#selection;
      const first = this.#selection.mode === "slide" || start + step >= to ? from : start;
      this.#selection.setWindow(first, this.#selection.mode === "slide" ? first + (end - start) : first + step);
    }
    this.#playing = true;
    this.#last = null;
    this.#owed = 0;
    this.#next();
  }

  pause(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#playing) {
      this.#playing = false;
      this.#selection.snap();
    }
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  #next(): void {
    this.#cancel = this.#clock((time) => this.#frame(time));
  }

  #frame(time: number): void {
    const elapsed = this.#last === null ? 0 : time - this.#last;
    this.#last = time;
    if (!this.held) {
      let by = (elapsed / 1000) * this.speed * DAY;
      if (this.stepwise) {
        this.#owed += by;
        by = Math.floor(this.#owed / this.#selection.step) * this.#selection.step;
        this.#owed -= by;
      }
      if (by > 0) this.#selection.seek(this.#selection.playhead + by);
      if (this.#selection.playhead >= (this.#selection.dataset?.extent[1] ?? 0)) {
        this.pause();
        return;
      }
    }
    this.#next();
  }
}
