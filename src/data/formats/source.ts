/** Bytes that can be read from the start as often as needed: a Blob is one, and so is what a packed file holds. */
export interface Source {
  /** Bytes of the file as it lies there, packed or not. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
  /** The same for one who reads into memory of its own, with fewer steps in between; null where that cannot be. */
  direct?(): DirectReader | null;
  /** How many of those bytes the latest stream has used up, where that is not what came out of it. */
  used?(): number;
}

/** Writes into the buffer that it is given. `done` may come with the last bytes, or after them with none. */
export interface DirectReader {
  read(room: Uint8Array<ArrayBuffer>): Promise<{done: boolean; value?: Uint8Array<ArrayBuffer> | undefined}>;
  cancel(reason?: unknown): Promise<void>;
}

/** Bytes handed over at once; a stream may bring any number. */
const PIECE = 131_072;

/**
 * Hands over the bytes of a source piece by piece until `take` returns false, with the number of bytes of the file that were used up. The
 * stream is let go whatever happens, and what `take` throws is passed on.
 */
export async function eachChunk(
  source: Source,
  take: (chunk: Uint8Array, used: number) => boolean | void,
): Promise<void> {
  const reader = source.stream().getReader();
  let bytes = 0;
  let ended = false;
  try {
    for (;;) {
      const {done, value} = await reader.read();
      ended = done;
      if (done) return;
      for (let at = 0; at < value.length; at += PIECE) {
        const piece = value.subarray(at, at + PIECE);
        bytes += piece.length;
        if (take(piece, source.used?.() ?? bytes) === false) return;
      }
    }
  } finally {
    if (!ended) await reader.cancel().catch(() => undefined);
  }
}

/** A reader that lets the stream write into a buffer of ours; null for a stream, or on a platform, that knows no such thing. */
export function directReader(stream: ReadableStream<Uint8Array>): DirectReader | null {
  try {
    return stream.getReader({mode: "byob"});
  } catch {
    return null;
  }
}
