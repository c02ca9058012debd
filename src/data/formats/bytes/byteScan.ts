import {LIMITS} from "../../limits.ts";
import type {Fields} from "./fields.ts";

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/** 1 for the bytes that may say something within quotes: one question a byte, where spaces would often be guessed wrong. */
const QUOTED = Uint8Array.from({length: 256}, (_, byte) => ([0, LF, CR, QUOTE].includes(byte) ? 1 : 0));

/** The bytes end before the record does: more of them are needed. */
export const MORE = -1;
/** The record is not written as RFC 4180 has it, or too long: it takes the reader of texts to tell what is meant. */
export const ODD = -2;

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
  #fields: Fields;
  #delimiter: number;

  constructor(fields: Fields, delimiter: number) {
    this.#fields = fields;
    this.#delimiter = delimiter;
  }

  /** Reads the record at `at` of the fields' buffer, which is filled up to `end`; `final` says that nothing follows. Where the next one starts. */
  record(at: number, end: number, final: boolean): number {
    const fields = this.#fields;
    const {bytes, from, to, doubled} = fields;
    const delimiter = this.#delimiter;
    const most = from.length - 1;
    let count = 0;
    let lines = 1;
    let i = at;
    fields.anyDoubled = false;
    for (;;) {
      if (count === most) return ODD;
      if (i < end && bytes[i] === QUOTE) {
        const first = ++i;
        let pair = 0;
        for (; ; i++) {
          while (i < end && QUOTED[bytes[i]] === 0) i++;
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
        from[count] = first;
        to[count] = i++;
        doubled[count] = pair;
        if (pair !== 0) fields.anyDoubled = true;
        while (i < end && (bytes[i] === SPACE || bytes[i] === TAB) && bytes[i] !== delimiter) i++;
        const code = bytes[i];
        if (i < end && code !== delimiter && code !== LF && code !== CR) return ODD;
      } else {
        from[count] = i;
        for (; i < end; i++) {
          const code = bytes[i];
          if (code > CR ? code === delimiter : code === LF || code === delimiter || code === CR || code === 0) break;
        }
        if (bytes[i] === 0 && i < end) return ODD;
        to[count] = i;
        doubled[count] = 0;
      }
      count++;
      if (i === end) {
        if (final) break;
        return end - at > LIMITS.cell ? ODD : MORE;
      }
      if (bytes[i] === delimiter) {
        i++;
        continue;
      }
      if (bytes[i] === CR) {
        if (i + 1 === end && !final) return MORE;
        if (i + 1 === end || bytes[i + 1] !== LF) return ODD;
        i++;
      }
      i++;
      break;
    }
    fields.count = count;
    this.lines = lines;
    this.multiline = lines > 1;
    return i - at > LIMITS.cell ? ODD : i;
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
