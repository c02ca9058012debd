import type {Measure} from "../map/measure.ts";

/** Widths of letters in Inter as shares of the size; what is in none of these is `REST` wide. */
const LETTERS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[iljI.,:;'’|!·()\[\] \u00a0\u202f-]/, 0.3],
  [/[ftr]/, 0.37],
  [/[mwMWŒœ–]/, 0.88],
  [/[A-ZÀ-ÖØ-Ý]/, 0.69],
  [/[0-9]/, 0.62],
  [/[\u0600-\u06ff]/, 0.5],
];
const REST = 0.57;
/** What a bold letter is wider by. */
const BOLD = 1.06;

/** Width of a text in px, by its letters, for where nothing can be measured. */
export const widthOf: Measure = (text, {size, weight, tracking = 0}) => {
  let width = 0;
  for (const letter of text) width += (LETTERS.find(([letters]) => letters.test(letter))?.[1] ?? REST) + tracking;
  return width * size * (weight >= 600 ? BOLD : 1);
};
