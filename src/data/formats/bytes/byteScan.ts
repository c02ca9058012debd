import {LIMITS} from "../../limits.ts";
import type {ByteRecords} from "./byteRecords.ts";

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/** Four bytes of 1, of a space and of a quote, and the highest bit of each of four. */
const ONES = 0x01010101;
const SPACES = 0x20202020;
const QUOTES = 0x22222222;
const HIGHS = 0x80808080;

/** The bytes end before the record does: more of them are needed. */
export const MORE = -1;
/** The record is not written as RFC 4180 has it, or too long: it takes the reader of texts to tell what is meant. */
export const ODD = -2;

/**
 * The next byte from `i` on that is below a space, as all are that may end something but for the delimiter and the quote, or the one of which
 * `four` is made; the first that no whole word holds where there is none. Four bytes are looked at together: of a word `w`, `(w - ONES) & ~w &
 * HIGHS` is 0 where no byte is 0, and else its lowest bit tells the first that is; the same with SPACES for bytes below a space (Hacker's
 * Delight, 2nd ed., 6-1; H. S. Warren, 2012).
 */
function skipped(view: DataView, i: number, lastWord: number, four: number): number {
  for (; i <= lastWord; i += 4) {
    const word = view.getInt32(i, true);
    const mixed = word ^ four;
    const found = (((word - SPACES) & ~word) | ((mixed - ONES) & ~mixed)) & HIGHS;
    if (found !== 0) return i + ((31 - Math.clz32(found & -found)) >> 3);
  }
  return i;
}

/**
 * Finds the cells of the records of a delimited file in its bytes, without making texts of them. What it takes is RFC 4180 with any delimiter
 * of one ASCII character and LF or CRLF after each line, as `RecordScan` reads it, with blanks behind a closing quote, and quotes within
 * unquoted cells.
 */
export class ByteScan {
  /** Line breaks within and behind the last record. */
  lines = 0;
  /** Whether a quoted cell of it holds a line break. */
  multiline = false;
  #records: ByteRecords;
  #delimiter: number;
  #delimiters: number;

  constructor(records: ByteRecords, delimiter: number) {
    this.#records = records;
    this.#delimiter = delimiter;
    this.#delimiters = Math.imul(delimiter, ONES);
  }

  /**
   * Adds the record at `at` of the records' buffer, which is filled up to `end`, to the others; `final` says that nothing follows. Returns where
   * the next one starts.
   */
  record(at: number, end: number, final: boolean): number {
    const records = this.#records;
    const {bytes, view, first, from, to} = records;
    const delimiter = this.#delimiter;
    const delimiters = this.#delimiters;
    const lastWord = end - 4;
    const begin = first[records.length];
    let cell = begin;
    let lines = 1;
    let i = at;
    let pairs = records.doubledCount;
    for (;;) {
      if (cell - begin === LIMITS.columns) return ODD;
      if (i < end && bytes[i] === QUOTE) {
        const start = ++i;
        let pair = 0;
        for (; ; i++) {
          i = skipped(view, i, lastWord, QUOTES);
          if (i >= end) return final || end - at > LIMITS.cell ? ODD : MORE;
          const code = bytes[i];
          if (code === QUOTE) {
            if (i + 1 === end) {
              if (!final) return MORE;
              break;
            }
            if (bytes[i + 1] !== QUOTE) break;
            if (pair === 0) pair = i;
            i++;
          } else if (code === LF) lines++;
          else if (code === 0 || (code === CR && i + 1 < end && bytes[i + 1] !== LF)) return ODD;
        }
        from[cell] = start;
        to[cell] = i++;
        if (pair !== 0) {
          records.doubled[pairs] = cell;
          records.doubledAt[pairs++] = pair;
        }
        for (; i < end; i++) {
          const code = bytes[i];
          if (code === delimiter || code === LF || code === CR) break;
          if (code !== SPACE && code !== TAB) return ODD;
        }
      } else {
        from[cell] = i;
        i = skipped(view, i, lastWord, delimiters);
        if (i < end && bytes[i] === delimiter) {
          to[cell++] = i++;
          continue;
        }
        // What ends the last cell of a record, or is no end at all, is told byte by byte.
        for (; i < end; i++) {
          const code = bytes[i];
          if (code > CR ? code === delimiter : code === LF || code === delimiter || code === CR || code === 0) break;
        }
        if (i < end && bytes[i] === 0) return ODD;
        to[cell] = i;
      }
      cell++;
      if (i === end) {
        if (final) break;
        return end - at > LIMITS.cell ? ODD : MORE;
      }
      const code = bytes[i];
      if (code === delimiter) {
        i++;
        continue;
      }
      if (code === CR) {
        if (i + 1 === end && !final) return MORE;
        if (i + 1 === end || bytes[i + 1] !== LF) return ODD;
        i++;
      }
      i++;
      break;
    }
    if (i - at > LIMITS.cell) return ODD;
    first[++records.length] = cell;
    records.doubledCount = pairs;
    this.lines = lines;
    this.multiline = lines > 1;
    return i;
  }
}

/**
 * Whether `[from, to)` shows no fault, as far as `to` lets one see: no quote that neither opens nor closes a cell. `final` says that the text
 * ends there.
 */
export function isRegular(bytes: Uint8Array, from: number, to: number, delimiter: number, final: boolean): boolean {
  for (let i = from; i < to; i++) {
    if (bytes[i] !== QUOTE) {
      for (; i < to && bytes[i] !== delimiter && bytes[i] !== LF; i++) if (bytes[i] === QUOTE) return false;
      continue;
    }
    for (i++; ; i++) {
      if (i >= to) return !final;
      if (bytes[i] !== QUOTE) continue;
      if (i + 1 >= to) return true;
      if (bytes[i + 1] !== QUOTE) break;
      i++;
    }
    for (i++; i < to && bytes[i] !== delimiter && (bytes[i] === SPACE || bytes[i] === TAB); i++);
    if (i >= to) return true;
    const code = bytes[i];
    if (code === CR) {
      if (bytes[i + 1] === LF) i++;
    } else if (code !== delimiter && code !== LF) return false;
  }
  return true;
}
