import type {Facts} from "../table.ts";
import {ByteTexts} from "./bytes/byteTexts.ts";
import {Dictionary, type Words} from "./bytes/dictionary.ts";
import type {TextPart} from "./bytes/textPart.ts";
import {behind} from "./part.ts";
import type {RowTaker} from "./rowTaker.ts";

/** What there is to say of the rows of a part of a file besides when and where, as they came; codes are its own. */
export interface CellsPart {
  /** Records of the file, of which some may have been rejected. */
  rows: number;
  /** How many were not. */
  length: number;
  facts: Omit<Facts, "start" | "end" | "place">;
  numbers: readonly Float64Array[];
  categories: readonly {codes: Uint32Array; words: Words}[];
  texts: TextPart;
}

/** What was taken as bytes, with the room that there is for more; one who gives it away has nothing of it left. */
export function cellsOf({builder, rows}: RowTaker): CellsPart {
  const {start: _, end: __, place: ___, ...facts} = builder.facts;
  return {
    rows,
    length: builder.length,
    facts,
    numbers: builder.numbers.map(({values}) => values),
    categories: builder.categories.map(({codes, store}) => ({codes, words: (store as Dictionary).words()})),
    texts: (builder.texts as ByteTexts).part(),
  };
}

/** Puts the rows of a part before those of a taker, which took on where it ends. */
export function putBefore({builder}: RowTaker, first: CellsPart): void {
  const {length, facts} = builder;
  for (let i = 0; i < length; i++) facts.row[i] += first.rows;
  for (const name of Object.keys(first.facts) as (keyof CellsPart["facts"])[])
    facts[name] = behind(first.facts[name], first.length, facts[name].subarray(0, length)) as never;
  builder.numbers.forEach((each, i) => {
    each.values = behind(first.numbers[i], first.length, each.values.subarray(0, length));
  });
  builder.categories.forEach((each, i) => {
    const {codes, words} = first.categories[i];
    const store = new Dictionary();
    store.join(words);
    const here = store.join((each.store as Dictionary).words());
    for (let k = 0; k < length; k++) each.codes[k] = here[each.codes[k]];
    each.codes = behind(codes, first.length, each.codes.subarray(0, length));
    each.store = store;
  });
  const texts = ByteTexts.of(first.texts);
  texts.join((builder.texts as ByteTexts).part());
  builder.texts = texts;
  builder.length += first.length;
}
