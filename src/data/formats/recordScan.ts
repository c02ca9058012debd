const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/** The text ends before the record does: more of it is needed. */
export const MORE = -1;
/** A quoted cell is never closed, or not within reach. */
export const OPEN = -2;

/** A cell that runs on for longer than this after its quote opened is not taken for a quoted one. */
const QUOTED = 4_000_000;
/** How far to look for the end of a quoted cell once it holds a quote that neither closes it nor is doubled. */
const HUNT = 4096;
/** How many more quotes it may then hold. */
const STRAYS = 16;

/** Places of one string in a text, looked up in rising order; asking for an earlier one is allowed and costs a search. */
class Places {
  #text: string;
  #what: string;
  #from = 0;
  #at = -1;

  constructor(text: string, what: string) {
    this.#text = text;
    this.#what = what;
  }

  /** The first at or after `from`; Infinity where there is none. */
  after(from: number): number {
    if (from < this.#from || from > this.#at) {
      const at = this.#text.indexOf(this.#what, from);
      this.#from = from;
      this.#at = at === -1 ? Infinity : at;
    }
    return this.#at;
  }
}

/**
 * Splits a text into the records of a delimited file, one at a time, by RFC 4180 with any delimiter and LF, CRLF or CR after each line. What
 * the standard leaves open is read as PapaParse does: blanks may stand between a closing quote and the delimiter, a quote within an unquoted
 * cell is a character like others, and one that neither closes a quoted cell nor is doubled belongs to it.
 *
 * Cells are slices, and V8 keeps the text they were cut from alive for as long as one of them lives.
 */
export class RecordScan {
  readonly text: string;
  /** Cells of the last record. */
  cells: string[] = [];
  /** Where it showed first that the last record breaks the standard, -1 if nowhere. */
  fault = -1;
  /** Whether that was within a quoted cell, so that another reading is possible. */
  loose = false;
  /** Whether a quoted cell of the last record holds a line break. */
  multiline = false;
  #delimiter: string;
  #final: boolean;
  #loneCr: boolean;
  #lf: Places;
  #cr: Places;
  #quote: Places;
  #cut: Places;

  /** `final` says that nothing follows the text; `loneCr` that a CR without an LF ends a line, unless it stands within quotes. */
  constructor(text: string, delimiter: string, final: boolean, loneCr = true) {
    this.text = text;
    this.#delimiter = delimiter;
    this.#final = final;
    this.#loneCr = loneCr;
    this.#lf = new Places(text, "\n");
    this.#cr = new Places(text, "\r");
    this.#quote = new Places(text, '"');
    this.#cut = new Places(text, delimiter);
  }

  /** Where the line that `at` stands in ends, before its line break; Infinity when it does not. */
  lineEnd(at: number): number {
    const lf = this.#lf.after(at);
    if (this.#loneCr) return Math.min(lf, this.#cr.after(at));
    return lf < Infinity && lf > at && this.text.charCodeAt(lf - 1) === CR ? lf - 1 : lf;
  }

  /** Whether a CR that belongs to no CRLF stands within the record from `at` to `next`. */
  hasLoneCr(at: number, next: number): boolean {
    let cr = this.#cr.after(at);
    while (cr < next && this.text.charCodeAt(cr + 1) === LF) cr = this.#cr.after(cr + 1);
    return cr < next;
  }

  /** Reads the record that starts at `at`, which must lie in the text. Returns where the next one starts, MORE or OPEN. */
  record(at: number): number {
    const {text} = this;
    this.fault = -1;
    this.loose = false;
    this.multiline = false;
    const end = this.lineEnd(at);
    if (this.#quote.after(at) >= end) {
      const next = this.#afterBreak(end);
      if (next !== MORE) this.cells = text.slice(at, Math.min(end, text.length)).split(this.#delimiter);
      return next;
    }
    this.cells = [];
    for (let cell = at; ;) {
      const to = text.charCodeAt(cell) === QUOTE ? this.#quoted(cell) : this.#unquoted(cell);
      if (to < 0) return to;
      if (!text.startsWith(this.#delimiter, to)) return this.#afterBreak(to === text.length ? Infinity : to);
      cell = to + this.#delimiter.length;
    }
  }

  /** Where the line after the break at `end` starts. */
  #afterBreak(end: number): number {
    const {text} = this;
    if (end === Infinity) return this.#final ? text.length : MORE;
    if (text.charCodeAt(end) === LF) return end + 1;
    if (end + 1 === text.length && !this.#final) return MORE;
    return text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  }

  #unquoted(at: number): number {
    const end = Math.min(this.#cut.after(at), this.lineEnd(at), this.text.length);
    const quote = this.#quote.after(at);
    if (quote < end && this.fault === -1) this.fault = quote;
    this.cells.push(this.text.slice(at, end));
    return end === this.text.length && !this.#final ? MORE : end;
  }

  #quoted(at: number): number {
    const {text} = this;
    let reach = at + QUOTED;
    let doubled = false;
    let strays = 0;
    for (let close = this.#quote.after(at + 1); ; close = this.#quote.after(close + 1)) {
      if (strays > STRAYS || (close > reach && (close < Infinity || this.#final || text.length > reach))) {
        this.#found(Math.min(reach, text.length));
        return OPEN;
      }
      if (close === Infinity || (close + 1 === text.length && !this.#final)) return MORE;
      if (text.charCodeAt(close + 1) === QUOTE) {
        doubled = true;
        if (strays > 0) strays++;
        close++;
        continue;
      }
      const end = this.#afterBlanks(close + 1);
      if (end === MORE) return MORE;
      if (end !== close) {
        const value = text.slice(at + 1, close);
        this.cells.push(doubled ? value.replaceAll('""', '"') : value);
        if (this.lineEnd(at) < close) this.multiline = true;
        return end;
      }
      this.#found(close);
      strays++;
      reach = Math.min(reach, close + HUNT);
    }
  }

  #found(fault: number): void {
    if (this.fault === -1) this.fault = fault;
    this.loose = true;
  }

  /** Where the cell ends that was closed before `from`: past blanks, at a delimiter or line break; `from - 1` when it does not. */
  #afterBlanks(from: number): number {
    const {text} = this;
    for (let at = from; ; at++) {
      if (text.length - at < this.#delimiter.length && !this.#final) return MORE;
      if (at === text.length || text.startsWith(this.#delimiter, at)) return at;
      const code = text.charCodeAt(at);
      if (code === LF || code === CR) return at;
      if (code !== SPACE && code !== TAB) return from - 1;
    }
  }
}
