import type {Dataset} from "../data/dataset.ts";
import {MANY} from "../data/slices.ts";

/** How much of what shows a table is there yet: 0 nothing, `last` all of it. A large one comes in turns, each of them in a task of its own. */
export class Turns {
  #dataset: () => Dataset | null;
  #last: number;
  #late = $state.raw<{dataset: Dataset | null; turn: number}>({dataset: null, turn: 0});

  constructor(dataset: () => Dataset | null, last: number) {
    this.#dataset = dataset;
    this.#last = last;
  }

  readonly now: number = $derived.by(() => {
    const dataset = this.#dataset();
    if (dataset === null || dataset.length < MANY) return this.#last;
    return this.#late.dataset === dataset ? this.#late.turn : 0;
  });

  /** Takes the turns one after another, after what is to be worked out `ahead`. Returns how to stop. */
  take(ahead: readonly (() => unknown)[] = []): (() => void) | undefined {
    const dataset = this.#dataset();
    const last = this.#last;
    if (dataset === null || dataset.length < MANY) return undefined;
    const works = [...ahead];
    let turn = 0;
    let timer = setTimeout(function step(this: void) {
      const work = works.shift();
      if (work !== undefined) work();
      else show(++turn);
      if (turn < last) timer = setTimeout(step);
    });
    const show = (turn: number) => (this.#late = {dataset, turn});
    return () => clearTimeout(timer);
  }
}
