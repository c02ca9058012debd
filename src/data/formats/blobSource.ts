import {directReader, type Source} from "./source.ts";
import {ImportError} from "./table.ts";

/** Bytes that are asked for where nobody says how many. */
const PIECE = 131_072;

/** A Blob whose reading fails with an ImportError: a folder, or a file that has gone since it was dropped. */
export const blobSource = (blob: Blob): Source => ({
  size: blob.size,
  stream() {
    const stream = blob.stream();
    // What has no bytes, as folders may, is asked all the same whether it can be read.
    const reader = blob.size === 0 ? null : directReader(stream);
    return reader === null ? copied(stream.getReader()) : direct(reader, blob.size);
  },
});

/**
 * Reads straight into the memory of who asks, `size` bytes and no further: of Chromium's blobs, a read that finds nothing but the end is now and
 * then never answered.
 */
function direct(reader: ReadableStreamBYOBReader, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let left = size;
  return new ReadableStream({
    type: "bytes",
    async pull(controller) {
      try {
        const request = controller.byobRequest;
        const room = (request?.view as Uint8Array<ArrayBuffer> | undefined) ?? new Uint8Array(PIECE);
        const {done, value} = await reader.read(room);
        left -= value!.length;
        if (done) controller.close();
        if (request !== null) request.respondWithNewView(value!);
        else if (!done) controller.enqueue(value);
        if (done || left > 0) return;
        controller.close();
        reader.cancel().catch(() => undefined);
      } catch (cause) {
        controller.error(unreadable(cause));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** For browsers whose files are no byte streams. */
function copied(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const {done, value} = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (cause) {
        controller.error(unreadable(cause));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

const unreadable = (cause: unknown): ImportError =>
  new ImportError("unreadable", {detail: cause instanceof Error ? cause.message : ""}, cause);
