import type {Period} from "../data/period.ts";
import type {ViewState} from "../data/viewState.ts";
import {pictureOf, shownOf} from "./chaptersView.ts";
import type {Chapter, Session} from "./session.svelte.ts";

/** How long the window is on its way from one chapter to another, in ms. */
export const MOVE_MS = 900;

export type Blank = "none" | "black" | "white";
/** Something that the speaker points at on the map. */
export interface Pointer {
  kind: "laser" | "spotlight";
  lng: number;
  lat: number;
}

const eased = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/**
 * Steps through a session's chapters. A step sets the whole view of its chapter at once; only the window is then carried there from where it
 * was, through the session's frames. The next step sets off from where things are, and whatever else changes the window ends the move there.
 */
export class Briefing {
  #session: Session;
  #cancel: (() => void) | null = null;
  #moving = $state(false);
  /** The screen is all black or all white for a while. */
  blank = $state<Blank>("none");
  pointer = $state.raw<Pointer | null>(null);

  constructor(session: Session) {
    this.#session = session;
  }

  /** Number of the chapter on screen, from 1; 0 for none. */
  get step(): number {
    return this.#session.step;
  }
  get count(): number {
    return this.#session.chapters.length;
  }
  /** The chapter on screen; undefined where there is none. */
  get chapter(): Chapter | undefined {
    return this.#session.chapters[this.step - 1];
  }
  /** The window is on its way to the chapter's. */
  get moving(): boolean {
    return this.#moving;
  }
  /** The view on screen is no longer its chapter's, nor on its way there. */
  get isAway(): boolean {
    return this.step > 0 && !this.#moving && this.#strays;
  }

  readonly #strays: boolean = $derived.by(() => {
    const view = pictureOf(this.#session.view);
    const {camera} = this.#session;
    const chapter = this.chapter?.view ?? {};
    const {map} = chapter;
    // What a chapter asks for and there is not cannot be missed.
    for (const [name, value] of Object.entries(shownOf(this.#session, chapter)))
      if (JSON.stringify(view[name as keyof ViewState]) === JSON.stringify(value)) delete view[name as keyof ViewState];
    if (map !== undefined && camera.position === null) return true;
    // A story may say more digits than a camera does.
    if (map !== undefined && view.map?.every((n, i) => Math.abs(n - map[i]!) <= (i === 0 ? 5e-4 : 5e-5)))
      delete view.map;
    return Object.keys(view).length > 0;
  });

  /** Shows a chapter, the nearest there is, moving or cutting to it; without motion where the reader wants none. */
  go(step: number, how: "move" | "cut" = "move"): void {
    const session = this.#session;
    if (this.count === 0 || !Number.isFinite(step)) return;
    const nearest = Math.min(Math.max(Math.round(step), 1), this.count);
    const from = session.selection.window;
    this.#halt();
    this.pointer = null;
    session.view = {...session.tastes, view: session.settings.mode, step: nearest};
    if (how === "move" && !session.settings.reducedMotion) this.#carry(from, session.selection.window);
  }

  /** Goes on from the chapter, whether or not it is still what is on screen. At the last one it stays. */
  next(): void {
    if (this.step < this.count) this.go(this.step + 1);
  }
  previous(): void {
    if (this.step > 1) this.go(this.step - 1);
  }
  first(): void {
    this.go(1);
  }
  last(): void {
    this.go(this.count);
  }
  /** Back to the chapter's own view. */
  comeBack(): void {
    if (this.step > 0) this.go(this.step);
  }

  /** Makes the screen black or white, or what it was. */
  toggleBlank(blank: Exclude<Blank, "none">): void {
    this.blank = this.blank === blank ? "none" : blank;
  }

  /** Ends a move where it is. To be called when the briefing is over. */
  destroy(): void {
    this.#halt();
  }

  #carry(from: Period, to: Period): void {
    const {selection, player, frames} = this.#session;
    if (from[0] === to[0] && from[1] === to[1]) return;
    let started: number | null = null;
    selection.setWindow(...from);
    let shown = selection.window;
    this.#moving = true;
    const step = (time: number) => {
      this.#cancel = null;
      if (selection.window !== shown || player.playing || player.held) {
        this.#moving = false;
        return;
      }
      started ??= time;
      const t = Math.min(1, (time - started) / MOVE_MS);
      const along = (end: 0 | 1) => (t === 1 ? to[end] : from[end] + (to[end] - from[end]) * eased(t));
      selection.setWindow(along(0), along(1));
      shown = selection.window;
      if (t === 1) this.#moving = false;
      else this.#cancel = frames.next(step);
    };
    this.#cancel = frames.next(step);
  }

  #halt(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#moving = false;
  }
}
