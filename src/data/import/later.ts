import {buffersOf} from "../dataset.ts";
import {blobSource} from "../formats/blobSource.ts";
import type {ByteCut} from "../formats/bytes/byteRows.ts";
import type {LaterRows} from "../formats/bytes/laterRows.ts";
import type {CellColumns} from "../table.ts";
import type {Understanding} from "../understand/understanding.ts";
import type {ByteTexts} from "./bytes/byteTexts.ts";
import {settle} from "./bytes/settled.ts";
import {putBefore, type CellsPart} from "./cellsPart.ts";
import {deferred} from "./deferred.ts";
import {isTimeAgain} from "./pace.ts";
import {partOf, type Part} from "./part.ts";
import {makeRoom, rowTaker, type Circumstances, type Head, type RowTaker} from "./rowTaker.ts";

/** Asks for the rows of a file from about a place on. */
export interface LaterQuestion {
  blob: Blob;
  from: number;
  cut: ByteCut;
  head: Head;
  understanding: Understanding;
  circumstances: Circumstances;
}

/** What the one who asked says in the end: the cells of the rows before, and the order in which all rows are wanted, as they came. */
export type LaterWord = {before: CellsPart} | {order: Uint32Array | null};

/** What stands in the cells of all rows, in order, and UTF-16 units of each column of text. */
export interface SentCells {
  cells: CellColumns;
  units: Float64Array;
}

/** How many rows were found, and what speaks for them: see `LaterRows`. Places are counted from the beginning of the file. */
export interface LaterEnd extends LaterRows {
  rows: number;
  /** Whether some of them settle the order of day and month. */
  isEvidence: boolean;
  /** A hash of the id of each, as they came; none where there is no column of ids. */
  hashes: Int32Array;
}

export type LaterAnswer =
  /** Where the first of its records begins. */
  | {start: number}
  /** How far it is, from there. */
  | {bytes: number; rows: number}
  /** All is read. */
  | {end: LaterEnd}
  | {part: Part}
  /** The cells of both. */
  | SentCells
  | {failed: true};

/**
 * Reads the rows of a file from about a place on, for one who reads those before it, and puts the cells of both together. What could only be told
 * by one who has read the whole file is a failure, and so is every error: it is met again where it counts.
 */
export class Later {
  #say: (answer: LaterAnswer, transfer?: Transferable[]) => void;
  #before = deferred<CellsPart>();
  #order = deferred<Uint32Array | null>();

  constructor(say: (answer: LaterAnswer, transfer?: Transferable[]) => void) {
    this.#say = say;
  }

  hear(word: LaterQuestion | LaterWord): void {
    if ("before" in word) this.#before.resolve(word.before);
    else if ("order" in word) this.#order.resolve(word.order);
    else this.#answer(word).catch(() => this.#say({failed: true}));
  }

  async #answer(question: LaterQuestion): Promise<void> {
    const taker = await this.#read(question);
    if (taker === null) return this.#say({failed: true});
    const {builder} = taker;
    const part = partOf(taker, settle(builder));
    this.#say({part}, buffersOf({times: part.times, facts: part.facts, places: part.places}));
    putBefore(taker, await this.#before.promise);
    builder.sorted = {order: await this.#order.promise, standing: []};
    const units = Float64Array.from(builder.textColumns, (_, column) => builder.texts.size(column));
    const sent: SentCells = {cells: builder.finishCells(), units};
    this.#say(sent, buffersOf(sent));
  }

  /** Null where one who reads but a part of the file cannot tell. */
  async #read({blob, from, cut, head, understanding, circumstances}: LaterQuestion): Promise<RowTaker | null> {
    const {readLaterRows} = await import("../formats/bytes/laterRows.ts");
    const taker = rowTaker(head, understanding, circumstances, true);
    const source = blobSource(blob.slice(from));
    const isTime = isTimeAgain();
    let isFirst = true;
    let hasNul = false;
    const sink = {
      ...taker.sink,
      warn(...given: Parameters<typeof taker.sink.warn>) {
        hasNul ||= given[0] === "nul-character";
        taker.sink.warn(...given);
      },
      progress: (bytes: number) => {
        if (isFirst) makeRoom(taker, bytes, source.size);
        isFirst = false;
        if (isTime()) this.#say({bytes, rows: taker.rows});
      },
    };
    const found = await readLaterRows(source, cut, sink, (start) => this.#say({start: from + start}));
    if (found === null || hasNul) return null;
    const isEvidence = taker.evidence.length > 0;
    const {hashes} = taker.builder.texts as ByteTexts;
    const end = {rows: taker.rows, isEvidence, doubt: found.doubt + from, isRegular: found.isRegular, hashes};
    this.#say({end}, buffersOf({hashes}));
    return taker;
  }
}
