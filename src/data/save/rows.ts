import type {Dataset} from "../dataset.ts";

/** Which rows of a table are saved: all that were read, or those that the window and the filters let through. */
export type Which = "all" | "shown";

/** Every row, in the order of the file. */
export const allRows = (dataset: Dataset): Uint32Array => inFileOrder(dataset, 0, dataset.length, () => true);

/** The rows of the window `[from, to)` that pass, in the order of the file. */
export const shownRows = (
  dataset: Dataset,
  [from, to]: readonly [number, number],
  passes: (row: number) => boolean,
): Uint32Array => inFileOrder(dataset, from, to, passes);

/** Row numbers of a file differ from one another, so that a pass over them sorts. */
function inFileOrder(dataset: Dataset, from: number, to: number, passes: (row: number) => boolean): Uint32Array {
  const numbers = dataset.columns.row;
  let last = 0;
  let count = 0;
  for (let row = from; row < to; row++) if (numbers[row]! > last) last = numbers[row]!;
  const at = new Uint32Array(last + 1);
  for (let row = from; row < to; row++) {
    if (!passes(row)) continue;
    at[numbers[row]!] = row + 1;
    count++;
  }
  const rows = new Uint32Array(count);
  for (let number = 0, next = 0; number <= last; number++) if (at[number]! > 0) rows[next++] = at[number]! - 1;
  return rows;
}
