import type {Dataset} from "../data/dataset.ts";
import {Search, type Matches} from "../data/search.ts";

/** What a search of a record has found: null where all rows match. */
interface Found {
  dataset: Dataset;
  q: string;
  matches: Matches | null;
}

/** What has been found in the record on screen. In a large one a search takes a while, in which what was found before stays. */
export class Searching {
  #dataset: () => Dataset | null;
  #found = $state.raw<Found | null>(null);
  #running = $state(false);
  #search: Search | null = null;

  constructor(dataset: () => Dataset | null) {
    this.#dataset = dataset;
  }

  #answer = $derived.by(() => (this.#found?.dataset === this.#dataset() ? this.#found : null));

  get running(): boolean {
    return this.#running;
  }
  /** The query that `matches` answers; blank for none. */
  get answered(): string {
    return this.#answer?.q ?? "";
  }
  /** 1 for each row that matches; null where all do. Another array for another search. */
  get matches(): Uint8Array | null {
    return this.#answer?.matches?.rows ?? null;
  }
  /** How many rows match; null where nothing is searched for. */
  get count(): number | null {
    return this.#answer?.matches?.count ?? null;
  }

  /** Looks for rows that match; a newer question ends an older, and a blank one has its answer at once. */
  ask(q: string): void {
    const search = this.#searcher();
    this.#running = search !== null && q.trim() !== "";
    if (this.#running) {
      search!.ask(q, (matches) => {
        this.#found = {dataset: search!.dataset, q, matches};
        this.#running = false;
      });
    } else {
      search?.stop();
      this.#found = null;
    }
  }

  /** Makes a large record ready to be searched. */
  prepare(): void {
    if (!this.#running) this.#searcher()?.prepare();
  }

  /** What searches the record on screen; null while there is none. */
  #searcher(): Search | null {
    const dataset = this.#dataset();
    if (this.#search !== null && this.#search.dataset !== dataset) {
      this.#search.stop();
      this.#search = null;
    }
    if (dataset !== null) this.#search ??= new Search(dataset);
    return this.#search;
  }
}
