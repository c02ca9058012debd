/** Fewer bytes are copied one by one, and for more of them an object to name the stretch costs nothing. */
const LEAST = 16;
const MOST = 512;

const viewOf = ({buffer, byteOffset, byteLength}: Uint8Array): DataView => new DataView(buffer, byteOffset, byteLength);

/** Copies short stretches from one buffer to another, eight bytes at a time, without an object for each of them as `set` would need. */
export class ShortCopy {
  #from: Uint8Array = new Uint8Array(0);
  #to = this.#from;
  #fromView = viewOf(this.#from);
  #toView = this.#fromView;

  /** Copies `[at, until)` of a buffer to where another has room for it from `start` on. */
  copy(from: Uint8Array, at: number, until: number, to: Uint8Array, start: number): void {
    if (until - at > MOST) return to.set(from.subarray(at, until), start);
    let i = at;
    let end = start;
    if (until - at >= LEAST) {
      if (from !== this.#from) this.#fromView = viewOf((this.#from = from));
      if (to !== this.#to) this.#toView = viewOf((this.#to = to));
      const read = this.#fromView;
      const write = this.#toView;
      for (; i + 8 <= until; i += 8, end += 8) {
        write.setUint32(end, read.getUint32(i, true), true);
        write.setUint32(end + 4, read.getUint32(i + 4, true), true);
      }
    }
    while (i < until) to[end++] = from[i++];
  }
}
