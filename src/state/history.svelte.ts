import type {ViewState} from "../data/viewState.ts";

const LIMIT = 200;

/** The views that the reader has settled on, for undo and redo. `record` is called when a view has come to rest. */
export class History {
  #entries = $state.raw<readonly string[]>([]);
  #at = $state(-1);

  get canUndo(): boolean {
    return this.#at > 0;
  }
  get canRedo(): boolean {
    return this.#at < this.#entries.length - 1;
  }

  /** Adds a view unless it is the one already there; what was undone is forgotten. */
  record(view: ViewState): void {
    const text = JSON.stringify(view);
    if (text === this.#entries[this.#at]) return;
    this.#entries = [...this.#entries.slice(0, this.#at + 1), text].slice(-LIMIT);
    this.#at = this.#entries.length - 1;
  }

  /** The view before, or null at the first. */
  undo(): ViewState | null {
    return this.canUndo ? this.#read(--this.#at) : null;
  }
  /** The view that was last undone, or null. */
  redo(): ViewState | null {
    return this.canRedo ? this.#read(++this.#at) : null;
  }

  clear(): void {
    this.#entries = [];
    this.#at = -1;
  }

  #read(at: number): ViewState {
    return JSON.parse(this.#entries[at]!) as ViewState;
  }
}
