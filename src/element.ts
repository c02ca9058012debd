import type {ImportReport} from "./data/report.ts";
import type {ViewState} from "./data/viewState.ts";
import {countsOf, open, seek, select, showView, type Counts} from "./state/acts.ts";
import {announce} from "./state/announced.svelte.ts";
import type {Session} from "./state/session.svelte.ts";

/**
 * `<date-line>` as scripts of the page see it: what is shown, and the same acts that the reader has. Its events bubble and leave shadow
 * roots: `dateline-ready` once, with the view, when the first data is on screen; `dateline-view` with the view when it has come to rest;
 * `dateline-select` with `{id}`; `dateline-report` with the report of data that has been read; `dateline-error` with `{code, detail, params}`.
 */
export class DateLine extends HTMLElement {
  #session: Session | null = null;
  #resolveAttached!: (session: Session) => void;
  #attached = new Promise<Session>((resolve) => (this.#resolveAttached = resolve));
  #resolveReady!: () => void;
  #ready = new Promise<void>((resolve) => (this.#resolveReady = resolve));
  #isReady = false;
  #stop: (() => void) | null = null;

  constructor() {
    super();
    // A property that was set before the element was defined hides the one that acts.
    if (!Object.hasOwn(this, "view")) return;
    const {view} = this;
    delete (this as {view?: ViewState}).view;
    this.view = view;
  }

  /** Answers for a session, and tells what happens in it, until `detach`. */
  attach(session: Session): void {
    if (this.#stop !== null && this.#session === session) return;
    this.detach();
    this.#session = session;
    this.#resolveAttached(session);
    this.#stop = announce(session, (type, data) => this.#tell(type, data));
  }

  /** Tells nothing any more; what was shown last can still be asked for. */
  detach(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** The first data is on screen. */
  arrived(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    this.#resolveReady();
    this.#tell("ready", this.view);
  }

  /** Kept when the first data is on screen. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  get view(): ViewState {
    return this.#session?.view ?? {};
  }
  set view(view: ViewState) {
    void this.#now().then((session) => showView(session, view));
  }

  /** What became of every row of the data on screen; null before there is any. */
  get report(): ImportReport | null {
    return this.#session?.loaded?.report ?? null;
  }

  get counts(): Counts {
    return countsOf(this.#session);
  }

  /** Opens a file, an address, or the text of a table. Kept when it is on screen, has been refused or asks the reader: see `open` in `acts.ts`. */
  async open(what: File | string): Promise<void> {
    await open(await this.#attached, what);
  }

  /** Puts the playhead at the end of a date: `2024-01-28`. Anything that is no date is left alone. */
  async seek(date: string): Promise<void> {
    seek(await this.#now(), date);
  }

  async play(): Promise<void> {
    (await this.#now()).player.play();
  }

  async pause(): Promise<void> {
    (await this.#now()).player.pause();
  }

  /** Chooses the event with this id; none for "" and for an id that there is not. */
  async select(id: string): Promise<void> {
    select(await this.#now(), id);
  }

  async #now(): Promise<Session> {
    await this.#ready;
    return this.#attached;
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`dateline-${type}`, {detail, bubbles: true, composed: true}));
  }
}

/** Makes the element that the page has for the app answer to scripts, now that the first data is on screen or could not be had. */
export function attach(element: HTMLElement, session: Session): void {
  if (customElements.get("date-line") === undefined) customElements.define("date-line", DateLine);
  if (!(element instanceof DateLine)) return;
  element.attach(session);
  if (session.loaded !== null) element.arrived();
}
