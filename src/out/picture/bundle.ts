import {Zip, ZipDeflate, ZipPassThrough} from "fflate";
import {NO_DAY} from "../zipDay.ts";

/** A file of its name. */
export interface Named {
  name: string;
  blob: Blob;
}

/** Files as one zip, in the order in which they come; PNGs, which are packed already, as they are. The same files give the same bytes. */
export async function bundleOf(files: AsyncIterable<Named>): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    failure ??= error;
    pieces.push(piece as Uint8Array<ArrayBuffer>);
  });
  for await (const {name, blob} of files) {
    const entry = blob.type === "image/png" ? new ZipPassThrough(name) : new ZipDeflate(name, {level: 6});
    entry.mtime = NO_DAY;
    zip.add(entry);
    entry.push(new Uint8Array(await blob.arrayBuffer()), true);
  }
  zip.end();
  if (failure !== null) throw failure as Error;
  return new Blob(pieces, {type: "application/zip"});
}
