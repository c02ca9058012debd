import {LIMITS} from "../limits.ts";
import {MORE, OPEN, RecordScan} from "./recordScan.ts";
import {ImportError, type Sink} from "./table.ts";

/** How far two readings of a doubtful record are followed to see which stays regular the longer. */
export const AHEAD = 65_536;
/** A regular reading that has been followed this far needs no second look. */
export const ENOUGH = 1024;
/** Lines within a doubtful record that are looked at. */
const LOOKED_AT = 20;
/** UTF-16 units of one line; longer ones are in no table. */
const LINE = 16_000_000;

export interface RecordReader {
  /** Takes the next piece of the text, of any length. */
  push(text: string): void;
  /** Says that nothing follows. */
  end(): void;
  /** Physical line, from 1, that follows `ahead`, which is not pushed yet. */
  line(ahead: string): number;
  /** Line of what comes next, once all that was pushed is handed over; null while some of it is held back. */
  settled(): number | null;
}

/** Where reading is taken up: at the beginning of a record. */
export interface Standing {
  line: number;
  /** UTF-16 units of what follows that are known to be regular. */
  trusted: number;
}

/**
 * Splits a text that comes in pieces into records and hands over all that are not blank, with the line they start at; how it is cut into
 * pieces makes no difference. `width` is the number of cells most records have, 0 when that is not known.
 *
 * A quote that opens a cell and is not closed takes no other record with it: where a quoted cell runs over line breaks and what follows is
 * less regular than it would be without that quote, its first line alone is handed over, the quote taken literally, with an `open-quote`.
 *
 * Without `loneCr`, which is for files whose rows end otherwise, a CR by itself belongs to its cell, unless it parts records of `width` cells.
 * `from` says where in the file the text begins, when not at its beginning.
 */
export function recordReader(
  delimiter: string,
  width: number,
  sink: Omit<Sink, "progress" | "reject">,
  loneCr = true,
  from: Standing = {line: 1, trusted: 0},
): RecordReader {
  let text = "";
  let {line} = from;
  /** Length at which it is worth looking at the text again. */
  let need = 0;
  /** Up to which place in `text` all records are known to be regular. */
  let {trusted} = from;
  let columnsSeen = width;

  const hand = (cells: string[], from: number, to: number): void => {
    if (cells.length > LIMITS.columns) {
      if (columnsSeen === 0 || columnsSeen > LIMITS.columns)
        throw new ImportError("too-many-columns", {columns: cells.length, limit: LIMITS.columns, line});
      cells.length = LIMITS.columns;
    }
    columnsSeen ||= cells.length;
    if (to - from > LIMITS.cell) shorten(cells);
    if (isBlank(cells)) sink.warn("blank-row", line, "");
    else sink.row(cells, line);
  };

  const shorten = (cells: string[]): void => {
    for (const [column, cell] of cells.entries()) {
      if (cell.length <= LIMITS.cell) continue;
      sink.warn("long-cell", line, cell.slice(0, 200));
      cells[column] = cell.slice(0, LIMITS.cell);
    }
  };

  /** Hands over a line with CRs in it: as records of their own where each of them is as wide as most. */
  const handWithCr = (cells: string[], at: number, next: number): void => {
    const scan = new RecordScan(text.slice(at, next), delimiter, true);
    const parts: {cells: string[]; from: number; to: number}[] = [];
    for (let from = 0; from < scan.text.length;) {
      const to = scan.record(from);
      if (to < 0) break;
      parts.push({cells: scan.cells, from, to});
      from = to;
    }
    if (parts.every((part) => part.cells.length === width)) {
      for (const part of parts) {
        hand(part.cells, at + part.from, at + part.to);
        line += linesIn(text.slice(at + part.from, at + part.to));
      }
      return;
    }
    hand(cells, at, next);
    line += linesIn(text.slice(at, next));
  };

  const drain = (final: boolean): void => {
    const scan = new RecordScan(text, delimiter, final, loneCr);
    let at = 0;
    while (at < text.length) {
      const next = scan.record(at);
      if (next === MORE) break;
      if (scan.fault === -1 && !scan.multiline) {
        if (!loneCr && scan.hasLoneCr(at, next)) handWithCr(scan.cells, at, next);
        else {
          hand(scan.cells, at, next);
          line++;
        }
        at = next;
        continue;
      }
      const whole = holdsTogether(scan, at, next, final);
      if (whole === MORE) break;
      at = whole === 1 ? handWhole(scan, at, next) : handLine(scan, at);
    }
    if (!final && text.length - at > LINE && scan.lineEnd(at) === Infinity)
      throw new ImportError("too-large", {limit: LINE, detail: "line", line});
    need = (text.length - at) * 2;
    trusted = Math.max(0, trusted - at);
    text = text.slice(at);
  };

  /** Whether the record at `at`, which is doubtful, is one record up to `next` (1) or only its first line (0); MORE when that cannot be said yet. */
  const holdsTogether = (scan: RecordScan, at: number, next: number, final: boolean): 0 | 1 | typeof MORE => {
    if (next === OPEN) return !final && scan.lineEnd(at) + 1 >= text.length ? MORE : 0;
    if (!scan.multiline) return 1;
    const regular = scan.fault === -1;
    if (regular && next + ENOUGH < trusted) return 1;
    if (!regular && (scan.cells.length !== width || swallows(scan, at, next))) return 0;
    const limit = next + AHEAD;
    if (text.length < limit && !final) return MORE;
    const joined = regularUntil(text, next, limit, delimiter, final, loneCr);
    if (regular && joined >= limit) {
      trusted = limit;
      return 1;
    }
    const second = lineAfter(text, scan.lineEnd(at));
    const parted = regularUntil(text, second, limit, delimiter, final, loneCr);
    const usual = isUsual(second, final);
    const fits = scan.cells.length === width;
    if (!regular ? joined <= parted : joined === parted ? !fits && usual : joined < parted && (!fits || usual))
      return 0;
    if (regular) trusted = joined;
    return 1;
  };

  /** Whether a regular record begins with one of the next lines: a cell that takes it in was opened by mistake. */
  const swallows = (scan: RecordScan, at: number, next: number): boolean => {
    let from = lineAfter(text, scan.lineEnd(at));
    for (let looked = 0; from < next && looked < LOOKED_AT; looked++) {
      const inner = new RecordScan(text.slice(from, next), delimiter, true, loneCr);
      if (inner.record(0) >= 0 && inner.fault === -1 && inner.cells.length === width && !isBlank(inner.cells))
        return true;
      from = lineAfter(text, scan.lineEnd(from));
    }
    return false;
  };

  /** Whether a line of its own that is regular, as wide as most and not blank starts at `at`. */
  const isUsual = (at: number, final: boolean): boolean => {
    const scan = new RecordScan(text.slice(at, at + AHEAD), delimiter, final && at + AHEAD >= text.length, loneCr);
    const alone = scan.text !== "" && scan.record(0) >= 0 && scan.fault === -1 && !scan.multiline;
    return alone && scan.cells.length === width && !isBlank(scan.cells);
  };

  const handWhole = (scan: RecordScan, at: number, next: number): number => {
    let {cells} = scan;
    if (scan.loose) {
      const record = text.slice(at, next).trimEnd();
      const literal = scan.multiline ? cells : cellsOfLine(record, delimiter).cells;
      if (cells.length !== width && literal.length === width) cells = literal;
      sink.warn("stray-quote", line, record);
    }
    hand(cells, at, next);
    line += scan.multiline ? linesIn(text.slice(at, next)) : 1;
    return next;
  };

  const handLine = (scan: RecordScan, at: number): number => {
    const end = Math.min(scan.lineEnd(at), text.length);
    const record = text.slice(at, end);
    const {cells, open} = cellsOfLine(record, delimiter);
    sink.warn(open ? "open-quote" : "stray-quote", line, record);
    hand(cells, at, end);
    line++;
    return lineAfter(text, end);
  };

  return {
    push: (piece) => {
      text += piece;
      if (text.length >= need) drain(false);
    },
    end: () => drain(true),
    line: (ahead) => line + linesIn(text + ahead),
    settled() {
      drain(false);
      return text === "" ? line : null;
    },
  };
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

/** How far a text can be read from `from` without a fault, at most up to `limit`. */
function regularUntil(
  text: string,
  from: number,
  limit: number,
  delimiter: string,
  final: boolean,
  loneCr: boolean,
): number {
  const scan = new RecordScan(text.slice(from, limit), delimiter, final && limit >= text.length, loneCr);
  for (let at = 0; at < scan.text.length;) {
    const next = scan.record(at);
    if (scan.fault !== -1) return from + scan.fault;
    if (next === MORE) break;
    at = next;
  }
  return limit;
}

/** The cells of one line: quoted ones where quotes are well set, else with their quotes. `open` says that one was opened and not closed. */
function cellsOfLine(line: string, delimiter: string): {cells: string[]; open: boolean} {
  const cells: string[] = [];
  let open = false;
  for (let at = 0; ;) {
    const close = line.startsWith('"', at) ? closing(line, at) : -1;
    const cut = line.indexOf(delimiter, Math.max(at, close));
    const end = cut === -1 ? line.length : cut;
    if (close !== -1 && line.slice(close + 1, end).trim() === "") {
      cells.push(line.slice(at + 1, close).replaceAll('""', '"'));
      at = end;
    } else {
      open ||= close === -1 && line.startsWith('"', at);
      const next = line.indexOf(delimiter, at);
      cells.push(line.slice(at, next === -1 ? line.length : next));
      at = next === -1 ? line.length : next;
    }
    if (at === line.length) return {cells, open};
    at += delimiter.length;
  }
}

/** Where the quote that opens at `at` is closed, -1 if nowhere. */
function closing(line: string, at: number): number {
  let close = line.indexOf('"', at + 1);
  while (close !== -1 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
  return close;
}

function lineAfter(text: string, end: number): number {
  return end >= text.length ? text.length : end + (text.startsWith("\r\n", end) ? 2 : 1);
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines++;
  }
  return lines;
}
