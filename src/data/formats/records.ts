import type {IssueCode} from "../report.ts";
import {cutLongCells, leafText, makeFlattener} from "./flatten.ts";
import {isRecord} from "./parseJson.ts";
import type {Sink, Table} from "./table.ts";

/** One record as it stands in the file. */
export interface Item {
  value: unknown;
  /** Line of the file, from 1; 0 where records are not told apart by lines. */
  line: number;
  /** Share of the file that has been used up with it, 0 to 1. */
  done: number;
  /** The text itself, where it could not be parsed; `value` is then undefined. */
  unreadable?: string;
}

/** How a kind of record becomes a row. All records are learnt before the first is turned. */
export interface Shape {
  learn(value: unknown): void;
  columns(): readonly string[] | null;
  /** Null for what is no record of this kind. */
  cells(value: unknown, warn: (code: IssueCode, value: string) => void): string[] | null;
  /** What is to be said of the table as a whole before its rows. */
  notice?: {code: IssueCode; value: string};
}

const PROGRESS_EVERY = 1000;

/** A table of records that can be gone through again and again. `size` is that of the file, in bytes. */
export function makeTable(name: string, items: () => Iterable<Item>, shape: Shape, size: number): Table {
  let rows = 0;
  for (const {value} of items()) {
    rows++;
    shape.learn(value);
  }
  const columns = shape.columns();
  return {
    name,
    // Where the names may stand among the rows, nobody knows yet how many records there are.
    ...(columns === null ? {} : {rows}),
    columns,
    read: async (sink) => {
      if (shape.notice !== undefined) sink.warn(shape.notice.code, 0, shape.notice.value);
      let count = 0;
      for (const item of items()) {
        handOver(item, shape, sink);
        if (++count % PROGRESS_EVERY === 0) sink.progress(Math.round(item.done * size));
      }
      sink.progress(size);
    },
  };
}

function handOver({value, line, unreadable}: Item, shape: Shape, sink: Sink): void {
  const warn = (code: IssueCode, text: string) => sink.warn(code, line, text);
  const cells = unreadable === undefined ? shape.cells(value, warn) : null;
  if (cells === null) sink.reject("bad-record", line, (unreadable ?? JSON.stringify(value)).slice(0, 200));
  else
    sink.row(
      cutLongCells(cells, (text) => warn("long-cell", text)),
      line,
    );
}

/** The elements of an array. */
export function* itemsOf(values: readonly unknown[]): Iterable<Item> {
  for (let i = 0; i < values.length; i++) yield {value: values[i], line: 0, done: (i + 1) / values.length};
}

/** Records that are objects of any kind. `texts` are columns whose cells are turned once more. */
export function objectShape(texts: ReadonlyMap<string, (cell: string) => string> = new Map()): Shape {
  const flattener = makeFlattener();
  let turned: [number, (cell: string) => string][] = [];
  return {
    learn: (value) => {
      if (isRecord(value)) flattener.learn(value);
    },
    columns() {
      const columns = flattener.columns();
      turned = [...texts].map(([name, turn]) => [columns.indexOf(name), turn]);
      return columns;
    },
    cells(value) {
      if (!isRecord(value)) return null;
      const cells = flattener.cells(value);
      for (const [column, turn] of turned) if (column !== -1) cells[column] = turn(cells[column]!);
      return cells;
    },
  };
}

/** Records that are arrays of cells; their names stand elsewhere, or among the rows. */
export function rowShape(columns: readonly string[] | null): Shape {
  return {
    learn: () => {},
    columns: () => columns,
    cells: (value) => (Array.isArray(value) ? value.map((cell) => leafText(cell)) : null),
  };
}
