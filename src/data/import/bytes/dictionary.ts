import type {CategoryStore} from "../../category.ts";
import type {ByteRecords} from "../../formats/bytes/byteRecords.ts";
import {viewOf} from "../../formats/bytes/memory.ts";
import {decoded} from "../../formats/bytes/utf8.ts";
import {larger} from "../../grow.ts";
import {Encoded} from "./encoded.ts";
import {hashOf} from "./hash.ts";

/** Texts by code from 1 on, as UTF-8, and where each ends; the first end is that of the empty text. */
export interface Words {
  bytes: Uint8Array;
  ends: Uint32Array;
}

/** Numbers texts, given as UTF-8, in the order they first appear; the empty one is always 0. */
export class Dictionary implements CategoryStore {
  #bytes = new Uint8Array(64);
  #view = viewOf(this.#bytes);
  #ends = new Uint32Array(16);
  #hashes = new Int32Array(16);
  /** Codes by hash, 0 for none: the empty text needs no place in it. */
  #table = new Uint32Array(16);
  #encoded = new Encoded();
  #texts: string[] = [""];
  /** How many texts there are, the empty one among them. */
  size = 1;

  code(value: string): number {
    const {memory, length} = this.#encoded.of(value);
    return this.codeOf(memory.view, 0, length);
  }

  /** The code of the text that stands in `[from, to)`. */
  codeOf(view: DataView, from: number, to: number): number {
    if (from === to) return 0;
    const hash = hashOf(view, from, to);
    const table = this.#table;
    const mask = table.length - 1;
    let slot = hash & mask;
    for (let code; (code = table[slot]) !== 0; slot = (slot + 1) & mask) {
      if (this.#hashes[code] === hash && this.#is(code, view, from, to)) return code;
    }
    return this.#add(view, from, to, hash, slot);
  }

  /** Writes the codes of a column of records `[from, to)` to `codes` from `at` on. */
  codesOf(records: ByteRecords, column: number, from: number, to: number, codes: Uint32Array, at: number): void {
    const {view, first, left, right} = records;
    for (let record = from, i = at; record < to; record++, i++) {
      const cell = first[record] + column;
      codes[i] = this.codeOf(view, left[cell], right[cell]);
    }
  }

  /** UTF-8 of the text of a code, as a part of a buffer that grows: it is good until the next text is added. */
  bytesOf(code: number): Uint8Array {
    return this.#bytes.subarray(code === 0 ? 0 : this.#ends[code - 1], this.#ends[code]);
  }

  text(code: number): string {
    while (this.#texts.length <= code) {
      const next = this.#texts.length;
      this.#texts.push(decoded(this.#bytes, this.#ends[next - 1], this.#ends[next]));
    }
    return this.#texts[code];
  }

  values(): readonly string[] {
    this.text(this.size - 1);
    return this.#texts;
  }

  /** The texts as they are numbered here; nothing can be added after that. */
  words(): Words {
    return {bytes: this.#bytes.subarray(0, this.#ends[this.size - 1]), ends: this.#ends.subarray(0, this.size)};
  }

  /** Adds the texts of another dictionary. Returns their codes here, by their codes there. */
  join({bytes, ends}: Words): Uint32Array {
    const view = viewOf(bytes);
    return ends.map((end, code) => (code === 0 ? 0 : this.codeOf(view, ends[code - 1], end)));
  }

  #is(code: number, view: DataView, from: number, to: number): boolean {
    const own = this.#view;
    let at = this.#ends[code - 1];
    if (this.#ends[code] - at !== to - from) return false;
    let i = from;
    for (; i + 4 <= to; i += 4, at += 4) if (own.getInt32(at, true) !== view.getInt32(i, true)) return false;
    for (; i < to; i++, at++) if (own.getUint8(at) !== view.getUint8(i)) return false;
    return true;
  }

  #add(view: DataView, from: number, to: number, hash: number, slot: number): number {
    const code = this.size++;
    const start = this.#ends[code - 1];
    const end = start + to - from;
    if (end > this.#bytes.length) {
      this.#bytes = larger(this.#bytes, Math.max(end, this.#bytes.length * 2));
      this.#view = viewOf(this.#bytes);
    }
    for (let i = from; i < to; i++) this.#bytes[start + i - from] = view.getUint8(i);
    if (code === this.#ends.length) {
      this.#ends = larger(this.#ends);
      this.#hashes = larger(this.#hashes);
    }
    this.#ends[code] = end;
    this.#hashes[code] = hash;
    this.#table[slot] = code;
    if (code * 2 > this.#table.length) this.#spread();
    return code;
  }

  #spread(): void {
    const table = new Uint32Array(this.#table.length * 4);
    const mask = table.length - 1;
    for (let code = 1; code < this.size; code++) {
      let slot = this.#hashes[code] & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = code;
    }
    this.#table = table;
  }
}
