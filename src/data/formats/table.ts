import type {IssueCode} from "../report.ts";
import type {ByteCut} from "./bytes/byteRows.ts";
import type {Stop} from "./bytes/stop.ts";
import type {ByteRecords} from "./bytes/byteRecords.ts";

/** Takes what a reader finds in a table, in the order of the file. It may throw to end the reading; a reader lets that pass. */
export interface Sink {
  /** One record. `line` is where a person finds it in the file, from 1: line of a text, row of a sheet; 0 where a format has none. */
  row(cells: readonly string[], line: number): void;
  /** A record that cannot be read at all: it counts as a row, and as rejected. `value` is its text. */
  reject(code: IssueCode, line: number, value: string): void;
  /** Something to know about the file, or about the row handed over next. It rejects nothing. */
  warn(code: IssueCode, line: number, value: string): void;
  /** Bytes of the source that have been used up so far. */
  progress(bytes: number): void;
}

/** A sink that may take records without a text being made of them. */
export interface ByteSink extends Sink {
  /**
   * Records `[from, to)`, none of them blank, their cells trimmed, valid until it returns. Returns how many of them, from the first on, it has
   * taken. The next one comes as a `row`, and those behind it again.
   */
  records(records: ByteRecords, from: number, to: number): number;
}

/** One table found in a file. All cells are text: numbers as `String` writes them, dates in ISO 8601 as precise as the file shows them. */
export interface Table {
  /** The file's own name for it: a sheet, the path of a JSON array (`results.items`), a layer; "" when the file is the table. */
  name: string;
  /** How many records it holds, where that is known before reading. */
  rows?: number;
  /** Set where its records are drawn as lines too, so that nobody has to choose between it and the others. */
  drawn?: true;
  /** Names of the columns where the format has them (JSON, KML, Parquet); null where they stand among the rows (CSV, sheets). */
  columns: readonly string[] | null;
  /** Reads it from the start; may be called again. */
  read(sink: Sink): Promise<void>;
  /**
   * The same, where cells need not become texts first; what is behind a place to `stop` may be read elsewhere. Throws NotUtf8 for a file that is
   * `unproven` and turns out not to be UTF-8.
   */
  readBytes?(sink: ByteSink, stop?: Stop): Promise<void>;
  /** How the file is cut whose bytes are read so. */
  cut?: ByteCut;
}

/** A file, unpacked and decoded. */
export interface Opened {
  /** Short name of the format: csv, tsv, json, ndjson, geojson, kml, gpx, xlsx, parquet, ics ... */
  format: string;
  /** gzip or zip, where the file was packed. */
  compression?: "gzip" | "zip";
  /** Label as `TextDecoder` knows it, and whether it was guessed. */
  encoding?: string;
  encodingGuessed?: boolean;
  delimiter?: string;
  /** Set for a workbook that counts its days since 1904: numbers without a date format may be such days. */
  from1904?: boolean;
  /** Every table in it, the likeliest first. */
  tables: Table[];
  /** Names of files that could not be read, where others could. */
  leftOut?: readonly string[];
  /** What the file says of itself. */
  title?: string;
  /** Lines that are shown and are no events: `[lon, lat]` pairs in degrees. */
  lines?: {name: string; points: Float64Array}[];
}

/** What a reader may be told instead of finding it out. */
export interface OpenOptions {
  encoding?: string;
  delimiter?: string;
  /** Bytes by which the encoding is judged where nothing but ASCII comes; as many as it takes when not set. */
  patience?: number;
}

/** Why a file cannot be opened. Worded in `i18n/`, with `params`; a `limit` names what was exceeded. */
export type FailureCode =
  | "empty-file"
  | "no-records"
  | "web-page"
  | "not-a-table"
  | "unsupported"
  | "encrypted"
  | "broken"
  | "too-large"
  | "too-many-rows"
  | "too-many-columns"
  | "too-deep"
  | "too-expanded"
  | "bad-story"
  | "no-start-column"
  | "no-rows"
  | "unreadable"
  | "timed-out";

export class ImportError extends Error {
  readonly code: FailureCode;
  /** `format`, `detail`, `line`, `column`, `position`, `limit`, `columns` ... whatever the message can use. */
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: FailureCode, params: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code}: ${JSON.stringify(params)}`, {cause});
    this.code = code;
    this.params = params;
  }
}
