import {FrameEncoder, KEY_SECONDS} from "./encoder.ts";
import type {Encoding} from "./encoding.ts";
import {framesOf, type Lengths} from "./frameClock.ts";
import {pngOf} from "./pictures.ts";
import {breathe, type Film} from "./record.ts";

/** What a video will be, from a few frames of it. */
export interface Estimate {
  bytes: number;
  /** How long it takes to make, in ms. */
  ms: number;
}

/** Frames that are tried, one after the other, after one to warm up. */
const TRIED = 8;
const PNGS = 2;
/** Where in the film they are taken from: where much is on it already. */
const AT = 0.6;

/** Packs a few frames as the film will be. Throws VideoError where this browser's encoder does not do what it says. */
export async function estimateMovie(
  film: Film,
  lengths: Lengths,
  encoding: Encoding,
  signal: AbortSignal,
): Promise<Estimate> {
  const sizes: number[] = [];
  const encoder = new FrameEncoder(encoding, (chunk) => sizes.push(chunk.byteLength));
  try {
    let from = performance.now();
    for (let i = 0; i <= TRIED; i++) {
      signal.throwIfAborted();
      if (i === 1) from = performance.now();
      film.paint(frameAt(film, i));
      await encoder.encode(film.canvas, i);
      await breathe();
    }
    await encoder.finish();
    const ms = (performance.now() - from) / TRIED;
    const [key = 0, ...others] = sizes;
    const other = others.reduce((sum, size) => sum + size, 0) / Math.max(1, others.length);
    return movieEstimate({key, other, ms}, lengths, encoding.config.bitrate!);
  } finally {
    encoder.close();
  }
}

/** Works out a whole from its parts: `key` and `other` are bytes a frame, `ms` is time a frame. No encoder writes much more than it is allowed. */
export function movieEstimate(
  {key, other, ms}: {key: number; other: number; ms: number},
  lengths: Lengths,
  bitrate: number,
): Estimate {
  const {plays, count} = framesOf(lengths);
  const keys = Math.ceil(count / (KEY_SECONDS * lengths.fps));
  const most = (bitrate / 8) * (count / lengths.fps);
  return {bytes: Math.min(most, keys * key + plays * other), ms: ms * count};
}

/** Makes a few pictures as they will be. */
export async function estimatePictures(film: Film, signal: AbortSignal): Promise<Estimate> {
  let bytes = 0;
  const from = performance.now();
  for (let i = 0; i < PNGS; i++) {
    signal.throwIfAborted();
    film.paint(frameAt(film, i));
    bytes += (await pngOf(film.canvas)).length;
    await breathe();
  }
  return {bytes: (bytes / PNGS) * film.count, ms: ((performance.now() - from) / PNGS) * film.count};
}

const frameAt = ({count}: Film, i: number) => Math.min(count - 1, Math.floor(count * AT) + i);
