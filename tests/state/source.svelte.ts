import type {Dataset} from "../../src/data/dataset.ts";

/** A record that another may take the place of. */
export class Source {
  #dataset = $state.raw<Dataset | null>(null);

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  get dataset(): Dataset {
    return this.#dataset!;
  }
  set dataset(dataset: Dataset) {
    this.#dataset = dataset;
  }
}
