import type {FailureCode} from "../formats/table.ts";
import type {Loaded} from "../load.ts";
import type {Understanding} from "../understand/understanding.ts";

/** The file behind what is on screen, as far as a reader wants to know. */
export interface FileFacts {
  name: string;
  url?: string;
  bytes: number;
  format: string;
  compression?: "gzip" | "zip";
  encoding?: string;
  encodingGuessed?: boolean;
  delimiter?: string;
  /** Every table in the file and the one that was read. */
  tables: readonly {name: string; rows?: number}[];
  table: string;
  /** How long it took to read, in ms. */
  took: number;
}

/** A file that was read and understood: all that a Session shows, and how it came to be. */
export interface Imported extends Loaded {
  file: FileFacts;
  understanding: Understanding;
  /** Whether it may be shown without asking first. */
  sure: boolean;
  /** Rows that could not be used, as they stand in the file, with line and code: CSV text with a header; null when there is none. */
  rejected: Blob | null;
  /** Lines that are drawn and are no events: `[lon, lat]` pairs in degrees. */
  lines: readonly {name: string; points: Float64Array}[];
}

export interface Progress {
  /** `unpacking`, `reading` rows, `sorting` them. */
  stage: "fetching" | "unpacking" | "reading" | "sorting";
  bytes: number;
  /** Bytes in all, or 0 when that is not known. */
  total: number;
  rows: number;
}

export interface Failure {
  code: FailureCode;
  params: Readonly<Record<string, string | number>>;
}
