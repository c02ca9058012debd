import {LIMITS} from "../limits.ts";
import type {Source} from "./source.ts";
import {ImportError} from "./table.ts";

type Limits = Pick<typeof LIMITS, "unpackedBytes" | "ratio" | "ratioFrom">;

/**
 * What a gzip file holds, unpacked as it is read and never as a whole. A stream of it fails with an ImportError: `too-expanded` or `too-large`
 * as soon as a limit is passed, `broken` where the packing is damaged or ends early.
 */
export function gunzip(file: Source, limits: {[Name in keyof Limits]: number} = LIMITS): Source {
  let fed = 0;
  const stream = (): ReadableStream<Uint8Array> => {
    fed = 0;
    const packed = file.stream().getReader();
    const counted = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const {done, value} = await packed.read();
        if (done) return controller.close();
        fed += value.length;
        controller.enqueue(value as Uint8Array<ArrayBuffer>);
      },
      cancel: (reason) => packed.cancel(reason),
    });
    const unpacked = counted.pipeThrough(new DecompressionStream("gzip")).getReader();
    let bytes = 0;
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          try {
            const {done, value} = await unpacked.read();
            if (done) return controller.close();
            bytes += value.length;
            refuse(bytes, fed, limits);
            controller.enqueue(value);
          } catch (cause) {
            const known = cause instanceof ImportError || (cause instanceof Error && cause.name === "AbortError");
            controller.error(known ? cause : new ImportError("broken", {format: "gzip"}, cause));
            unpacked.cancel(cause).catch(() => undefined);
          }
        },
        cancel: (reason) => unpacked.cancel(reason),
      },
      {highWaterMark: 0},
    );
  };
  return {size: file.size, stream, used: () => fed};
}

function refuse(unpacked: number, packed: number, {unpackedBytes, ratio, ratioFrom}: {[Name in keyof Limits]: number}) {
  if (unpacked > ratioFrom && unpacked > packed * ratio)
    throw new ImportError("too-expanded", {format: "gzip", limit: ratio});
  if (unpacked > unpackedBytes) throw new ImportError("too-large", {format: "gzip", limit: unpackedBytes});
}
