import type {Source} from "./source.ts";

/** The same source, whose first bytes are known: who goes no further than these has nothing read. */
export function withHead(source: Source, head: Uint8Array): Source {
  return {
    ...source,
    stream() {
      let rest: ReadableStreamDefaultReader<Uint8Array> | null = null;
      let skipped = 0;
      let isFirst = true;
      return new ReadableStream({
        async pull(controller) {
          if (isFirst && head.length > 0) {
            isFirst = false;
            return controller.enqueue(head);
          }
          if (rest === null && head.length >= source.size) return controller.close();
          rest ??= source.stream().getReader();
          for (;;) {
            const {done, value} = await rest.read();
            if (done) return controller.close();
            const known = Math.min(head.length - skipped, value.length);
            skipped += known;
            if (known < value.length) return controller.enqueue(value.subarray(known));
          }
        },
        cancel: (reason) => rest?.cancel(reason),
      });
    },
  };
}
