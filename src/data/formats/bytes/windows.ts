import type {Source} from "../source.ts";
import {hasHigh} from "./utf8.ts";

/** Bytes that are looked at together. */
const SIZE = 1_048_576;

/** The bytes of a source in a window that moves on: what was not used is kept in front of what comes next. */
export class Windows {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What is still to be used lies in `[at, end)`. */
  at = 0;
  end = 0;
  /** Where the window begins in the source. */
  base = 0;
  /** Whether nothing follows. */
  final = false;
  /** Whether a byte beyond ASCII may be among what is still to be used. */
  isHigh = false;
  #words: Uint32Array;
  #source: Source;
  #reader: ReadableStreamDefaultReader<Uint8Array>;
  #rest = new Uint8Array(0);
  #read = 0;

  /** `size` in bytes, a multiple of four. */
  constructor(source: Source, size = SIZE) {
    this.bytes = new Uint8Array(size);
    this.#words = new Uint32Array(this.bytes.buffer);
    this.#source = source;
    this.#reader = source.stream().getReader();
  }

  /** Whether there is no room for more. */
  get isFull(): boolean {
    return this.at === 0 && this.end === this.bytes.length;
  }

  /** Bytes of the file that came so far. */
  get used(): number {
    return this.#source.used?.() ?? this.#read - this.#rest.length;
  }

  /** Moves what is left to the front and fills the room behind it. */
  async fill(): Promise<void> {
    this.bytes.copyWithin(0, this.at, this.end);
    this.base += this.at;
    this.end -= this.at;
    this.at = 0;
    while (this.end < this.bytes.length && !this.final) {
      if (this.#rest.length === 0) {
        const {done, value} = await this.#reader.read();
        if (done) {
          this.final = true;
          break;
        }
        this.#rest = value as Uint8Array<ArrayBuffer>;
        this.#read += value.length;
      }
      const part = this.#rest.subarray(0, this.bytes.length - this.end);
      this.bytes.set(part, this.end);
      this.end += part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
    this.isHigh = hasHigh(this.#words, 0, this.end);
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    if (!this.final) await this.#reader.cancel().catch(() => undefined);
  }
}
