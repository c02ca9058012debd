import type {Source} from "../source.ts";
import type {ByteSink} from "../table.ts";
import {ByteRows, type ByteCut} from "./byteRows.ts";
import {ByteRecords} from "./byteRecords.ts";
import {ByteScan, isRegular} from "./byteScan.ts";
import {Windows} from "./windows.ts";

const LF = 10;
/** Bytes in which a first record is looked for. */
const LOOKED_AT = 262_144;
/** Records that have to be as wide as most, one behind the other, before the first of them is taken for one. */
const ALIKE = 3;
/** Bytes to which a reader that comes from the beginning may know all to be regular behind the place it has reached. */
const REACH = 262_144;

/** What the rows behind a place in a file were, all places counted from where the reading began. */
export interface LaterRows {
  /** The first doubtful record; Infinity for none. What was made of it and of those behind may depend on what came before. */
  doubt: number;
  /** Whether it does not, since nothing in the file is against the way in which it was read. */
  isRegular: boolean;
}

/**
 * Reads a delimited file from the first place on that looks like the beginning of a record, and says through `begin` where that is, in bytes of
 * `source`, with the line it begins called 1. Whether a record does begin there is for one to say who has read what comes before. Returns null
 * where there is no such place.
 */
export async function readLaterRows(
  source: Source,
  cut: ByteCut,
  sink: ByteSink,
  begin: (start: number) => void,
  windows = new Windows(source),
): Promise<LaterRows | null> {
  try {
    await windows.fill();
    const start = firstRecord(windows, cut);
    if (start === -1) return null;
    begin(start);
    windows.at = start;
    const rows = new ByteRows(windows, cut, sink);
    let regular = true;
    for (let stuck = false; ;) {
      const {bytes, at, end, base, final} = windows;
      if (base < start + REACH || rows.doubt < start + REACH)
        regular &&= isRegular(bytes, at, end, cut.delimiter, final);
      rows.take(stuck);
      sink.progress(windows.used);
      if (final && windows.at === end) break;
      stuck = windows.isFull && at === 0;
      await rows.moveOn();
    }
    rows.end();
    return {doubt: rows.doubt, isRegular: regular && !rows.isOdd};
  } finally {
    await windows.close();
  }
}

/** The first place behind a line break where records begin that are as wide as most; -1 for none. */
function firstRecord({bytes, end, final}: Windows, {delimiter, width}: ByteCut): number {
  const records = new ByteRecords();
  records.use(bytes);
  const scan = new ByteScan(records, delimiter);
  const limit = Math.min(end, LOOKED_AT);
  for (let at = bytes.indexOf(LF) + 1; at > 0 && at < limit; at = bytes.indexOf(LF, at) + 1) {
    let next = at;
    let alike = 0;
    for (; alike < ALIKE && next < end; alike++) {
      records.clear();
      next = scan.record(next, end, final);
      if (next < 0 || records.countOf(0) !== width) break;
    }
    if (alike === ALIKE) return at;
  }
  return -1;
}
