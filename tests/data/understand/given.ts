import {understand, type UnderstandInput} from "../../../src/data/understand/understand.ts";
import type {Understanding} from "../../../src/data/understand/understanding.ts";

/** Understands a table of these columns and rows, with nothing settled. */
export const given = (
  header: readonly string[],
  sample: readonly (readonly string[])[],
  more: Partial<UnderstandInput> = {},
): Understanding =>
  understand({
    header,
    sample,
    tags: null,
    format: "csv",
    thisYear: 2026,
    headerSure: true,
    choices: {},
    by: "user",
    ...more,
  });

/** A table from lines whose cells are parted by `|`; the first is the header. */
export const table = (text: string): [header: string[], rows: string[][]] => {
  const [header = [], ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return [header, rows];
};
