/** Takes the bytes of a file, anywhere and in any order. */
export interface Sink {
  write(bytes: Uint8Array<ArrayBuffer>, position: number): Promise<void>;
  /** The file, or null where it lies on the reader's disk already. */
  close(): Promise<Blob | null>;
  /** Leaves nothing behind. */
  abort(): Promise<void>;
}

const PAGE = 4 << 20;

/** Keeps a file in memory until it is closed, as a blob of a type. Throws RangeError when memory is short. */
export function memorySink(type: string): Sink {
  let pages: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  return {
    async write(bytes, position) {
      for (let done = 0; done < bytes.length;) {
        const at = position + done;
        const page = Math.floor(at / PAGE);
        while (pages.length <= page) pages.push(new Uint8Array(PAGE));
        const part = bytes.subarray(done, done + PAGE - (at % PAGE));
        pages[page]!.set(part, at % PAGE);
        done += part.length;
      }
      size = Math.max(size, position + bytes.length);
    },
    async close() {
      const parts = pages.map((page, i) => page.subarray(0, Math.min(PAGE, size - i * PAGE)));
      pages = [];
      return new Blob(parts, {type});
    },
    async abort() {
      pages = [];
    },
  };
}

/** Writes to a file that the reader chose, which changes only once it is closed. */
export function fileSink(file: FileSystemWritableFileStream): Sink {
  return {
    write: (data, position) => file.write({type: "write", data, position}),
    async close() {
      await file.close();
      return null;
    },
    abort: () => file.abort(),
  };
}
