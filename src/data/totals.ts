import {bisectLeft} from "d3";
import {parseDate, UTC} from "./calendar.ts";
import type {Story} from "./story.ts";

/** One figure that somebody stated, with the parts they gave and who published it. */
export interface Total {
  /** Calendar ms of the day it holds for. */
  date: number;
  value: number;
  parts: {column: string; value: number}[];
  /** Keys of the sources table. */
  sources: string[];
  note: string;
}

/** Stated running totals in order of date; figures of one day keep the order of the file. */
export class Totals {
  readonly figures: readonly Total[];
  readonly max: number;
  #dates: number[];

  constructor(figures: readonly Total[]) {
    this.figures = figures;
    this.#dates = figures.map(({date}) => date);
    this.max = figures.reduce((most, {value}) => Math.max(most, value), 0);
  }

  /** The last figure stated for a day that begins before `end`, or null. */
  before(end: number): Total | null {
    return this.figures[bisectLeft(this.#dates, end) - 1] ?? null;
  }
}

/** Reads the story's table of totals. Rows without a date or a number are left out. */
export function readTotals(table: readonly (readonly string[])[], config: NonNullable<Story["totals"]>): Totals {
  const [header = [], ...rows] = table;
  const cell = (cells: readonly string[], name: string) => (cells[header.indexOf(name)] ?? "").trim();
  const figures: Total[] = [];
  for (const cells of rows) {
    const date = parseDate(cell(cells, config.date), UTC);
    const text = cell(cells, config.value);
    if (date === null || text === "" || !Number.isFinite(Number(text))) continue;
    figures.push({
      date: date.ms,
      value: Number(text),
      parts: Object.keys(config.parts)
        .filter((column) => cell(cells, column) !== "")
        .map((column) => ({column, value: Number(cell(cells, column))}))
        .filter(({value}) => Number.isFinite(value)),
      sources: splitKeys(cell(cells, config.source)),
      note: cell(cells, config.note),
    });
  }
  return new Totals(figures.sort((a, b) => a.date - b.date));
}

/** `a; b` as `["a", "b"]`, each once. */
export const splitKeys = (text: string): string[] => [
  ...new Set(
    text
      .split(";")
      .map((key) => key.trim())
      .filter((key) => key !== ""),
  ),
];
