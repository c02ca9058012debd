import {firstBeyondAscii, isUtf8, SAMPLE} from "../encoding.ts";
import {AHEAD, ENOUGH, recordReader, type RecordReader} from "../recordReader.ts";
import type {Source} from "../source.ts";
import type {ByteSink} from "../table.ts";
import {ByteRecords} from "./byteRecords.ts";
import {ByteScan, isRegular, MORE, ODD} from "./byteScan.ts";
import type {Standing, Stop} from "./stop.ts";
import {afterUnits, qualityOf, unitsIn} from "./utf8.ts";
import {Windows} from "./windows.ts";

const LF = 10;
/** Bytes that the reader of texts is given at once. */
const PIECE = 131_072;
/** U+FEFF at the beginning of a file. */
const MARK = [0xef, 0xbb, 0xbf];

/** Thrown where a text that was taken for UTF-8, by a beginning that is ASCII, turns out not to be. */
export class NotUtf8 extends Error {}

/** How a delimited file in UTF-8 is cut: by one ASCII character, most records into `width` cells. */
export interface ByteCut {
  delimiter: number;
  width: number;
  /** Set where nothing but the first, ASCII, bytes says that it is UTF-8. */
  unproven: boolean;
}

/**
 * Reads a delimited file record by record from its bytes. What is written plainly is offered to the sink as places in a buffer; what it does not
 * take comes as text, and stretches that are not plain are left to `recordReader`, so that the rows are those which it finds in the whole text.
 * Where a record begins just at the place to `stop`, it may end there.
 */
export async function readByteRows(
  source: Source,
  cut: ByteCut,
  sink: ByteSink,
  windows = new Windows(source),
  stop?: Stop,
): Promise<void> {
  try {
    const rows = new ByteRows(windows, cut, sink);
    await windows.fill();
    rows.skipMarks();
    for (let stuck = false; ;) {
      const {at} = windows;
      const place = await stop?.before(windows.base + at, windows.base + windows.end);
      const standing = rows.take(stuck, place);
      sink.progress(windows.used);
      if (standing !== null && (await stop!.takesOver(standing))) return;
      if (windows.final && windows.at === windows.end) break;
      stuck = windows.isFull && at === 0;
      await rows.moveOn();
    }
    rows.end();
  } finally {
    await windows.close();
  }
}

export class ByteRows {
  /** Where in the source the first record begins that does not end with its line or is not regular; Infinity for none. */
  doubt = Infinity;
  /** Whether a record was left to the reader of texts. */
  isOdd = false;
  #windows: Windows;
  #delimiter: number;
  #width: number;
  #sink: ByteSink;
  /** Records that were found and not given yet. */
  #records = new ByteRecords();
  #scan: ByteScan;
  #line = 1;
  /** Up to where in the window all records are known to be regular. */
  #trusted = 0;
  /** Reads what is not plain, until it has caught up. */
  #texts: {reader: RecordReader; decoder: TextDecoder} | null = null;
  #nul = false;
  #unproven: boolean;
  /** Whether it takes more of the file to tell what the record at hand is, although it ends in the window. */
  #waits = false;

  constructor(windows: Windows, {delimiter, width, unproven}: ByteCut, sink: ByteSink) {
    this.#windows = windows;
    this.#delimiter = delimiter;
    this.#width = width;
    this.#unproven = unproven;
    this.#sink = sink;
    this.#scan = new ByteScan(this.#records, delimiter);
  }

  skipMarks(): void {
    const windows = this.#windows;
    while (MARK.every((byte, i) => windows.bytes[windows.at + i] === byte)) windows.at += MARK.length;
  }

  async moveOn(): Promise<void> {
    this.#trusted = Math.max(0, this.#trusted - this.#windows.at);
    await this.#windows.fill();
  }

  /**
   * Takes as many records as the window holds; one that `stuck`, as no window holds what it takes to read it, as text. Where one of them begins at
   * `stop`, a place in the source, it takes none behind it and says how it stands.
   */
  take(stuck: boolean, stop = Infinity): Standing | null {
    const windows = this.#windows;
    this.#records.use(windows.bytes);
    const proven = this.#provenUpTo(stuck);
    if (stuck && this.#texts === null) this.#handOver();
    const before = stop - windows.base;
    if (before >= windows.at && before <= proven) {
      this.#takeUpTo(before);
      if (windows.at === before && this.#texts === null)
        return {line: this.#line, trusted: windows.base + this.#trusted};
      if (this.#waits) return null;
    }
    this.#takeUpTo(proven);
    return null;
  }

  #takeUpTo(usable: number): void {
    const windows = this.#windows;
    this.#waits = false;
    while (windows.at < usable) {
      if (this.#texts === null ? !this.#takeSome(usable) : !this.#pushText(usable)) break;
    }
  }

  end(): void {
    if (this.#texts === null) return;
    this.#texts.reader.push(this.#texts.decoder.decode());
    this.#texts.reader.end();
  }

  /** Up to where the window is known to be UTF-8: its first characters beyond ASCII, which tell, must be in it, and enough of what follows. */
  #provenUpTo(stuck: boolean): number {
    const {bytes, at, end, isHigh, final} = this.#windows;
    const first = this.#unproven && isHigh ? firstBeyondAscii(bytes.subarray(at, end)) : -1;
    if (first === -1) return end;
    const from = at + first;
    if (end - from < SAMPLE && !final && !stuck) return from;
    if (!isUtf8(bytes.subarray(from, Math.min(from + SAMPLE, end)))) throw new NotUtf8();
    this.#unproven = false;
    return end;
  }

  /** Takes the next records, or hands over to the reader of texts. Returns false where the window ends too soon to tell. */
  #takeSome(usable: number): boolean {
    const windows = this.#windows;
    const records = this.#records;
    const {bytes, isHigh} = windows;
    const isLast = usable === windows.end && windows.final;
    const lastLine = bytes.lastIndexOf(LF, usable - 1) + 1;
    if (lastLine <= windows.at && !isLast) return false;
    records.clear();
    let next = windows.at;
    let line = this.#line;
    let isDamaged = false;
    // A record ends with a line, and those of which but a part is there need not be looked at, unless they hold line breaks themselves.
    let end = lastLine > next ? lastLine : usable;
    while (next < end && records.hasRoom && !isDamaged) {
      const at = next;
      next = this.#found(at, end, isLast && end === usable);
      if (next === MORE && end < usable) {
        next = at;
        end = usable;
        continue;
      }
      if (next < 0) break;
      const quality = isHigh ? qualityOf(bytes, at, next) : "ascii";
      isDamaged = quality === "damaged";
      if (isDamaged && records.length > 1) {
        // It is taken by itself, next.
        records.drop();
        isDamaged = false;
        break;
      }
      records.isAscii[records.length - 1] = quality === "ascii" ? 1 : 0;
      records.line[records.length - 1] = line;
      line += this.#scan.lines;
      windows.at = next;
    }
    this.#line = line;
    this.#give(isDamaged);
    if (next === ODD) this.#handOver();
    return next !== MORE;
  }

  /** Adds the record at `at` to those that were found. Where the next one starts, or what keeps it from being told. */
  #found(at: number, end: number, final: boolean): number {
    const {base} = this.#windows;
    const next = this.#scan.record(at, end, final);
    if (next === ODD || (next >= 0 && this.#scan.multiline)) this.doubt = Math.min(this.doubt, base + at);
    if (next < 0 || !this.#scan.multiline) return next;
    const held = this.#held(at, next);
    this.#waits = held === MORE;
    if (held < 0) this.#records.drop();
    return held;
  }

  /**
   * `next`, the end of the record of several lines at `at`, where it is regular and what follows too, so that `recordReader` would take it for
   * one; else ODD, or MORE.
   */
  #held(at: number, next: number): number {
    const {bytes, end, isHigh, final} = this.#windows;
    if (!isRegular(bytes, at, next, this.#delimiter, false)) return ODD;
    const known = isHigh ? unitsIn(bytes, next, Math.min(this.#trusted, next + 4 * ENOUGH)) : this.#trusted - next;
    if (known > ENOUGH) return next;
    const limit = isHigh ? afterUnits(bytes, next, end, AHEAD) : Math.min(next + AHEAD, end);
    if (limit === end && !final) return MORE;
    const ahead = bytes.subarray(next, limit);
    if (ahead.includes(0) || !isRegular(bytes, next, limit, this.#delimiter, final && limit === end)) return ODD;
    this.#trusted = limit;
    return next;
  }

  #give(isDamaged: boolean): void {
    const records = this.#records;
    const sink = this.#sink;
    const {length, line, isBlank} = records;
    records.unquote();
    records.trim();
    for (let record = 0; record < length;) {
      if (isBlank[record] === 1) {
        sink.warn("blank-row", line[record++], "");
        continue;
      }
      if (isDamaged) {
        this.#giveText(records.cells(record), line[record++]);
        continue;
      }
      let end = record + 1;
      while (end < length && isBlank[end] === 0) end++;
      while (record < end) {
        record += sink.records(records, record, end);
        if (record < end) sink.row(records.cells(record), line[record++]);
      }
    }
  }

  #giveText(cells: readonly string[], line: number): void {
    const damaged = cells.find((text) => text.includes("\ufffd"));
    if (damaged !== undefined) this.#sink.warn("undecodable", line, damaged);
    this.#sink.row(cells, line);
  }

  #handOver(): void {
    const {bytes, at} = this.#windows;
    this.isOdd = true;
    const sink = {
      row: (cells: readonly string[], line: number) => this.#giveText(cells, line),
      warn: this.#sink.warn,
    };
    const trusted = this.#trusted > at ? unitsIn(bytes, at, this.#trusted) : 0;
    const delimiter = String.fromCharCode(this.#delimiter);
    this.#texts = {
      reader: recordReader(delimiter, this.#width, sink, false, {line: this.#line, trusted}),
      decoder: new TextDecoder("utf-8", {ignoreBOM: true}),
    };
  }

  /**
   * Gives the reader of texts some lines more, up to `end`, and lets it go when it stands at the beginning of one. Returns false where there is
   * none.
   */
  #pushText(end: number): boolean {
    const windows = this.#windows;
    const {bytes, at} = windows;
    const final = windows.final && end === windows.end;
    const far = bytes.indexOf(LF, Math.min(at + PIECE, end) - 1) + 1;
    const last = far > 0 && far <= end ? far : bytes.lastIndexOf(LF, end - 1) + 1;
    const to = last > at ? last : end;
    if (last <= at && !final && !windows.isFull) return false;
    const {reader, decoder} = this.#texts!;
    let text = decoder.decode(bytes.subarray(at, to), {stream: true});
    windows.at = to;
    if (text.includes("\0")) {
      if (!this.#nul) this.#sink.warn("nul-character", reader.line(text.slice(0, text.indexOf("\0"))), "");
      this.#nul = true;
      text = text.replaceAll("\0", "");
    }
    reader.push(text);
    const line = bytes[to - 1] === LF ? reader.settled() : null;
    if (line !== null) {
      this.#line = line;
      this.#texts = null;
    }
    return true;
  }
}
