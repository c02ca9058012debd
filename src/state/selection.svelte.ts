import {Aggregates, type Show} from "../data/aggregates.ts";
import {DAY} from "../data/calendar.ts";
import {PRIMARY, type Dataset} from "../data/dataset.ts";
import type {Period} from "../data/period.ts";
import type {Searching} from "./searching.svelte.ts";

/** What the counts stand on; a new one each time that anything in it changes, its arrays are the running ones. */
export interface Counts {
  readonly aggregates: Aggregates;
  readonly rows: readonly [i0: number, i1: number];
}

/** What the card shows. */
export type Panel = "event" | "list" | "none";
export type Mode = "accumulate" | "slide";
/** What the pointer or the focus is on: one event, or all events of a place. */
export type Hover = {row: number} | {place: number} | null;

/** Some rows that are listed alone, whatever places they are at. */
export interface Spot {
  /** In time order, in the window or not, whether or not they pass. */
  readonly rows: Uint32Array;
  /** Says in the language on screen what so many of them are: "12 events here". */
  heading(count: number): string;
}

type Source = () => {
  dataset: Dataset;
  facets: readonly string[];
  certaintyFacet: string | null;
  /** Counts of these that were taken ahead. */
  counted?: Aggregates | undefined;
} | null;

/** The window, the filters and the chosen event of one view. The window's end is the playhead. Methods are the only writers. */
export class Selection {
  #source: Source;
  #window = $state.raw<Period>([0, DAY]);
  #show = $state.raw<Show>({});
  #q = $state("");
  /** Null until it has been fetched. */
  #searching = $state.raw<Searching | null>(null);
  #rows: readonly [number, number] = [0, 0];
  #row = $state(-1);
  #place = $state(-1);
  #spot = $state.raw<Spot | null>(null);
  /** The list has been asked for and has not come yet. */
  #isListAwaited = false;
  #panel = $state<Panel | null>(null);
  mode = $state<Mode>("accumulate");
  hover = $state.raw<Hover>(null);

  constructor(source: Source) {
    this.#source = source;
  }

  readonly dataset: Dataset | null = $derived.by(() => this.#source()?.dataset ?? null);
  #aggregates = $derived.by(() => {
    const source = this.#source();
    return source === null
      ? null
      : (source.counted ?? new Aggregates(source.dataset, source.facets, source.certaintyFacet));
  });

  /** Changes with the filters only, not with the window: what the columns of the timeline hang on. */
  readonly filtered: {readonly aggregates: Aggregates} | null = $derived.by(() => {
    if (this.#aggregates === null) return null;
    this.#aggregates.filter(this.#show, this.#searching?.matches ?? null);
    return {aggregates: this.#aggregates};
  });

  /** The rows of the window as a half-open row range; the same object while they are the same. */
  readonly rows: readonly [number, number] = $derived.by(() => {
    const [i0, i1] = this.dataset?.rows(...this.#window) ?? [0, 0];
    if (i0 !== this.#rows[0] || i1 !== this.#rows[1]) this.#rows = [i0, i1];
    return this.#rows;
  });

  readonly counts: Counts | null = $derived.by(() => {
    if (this.filtered === null) return null;
    const {aggregates} = this.filtered;
    aggregates.moveTo(...(this.rows as [number, number]));
    return {aggregates, rows: this.rows};
  });

  get window(): Period {
    return this.#window;
  }
  get playhead(): number {
    return this.#window[1];
  }
  get show(): Show {
    return this.#show;
  }
  /** What is searched for. */
  get q(): string {
    return this.#q;
  }
  /** What the rows on screen were searched for, which is `q` once that has been found. */
  get answered(): string {
    return this.#searching?.answered ?? "";
  }
  get searching(): boolean {
    return this.#searching?.running ?? this.q.trim() !== "";
  }
  /** How many rows of the record match what was searched for, filters aside; null when nothing was. */
  get found(): number | null {
    return this.#searching?.count ?? null;
  }
  /** Row of the chosen event, -1 for none. */
  get row(): number {
    return this.#row;
  }
  /** The chosen place, whose events alone are listed, -1 for none. */
  get place(): number {
    return this.#place;
  }
  /** The rows that alone are listed, null for all, and while none of them passes. */
  readonly spot: Spot | null = $derived.by(() => {
    const [spot, filtered] = [this.#spot, this.filtered];
    return spot !== null && filtered !== null && spot.rows.some((row) => filtered.aggregates.passes(row)) ? spot : null;
  });
  /** Row of the one event that the pointer or the focus is on, -1 for none. */
  get hoverRow(): number {
    return this.hover !== null && "row" in this.hover ? this.hover.row : -1;
  }
  get panel(): Panel {
    return this.#panel ?? this.defaultPanel;
  }
  get defaultPanel(): Panel {
    return this.#row !== -1 && this.q.trim() === "" ? "event" : "list";
  }
  get isFiltered(): boolean {
    return this.answered.trim() !== "" || Object.keys(this.#show).length > 0;
  }

  /** How finely the window moves, in ms. */
  readonly step: number = $derived.by(() => this.dataset?.step ?? DAY);
  #floor = (time: number) => Math.floor(time / this.step) * this.step;
  #ceil = (time: number) => Math.ceil(time / this.step) * this.step;

  /** Sets the window, kept inside the record and at least a step long unless it is shorter itself. */
  setWindow(start: number, end: number): void {
    const [first, last] = this.within(start, end);
    if (first !== this.#window[0] || last !== this.#window[1]) this.#window = [first, last];
  }

  /** A stretch of time as far as the window can be that. */
  within(start: number, end: number): Period {
    const [from, to] = this.dataset?.extent ?? [0, DAY];
    const shortest = Math.min(this.step, to - from);
    const first = Math.min(Math.max(start, from), to - shortest);
    return [first, Math.max(Math.min(end, to), first + shortest)];
  }

  /** Moves the playhead; in slide mode the whole window goes with it. */
  seek(time: number): void {
    const [start, end] = this.#window;
    if (this.mode === "accumulate") this.setWindow(Math.min(start, this.#floor(time - 1)), time);
    else this.moveBy(time - end);
  }

  /** Moves both ends, keeping the length. */
  moveBy(by: number): void {
    const [from, to] = this.dataset?.extent ?? [0, DAY];
    const [start, end] = this.#window;
    const allowed = Math.min(Math.max(by, from - start), to - end);
    this.setWindow(start + allowed, end + allowed);
  }

  /** Moves the playhead on to the end of its day or hour. The start goes back to the start of its own, or, in slide mode, along. */
  snap(): void {
    const [start, end] = this.#window;
    const last = this.#ceil(end);
    const length = Math.max(1, Math.round((end - start) / this.step)) * this.step;
    this.setWindow(this.mode === "slide" ? last - length : this.#floor(start), last);
  }

  /** Chooses an event, -1 for none; with `follow` the window is widened to hold it. */
  select(row: number, follow = false): void {
    this.#row = row;
    this.#panel = row !== -1 && this.defaultPanel === "list" ? "event" : null;
    if (row === -1 || !follow || this.dataset === null) return;
    const start = this.dataset.columns.start[row]!;
    const [from, to] = this.#window;
    if (start >= from && start < to) return;
    if (this.mode === "slide") this.moveBy(this.#ceil(start + 1) - to);
    else this.setWindow(Math.min(from, this.#floor(start)), start >= to ? this.#ceil(start + 1) : to);
  }

  /** The pointer or the focus has left an event. */
  leave(row: number): void {
    if (row !== -1 && this.hoverRow === row) this.hover = null;
  }

  /** Lists only what happened at a place, -1 for all places. */
  choosePlace(place: number): void {
    this.#place = place;
    this.#spot = null;
    this.#panel = place === -1 ? this.#panel : "list";
  }

  /** Lists only some rows, in place of those of a chosen place. Whoever shows the list takes the reader there: see `takeList`. */
  chooseRows(spot: Spot): void {
    this.#place = -1;
    this.#spot = spot;
    this.#panel = "list";
    this.#isListAwaited = true;
  }

  /** Lists other rows in place of `before` while it is listed. Says whether it was. */
  exchangeRows(before: Spot, next: Spot): boolean {
    if (this.#spot !== before) return false;
    this.#spot = next;
    return true;
  }

  /** Whether a list has been asked for that has not come yet. */
  get isListAwaited(): boolean {
    return this.#isListAwaited;
  }
  /** Whether the reader is to be taken to the list, which is said once for each time that it was asked for. */
  takeList(): boolean {
    const was = this.#isListAwaited;
    this.#isListAwaited = false;
    return was;
  }

  /** Opens a tab of the card, or closes it; null for what goes with the choice of event. */
  openPanel(panel: Panel | null): void {
    this.#panel = panel;
  }

  /** Looks for the rows that hold every word of `q`. In a large record that takes a while, in which what was found before stays. */
  search(q: string): void {
    this.#q = q.slice(0, 200).replace(/\p{Surrogate}/gu, "");
    if (this.#searching !== null) this.#searching.ask(this.#q);
    else if (this.searching) void this.prepareSearch().catch(() => {});
  }

  /** Fetches what searches, and makes a large record ready for it: for when a search is to be expected. */
  async prepareSearch(): Promise<void> {
    const {Searching} = await import("./searching.svelte.ts");
    if (this.#searching === null) {
      this.#searching = new Searching(() => this.dataset);
      this.#searching.ask(this.#q);
    }
    this.#searching.prepare();
  }

  setShow(show: Show): void {
    this.#show = show;
  }

  /** Keeps only `values` of a facet; null keeps all. */
  keep(facet: string, values: readonly string[] | null): void {
    const {[facet]: _, ...rest} = this.#show;
    this.#show = values === null ? rest : {...rest, [facet]: values};
  }

  keeps(facet: string, value: string): boolean {
    return !Object.hasOwn(this.#show, facet) || this.#show[facet]!.includes(value);
  }

  /** Switches values of a facet off, or on again when all of them are off; all on is no filter. */
  toggle(facet: string, values: readonly string[]): void {
    const categories = this.dataset?.columns.categories ?? {};
    const all = Object.hasOwn(categories, facet) ? categories[facet]!.values : [];
    const on = all.filter((value) => this.keeps(facet, value));
    const next = values.some((value) => on.includes(value))
      ? on.filter((value) => !values.includes(value))
      : all.filter((value) => on.includes(value) || values.includes(value));
    this.keep(facet, next.length === all.length ? null : next);
  }

  clearFilters(): void {
    this.#show = {};
    this.search("");
  }

  /** The next (`by` 1) or previous (-1) passing primary or counter row after the chosen one, else at the playhead; -1 at the end. */
  neighbour(by: 1 | -1): number {
    const {dataset, filtered} = this;
    if (dataset === null || filtered === null) return -1;
    let row = this.#row !== -1 ? this.#row + by : by === 1 ? this.rows[0] : this.rows[1] - 1;
    for (; row >= 0 && row < dataset.length; row += by) {
      if (dataset.columns.series[row]! <= PRIMARY + 1 && filtered.aggregates.passes(row)) return row;
    }
    return -1;
  }
}
