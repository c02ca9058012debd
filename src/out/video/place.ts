import {fileSink, memorySink, type Sink} from "./sink.ts";

/** Files larger than this are written to disk as they grow, where the browser can: in bytes. */
export const LARGE = 250_000_000;

interface Picker {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: {accept: Record<string, string[]>}[];
  }): Promise<FileSystemFileHandle>;
}

/**
 * Where a file of about so many bytes is to grow: in memory, or, where it is large and the browser lets one, in a file that the reader
 * chooses. Null when the reader was asked and thought better of it. To be called while a press is being answered.
 */
export async function placeFor(bytes: number, name: string, type: string): Promise<Sink | null> {
  const {showSaveFilePicker} = globalThis as Picker;
  if (bytes <= LARGE || showSaveFilePicker === undefined) return memorySink(type);
  const ending = name.slice(name.lastIndexOf("."));
  try {
    const handle = await showSaveFilePicker.call(globalThis, {
      suggestedName: name,
      types: [{accept: {[type]: [ending]}}],
    });
    return fileSink(await handle.createWritable());
  } catch (error) {
    // A frame of another page may not ask.
    return error instanceof DOMException && error.name === "AbortError" ? null : memorySink(type);
  }
}
