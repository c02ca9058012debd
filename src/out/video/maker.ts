import type {Encoding} from "./encoding.ts";
import {picturesWriter} from "./pictures.ts";
import {placeFor} from "./place.ts";
import type {Writer} from "./writer.ts";

interface Making {
  /** Null for pictures in a zip. */
  encoding: Encoding | null;
  count: number;
  name: string;
  /** About how large it will be. */
  bytes: number;
  title: string;
  credit: string;
  readMe: string;
}

/** What makes the file that is wanted; null where the reader was asked where to put it, and thought better of it. */
export async function makerOf({encoding, count, name, bytes, title, credit, readMe}: Making): Promise<Writer | null> {
  const type = encoding === null ? "application/zip" : `video/${encoding.container}`;
  const sink = await placeFor(bytes, name, type);
  if (sink === null) return null;
  try {
    if (encoding === null) return picturesWriter({count, readMe}, sink);
    const {movieWriter} = await import("./movie.ts");
    return await movieWriter(encoding, {count, title, comment: credit}, sink);
  } catch (error) {
    await sink.abort().catch(() => {});
    throw error;
  }
}
