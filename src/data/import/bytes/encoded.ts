import {memoryOf} from "../../formats/bytes/memory.ts";

const encoder = new TextEncoder();

/** Turns texts into UTF-8 in one buffer, each over the one before. */
export class Encoded {
  memory = memoryOf(new Uint8Array(256));
  length = 0;

  of(text: string): this {
    if (text.length * 3 > this.memory.bytes.length) this.memory = memoryOf(new Uint8Array(text.length * 6));
    this.length = encoder.encodeInto(text, this.memory.bytes).written;
    return this;
  }
}
