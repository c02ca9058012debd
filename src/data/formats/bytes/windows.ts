import {directReader, type DirectReader, type Source} from "../source.ts";
import {hasHigh} from "./utf8.ts";

/** Bytes that are looked at together. */
const SIZE = 1_048_576;

/** The bytes of a source in a window that moves on: what was not used is kept in front of what comes next. */
export class Windows {
  /** Another object after each `fill`, where the stream writes straight into its memory. */
  bytes: Uint8Array<ArrayBuffer>;
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
  /** One of these reads; what is large is read in half the time where nothing need be copied. */
  #direct: DirectReader | null;
  #reader: ReadableStreamDefaultReader<Uint8Array> | null;
  #rest = new Uint8Array(0);
  #read = 0;

  /** `size` in bytes, a multiple of four. */
  constructor(source: Source, size = SIZE) {
    this.bytes = new Uint8Array(size);
    this.#words = new Uint32Array(this.bytes.buffer);
    this.#source = source;
    this.#direct = source.direct?.() ?? null;
    this.#reader = null;
    if (this.#direct !== null) return;
    const stream = source.stream();
    this.#direct = directReader(stream);
    if (this.#direct === null) this.#reader = stream.getReader();
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
    while (this.end < this.bytes.length && !this.final)
      await (this.#direct === null ? this.#copyMore(this.#reader!) : this.#writeMore(this.#direct));
    this.isHigh = hasHigh(this.#words, 0, this.end);
  }

  /** Lets the source go. */
  async close(): Promise<void> {
    if (!this.final) await (this.#direct ?? this.#reader)!.cancel().catch(() => undefined);
  }

  /** Has the stream write behind what there is. */
  async #writeMore(reader: DirectReader): Promise<void> {
    const {done, value} = await reader.read(this.bytes.subarray(this.end));
    this.bytes = new Uint8Array(value!.buffer);
    this.#words = new Uint32Array(value!.buffer);
    this.end += value!.length;
    this.#read += value!.length;
    this.final = done;
  }

  /** Copies what fits in of what the stream gives. */
  async #copyMore(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    if (this.#rest.length === 0) {
      const {done, value} = await reader.read();
      this.final = done;
      if (done) return;
      this.#rest = value as Uint8Array<ArrayBuffer>;
      this.#read += value.length;
    }
    const part = this.#rest.subarray(0, this.bytes.length - this.end);
    this.bytes.set(part, this.end);
    this.end += part.length;
    this.#rest = this.#rest.subarray(part.length);
  }
}
