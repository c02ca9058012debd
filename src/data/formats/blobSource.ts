import {directReader, type DirectReader, type Source} from "./source.ts";
import {ImportError} from "./table.ts";

/** Bytes that are asked for where nobody says how many. */
const PIECE = 131_072;

/** A Blob whose reading fails with an ImportError: a folder, or a file that has gone since it was dropped. */
export const blobSource = (blob: Blob): Source => ({
  size: blob.size,
  stream() {
    const direct = directOf(blob);
    return direct === null ? copied(blob.stream().getReader()) : streamOf(direct);
  },
  direct: () => directOf(blob),
});

/**
 * Reads straight into the memory of who asks, all bytes of a Blob and no further: of Chromium's, a read that finds nothing but the end is now and
 * then never answered. Null where there are no such reads, and for what has no bytes, as folders may: whether that can be read is asked otherwise.
 */
function directOf(blob: Blob): DirectReader | null {
  const reader = blob.size === 0 ? null : directReader(blob.stream());
  if (reader === null) return null;
  let left = blob.size;
  return {
    async read(room) {
      try {
        const {done, value} = await reader.read(room);
        left -= value!.length;
        if (!done && left <= 0) reader.cancel().catch(() => undefined);
        return {done: done || left <= 0, value};
      } catch (cause) {
        throw unreadable(cause);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  };
}

const streamOf = (reader: DirectReader): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    type: "bytes",
    async pull(controller) {
      const request = controller.byobRequest;
      const room = (request?.view as Uint8Array<ArrayBuffer> | undefined) ?? new Uint8Array(PIECE);
      const {done, value} = await reader.read(room);
      const isLast = value!.length === 0;
      if (isLast) controller.close();
      if (request !== null) request.respondWithNewView(value!);
      else if (!isLast) controller.enqueue(value!);
      if (done && !isLast) controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  });

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
