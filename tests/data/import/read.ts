import {readFileSync} from "node:fs";
import {isoText} from "../../../src/data/calendar.ts";
import {Dataset} from "../../../src/data/dataset.ts";
import {Importer, type ImportOutput} from "../../../src/data/import/importer.ts";
import type {Choices} from "../../../src/data/understand/understanding.ts";
import {inputOf} from "../../../src/data/import/load.ts";
import {textAt, type TextColumn} from "../../../src/data/text.ts";

export type Bytes = string | Uint8Array;

/** Reads a file as the worker would. */
export async function importOf(
  files: readonly {name: string; bytes: Bytes}[],
  settled: Choices = {},
): Promise<ImportOutput> {
  const parts = files.map(({name, bytes}) => ({name, blob: new Blob([bytes as BlobPart])}));
  return new Importer().read({...inputOf({files: parts, settled}), thisYear: 2026}, () => {});
}

export const importText = (text: Bytes, name = "table.csv", settled: Choices = {}): Promise<ImportOutput> =>
  importOf([{name, bytes: text}], settled);

export const importPath = (path: string, settled: Choices = {}): Promise<ImportOutput> =>
  importText(readFileSync(path), path.split("/").at(-1)!, settled);

/** The columns with every text as a list of its values, however it is kept. */
export function columnsOf({columns}: ImportOutput): object {
  const valuesOf = (columns: Record<string, TextColumn>) =>
    Object.entries(columns).map(([name, column]) => [name, Array.from(column.ends, (_, row) => textAt(column, row))]);
  const {texts, others, places} = columns;
  return {
    ...columns,
    texts: valuesOf(texts),
    others: valuesOf(others),
    places: {
      ...places,
      key: valuesOf({key: places.key}),
      names: valuesOf(places.names),
      fullNames: valuesOf(places.fullNames),
    },
  };
}

export interface Counted {
  rows: number;
  placed: number;
  timelineOnly: number;
  rejected: number;
}

export const counted = ({report: {rows, placed, timelineOnly, rejected}}: ImportOutput): Counted => ({
  rows,
  placed,
  timelineOnly,
  rejected,
});

/** The rows in file order, with the columns asked for: `start`, `end`, `lat`, `lon`, or any text, category or other column. */
export const rowsOf = ({columns, extent}: ImportOutput, names: readonly string[]): string[][] =>
  rowsIn(new Dataset(columns, extent), names);

export function rowsIn(dataset: Dataset, names: readonly string[]): string[][] {
  const {columns} = dataset;
  const order = Array.from({length: columns.length}, (_, i) => i).sort((a, b) => columns.row[a]! - columns.row[b]!);
  return order.map((i) =>
    names.map((name) => {
      const place = columns.place[i]!;
      if (name === "start") return isoText(columns.start[i]!);
      if (name === "end") return isoText(columns.end[i]!);
      if (name === "precision") return dataset.datePrecision(i);
      if (name === "lat" || name === "lon") return place === -1 ? "" : String(columns.places[name][place]);
      if (Object.hasOwn(columns.numbers, name)) return String(columns.numbers[name]![i]);
      if (Object.hasOwn(columns.others, name)) return textAt(columns.others[name]!, i);
      return dataset.text(name, i);
    }),
  );
}

export const codesOf = (output: ImportOutput): Record<string, number> =>
  Object.fromEntries(output.report.issues.map(({code, count}) => [code, count]));

/** Where a cause was met in the file. */
export const linesOf = (output: ImportOutput, code: string): (number | undefined)[] =>
  output.report.issues.filter((issue) => issue.code === code).flatMap(({examples}) => examples.map(({line}) => line));
