import type {CategoryColumn} from "./category.ts";
import type {Dataset} from "./dataset.ts";
import {FoldedText} from "./foldedText.ts";
import {atOnce, inSlices} from "./slices.ts";
import {foldText, packText} from "./text.ts";

const SEARCHED = ["title", "summary", "place", "target", "claimedBy", "notes", "id"];
/** Where no column gives titles, category and place stand for them. */
const categoriesIn = (texts: object) =>
  Object.keys(texts).some((name) => name.startsWith("title")) ? ["actor"] : ["actor", "category"];

/** Records below both are answered at once. */
const FEW_ROWS = 20_000;
const FEW_UNITS = 4_000_000;
const STEP_ROWS = 1 << 15;

/** The words of a query as they are looked for, of its first 200 UTF-16 units. */
const wordsOf = (query: string): string[] => foldText(query.slice(0, 200)).split(/\s+/).filter(Boolean);

/** 1 for each row that matches, and how many do. */
export interface Matches {
  rows: Uint8Array;
  count: number;
}

/** Rows that a word is found in when it is found in one of `values`: `values[codes[row]]`, none where the code is not one of theirs. */
interface Coded {
  codes: ArrayLike<number>;
  values: FoldedText;
}

/** Finds rows whose text holds every word of a query, in any language of the table. Text is folded when it is first looked at. */
export class Search {
  readonly dataset: Dataset;
  #texts: FoldedText[];
  #coded: Coded[];
  #isSmall: boolean;
  #last: {words: readonly string[]; rows: Uint8Array} | null = null;
  #stop: () => void = () => {};

  constructor(dataset: Dataset) {
    const {texts, categories, place, places} = dataset.columns;
    this.dataset = dataset;
    this.#texts = Object.entries(texts)
      .filter(([name]) => SEARCHED.includes(name.split(".")[0]!))
      .map(([, column]) => new FoldedText(column));
    this.#coded = [
      ...categoriesIn(texts)
        .filter((name) => Object.hasOwn(categories, name))
        .map((name): CategoryColumn => categories[name]!)
        .map(({codes, values}) => ({codes, values: new FoldedText(packText(values))})),
      ...Object.values(places.fullNames).map((names) => ({codes: place, values: new FoldedText(names)})),
    ];
    this.#isSmall = dataset.length < FEW_ROWS && this.#columns.reduce((sum, {units}) => sum + units, 0) < FEW_UNITS;
  }

  /**
   * Calls `answer` with the rows that match, or with null for a query without a letter, which matches all: at once for a small record,
   * else when it has been worked out in slices of a few ms. A newer question ends an older.
   */
  ask(query: string, answer: (matches: Matches | null) => void): void {
    this.#stop();
    const words = wordsOf(query);
    if (words.length === 0) answer(null);
    else if (this.#isSmall) answer(atOnce(this.#find(words)));
    else this.#stop = inSlices(this.#find(words), answer);
  }

  /** Folds a large record ahead of a question, in slices. */
  prepare(): void {
    if (this.#isSmall) return;
    this.#stop();
    this.#stop = inSlices(this.#fold(), () => {});
  }

  /** Ends what goes on; nobody is answered. */
  stop(): void {
    this.#stop();
  }

  get #columns(): FoldedText[] {
    return [...this.#texts, ...this.#coded.map(({values}) => values)];
  }

  *#fold(): Generator<void, void> {
    for (const column of this.#columns) yield* column.fold();
  }

  *#find(words: readonly string[]): Generator<void, Matches> {
    // A query that is typed on finds some of the rows that it found before, and no others.
    const isNarrower = this.#last?.words.every((word) => words.some((next) => next.includes(word)));
    let rows = isNarrower ? this.#last!.rows : null;
    for (const word of words) rows = yield* this.#findWord(word, rows);
    this.#last = {words, rows: rows!};
    let count = 0;
    for (const [from, to] of this.#steps()) {
      for (let row = from; row < to; row++) count += rows![row]!;
      yield;
    }
    return {rows: rows!, count};
  }

  /** The rows among `among`, or all, that hold a word. */
  *#findWord(word: string, among: Uint8Array | null): Generator<void, Uint8Array> {
    const hits = new Uint8Array(this.dataset.length);
    for (const column of this.#texts) yield* column.find(word, among, hits);
    for (const {codes, values} of this.#coded) {
      const holds = new Uint8Array(values.length);
      yield* values.find(word, null, holds);
      if (!holds.includes(1)) continue;
      for (const [from, to] of this.#steps()) {
        for (let row = from; row < to; row++) if (holds[codes[row]!] === 1) hits[row] = 1;
        yield;
      }
    }
    if (among === null) return hits;
    for (const [from, to] of this.#steps()) {
      for (let row = from; row < to; row++) hits[row]! &= among[row]!;
      yield;
    }
    return hits;
  }

  /** The rows of the record, some at a time. */
  *#steps(): Generator<[from: number, to: number], void> {
    const {length} = this.dataset;
    for (let from = 0; from < length; from += STEP_ROWS) yield [from, Math.min(length, from + STEP_ROWS)];
  }
}
