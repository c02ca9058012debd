import type {Dataset} from "./dataset.ts";
import {findInto, foldColumn, foldText, type TextColumn} from "./text.ts";

const SEARCHED = ["title", "summary", "place", "target", "claimedBy", "notes", "id"];
/** Where no column gives titles, category and place stand for them. */
const categoriesIn = (texts: object) =>
  Object.keys(texts).some((name) => name.startsWith("title")) ? ["actor"] : ["actor", "category"];

/** Finds rows whose text holds every word of a query, in any language of the table. Folded columns are made at the first search. */
export class Search {
  #dataset: Dataset;
  #folded: TextColumn[] | null = null;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** 1 for each row that matches; null for a query without a letter, which matches all. */
  find(query: string): Uint8Array | null {
    const words = foldText(query.slice(0, 200)).split(/\s+/).filter(Boolean);
    if (words.length === 0) return null;
    this.#folded ??= this.#fold();
    const {length, columns} = this.#dataset;
    const all = new Uint8Array(length).fill(1);
    for (const word of words) {
      const hits = new Uint8Array(length);
      for (const column of this.#folded) findInto(column, word, hits);
      for (const name of categoriesIn(columns.texts)) {
        if (!Object.hasOwn(columns.categories, name)) continue;
        const category = columns.categories[name]!;
        const matching = category.values.map((value) => foldText(value).includes(word));
        for (let row = 0; row < length; row++) if (matching[category.codes[row]!]) hits[row] = 1;
      }
      const names = this.#placeHits(word);
      for (let row = 0; row < length; row++) {
        const place = columns.place[row]!;
        if (place !== -1 && names[place] === 1) hits[row] = 1;
        all[row]! &= hits[row]!;
      }
    }
    return all;
  }

  #fold(): TextColumn[] {
    return Object.entries(this.#dataset.columns.texts)
      .filter(([name]) => SEARCHED.includes(name.split(".")[0]!))
      .map(([, column]) => foldColumn(column));
  }

  #placeHits(word: string): Uint8Array {
    const hits = new Uint8Array(this.#dataset.placeCount);
    for (const column of Object.values(this.#dataset.columns.places.fullNames))
      findInto(foldColumn(column), word, hits);
    return hits;
  }
}
