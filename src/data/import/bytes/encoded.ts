const encoder = new TextEncoder();

/** Turns texts into UTF-8 in one buffer, each over the one before. */
export class Encoded {
  bytes = new Uint8Array(256);
  view = new DataView(this.bytes.buffer);
  length = 0;

  of(text: string): this {
    if (text.length * 3 > this.bytes.length) {
      this.bytes = new Uint8Array(text.length * 6);
      this.view = new DataView(this.bytes.buffer);
    }
    this.length = encoder.encodeInto(text, this.bytes).written;
    return this;
  }
}
