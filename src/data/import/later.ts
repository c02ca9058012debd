import {blobSource} from "../formats/blobSource.ts";
import type {ByteCut} from "../formats/bytes/byteRows.ts";
import type {Later} from "../formats/bytes/laterRows.ts";
import type {Understanding} from "../understand/understanding.ts";
import {isTimeAgain} from "./pace.ts";
import {buffersOfPart, partOf, type Part} from "./part.ts";
import {makeRoom, rowTaker, type Circumstances, type Head} from "./rowTaker.ts";

/** Asks for the rows of a file from about a place on. */
export interface LaterQuestion {
  blob: Blob;
  from: number;
  cut: ByteCut;
  head: Head;
  understanding: Understanding;
  circumstances: Circumstances;
}

/** How many rows were found, and what speaks for them: see `Later`. Places are counted from the beginning of the file. */
export interface LaterEnd extends Later {
  rows: number;
  /** Whether some of them settle the order of day and month. */
  isEvidence: boolean;
}

export type LaterAnswer =
  /** Where the first of its records begins. */
  | {start: number}
  /** How far it is, from there. */
  | {bytes: number; rows: number}
  /** All is read. */
  | {end: LaterEnd}
  | {part: Part}
  | {failed: true};

/**
 * Reads the rows of a file from about a place on, for one who reads those before it. What could only be told by one who has read the whole file
 * is a failure, and so is every error: it is met again where it counts.
 */
export async function answerLater(
  {blob, from, cut, head, understanding, circumstances}: LaterQuestion,
  say: (answer: LaterAnswer, transfer?: Transferable[]) => void,
): Promise<void> {
  try {
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
      progress(bytes: number) {
        if (isFirst) makeRoom(taker, bytes, source.size);
        isFirst = false;
        if (isTime()) say({bytes, rows: taker.rows});
      },
    };
    const later = await readLaterRows(source, cut, sink, (start) => say({start: from + start}));
    if (later === null || hasNul) return say({failed: true});
    const isEvidence = taker.evidence.length > 0;
    say({end: {rows: taker.rows, isEvidence, doubt: later.doubt + from, isRegular: later.isRegular}});
    const part = partOf(taker);
    say({part}, buffersOfPart(part) as ArrayBuffer[]);
  } catch {
    say({failed: true});
  }
}
