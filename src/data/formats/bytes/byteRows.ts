import {firstBeyondAscii, isUtf8, SAMPLE} from "../encoding.ts";
import {AHEAD, ENOUGH, recordReader, type RecordReader} from "../recordReader.ts";
import type {Source} from "../source.ts";
import type {ByteSink} from "../table.ts";
import {ByteScan, isRegular, MORE, ODD} from "./byteScan.ts";
import {Fields} from "./fields.ts";
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
 */
export async function readByteRows(
  source: Source,
  cut: ByteCut,
  sink: ByteSink,
  windows = new Windows(source),
): Promise<void> {
  try {
    const rows = new ByteRows(windows, cut, sink);
    await windows.fill();
    rows.skipMarks();
    for (let stuck = false; ;) {
      const {at} = windows;
      rows.take(stuck);
      sink.progress(windows.used);
      if (windows.final && windows.at === windows.end) break;
      stuck = windows.isFull && at === 0;
      await rows.moveOn();
    }
    rows.end();
  } finally {
    await windows.close();
  }
}

class ByteRows {
  #windows: Windows;
  #delimiter: number;
  #width: number;
  #sink: ByteSink;
  #fields = new Fields();
  #scan: ByteScan;
  #line = 1;
  /** Up to where in the window all records are known to be regular. */
  #trusted = 0;
  /** Reads what is not plain, until it has caught up. */
  #texts: {reader: RecordReader; decoder: TextDecoder} | null = null;
  #nul = false;
  #unproven: boolean;

  constructor(windows: Windows, {delimiter, width, unproven}: ByteCut, sink: ByteSink) {
    this.#windows = windows;
    this.#delimiter = delimiter;
    this.#width = width;
    this.#unproven = unproven;
    this.#sink = sink;
    this.#fields.bytes = windows.bytes;
    this.#scan = new ByteScan(this.#fields, delimiter);
  }

  skipMarks(): void {
    const windows = this.#windows;
    while (MARK.every((byte, i) => windows.bytes[windows.at + i] === byte)) windows.at += MARK.length;
  }

  async moveOn(): Promise<void> {
    this.#trusted = Math.max(0, this.#trusted - this.#windows.at);
    await this.#windows.fill();
  }

  /** Takes as many records as the window holds; one that `stuck`, as no window holds what it takes to read it, as text. */
  take(stuck: boolean): void {
    const windows = this.#windows;
    const usable = this.#provenUpTo(stuck);
    if (stuck && this.#texts === null) this.#handOver();
    while (windows.at < usable) {
      if (this.#texts === null ? !this.#takeOne(usable) : !this.#pushText()) break;
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

  /** Takes the next record, or hands over to the reader of texts. Returns false where the window ends too soon to tell. */
  #takeOne(usable: number): boolean {
    const windows = this.#windows;
    const {at} = windows;
    let next = this.#scan.record(at, usable, windows.final && usable === windows.end);
    if (next >= 0 && this.#scan.multiline) next = this.#held(at, next);
    if (next === MORE) return false;
    if (next === ODD) this.#handOver();
    else {
      this.#give(at, next);
      this.#line += this.#scan.lines;
      windows.at = next;
    }
    return true;
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

  #give(at: number, next: number): void {
    const fields = this.#fields;
    const quality = this.#windows.isHigh ? qualityOf(fields.bytes, at, next) : "ascii";
    fields.isAscii = quality === "ascii";
    if (fields.anyDoubled) fields.unquote();
    if (fields.trim()) this.#sink.warn("blank-row", this.#line, "");
    else if (quality === "damaged") this.#giveText(fields.cells(), this.#line);
    else if (!this.#sink.record(fields, this.#line)) this.#sink.row(fields.cells(), this.#line);
  }

  #giveText(cells: readonly string[], line: number): void {
    const damaged = cells.find((text) => text.includes("\ufffd"));
    if (damaged !== undefined) this.#sink.warn("undecodable", line, damaged);
    this.#sink.row(cells, line);
  }

  #handOver(): void {
    const {bytes, at} = this.#windows;
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

  /** Gives the reader of texts some lines more, and lets it go when it stands at the beginning of one. Returns false where there is none. */
  #pushText(): boolean {
    const windows = this.#windows;
    const {bytes, at, end, final} = windows;
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
