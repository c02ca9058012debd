import {behind} from "../grow.ts";
import {ByteTexts} from "./bytes/byteTexts.ts";
import {Dictionary, type Words} from "./bytes/dictionary.ts";
import type {TextPart} from "./bytes/textPart.ts";
import type {RowTaker} from "./rowTaker.ts";

type Taken = Pick<RowTaker, "builder">;

/** What stands in the cells of the rows of a part of a file, as they came; codes are its own. */
export interface CellsPart {
  rows: number;
  numbers: readonly Float64Array[];
  categories: readonly {codes: Uint32Array; words: Words}[];
  texts: TextPart;
}

/** What was taken as bytes, with the room that there is for more; one who gives it away has nothing of it left. */
export const cellsOf = ({builder: {length, numbers, categories, texts}}: Taken): CellsPart => ({
  rows: length,
  numbers: numbers.map(({values}) => values),
  categories: categories.map(({codes, store}) => ({codes, words: (store as Dictionary).words()})),
  texts: (texts as ByteTexts).part(),
});

/** Puts the cells of a part before those of a taker, which took on where it ends. */
export function putBefore({builder}: Taken, first: CellsPart): void {
  const {length} = builder;
  builder.numbers.forEach((each, i) => {
    each.values = behind(first.numbers[i], first.rows, each.values.subarray(0, length));
  });
  builder.categories.forEach((each, i) => {
    const {codes, words} = first.categories[i];
    const store = new Dictionary();
    store.join(words);
    const here = store.join((each.store as Dictionary).words());
    for (let k = 0; k < length; k++) each.codes[k] = here[each.codes[k]];
    each.codes = behind(codes, first.rows, each.codes.subarray(0, length));
    each.store = store;
  });
  const texts = ByteTexts.of(first.texts);
  texts.join((builder.texts as ByteTexts).part());
  builder.texts = texts;
  builder.length += first.rows;
}
