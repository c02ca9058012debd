import type {Dataset} from "../data/dataset.ts";
import {MANY} from "../data/slices.ts";

const LAST = 5;

/** What of the map is drawn yet: 1 the camera, 2 the key, 3 marks and points, 4 labels, 5 targets and words; 0 nothing. */
export class Turns {
  #dataset: () => Dataset | null;
  #late = $state.raw<{dataset: Dataset | null; turn: number}>({dataset: null, turn: 0});

  constructor(dataset: () => Dataset | null) {
    this.#dataset = dataset;
  }

  readonly now: number = $derived.by(() => {
    const dataset = this.#dataset();
    if (dataset === null || dataset.length < MANY) return LAST;
    return this.#late.dataset === dataset ? this.#late.turn : 0;
  });

  /** Takes the turns of a large record one after another, each in a task of its own, after what is to be worked out `ahead`. Returns how to stop. */
  take(ahead: readonly (() => unknown)[]): (() => void) | undefined {
    const dataset = this.#dataset();
    if (dataset === null || dataset.length < MANY) return undefined;
    const works = [...ahead];
    let turn = 0;
    let timer = setTimeout(function step(this: void) {
      const work = works.shift();
      if (work !== undefined) work();
      else show(++turn);
      if (turn < LAST) timer = setTimeout(step);
    });
    const show = (turn: number) => (this.#late = {dataset, turn});
    return () => clearTimeout(timer);
  }
}
