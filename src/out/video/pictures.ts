import {strToU8, Zip, ZipPassThrough} from "fflate";
import {canvasPng} from "../canvasPng.ts";
import {NO_DAY} from "../zipDay.ts";
import type {Sink} from "./sink.ts";
import {VideoError, type Writer} from "./writer.ts";

/** What a zip without extensions can hold. */
export const LIMIT = {bytes: 2 ** 32 - 2 ** 24, files: 65_000};

/** `frame-00001.png` for frame 0. */
export const pictureName = (frame: number): string => `frame-${String(frame + 1).padStart(5, "0")}.png`;

/** What is on a canvas, as a PNG. Throws VideoError. */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await canvasPng(canvas);
  if (blob === null) throw new VideoError("picture");
  return new Uint8Array(await blob.arrayBuffer());
}

/** Starts a zip of one PNG a frame, packed no further, with a text that says how to play them. */
export function picturesWriter(about: {count: number; readMe: string}, sink: Sink, png = pngOf): Writer {
  if (about.count > LIMIT.files) throw new VideoError("tooLarge");
  let position = 0;
  let written = Promise.resolve();
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    const at = position;
    position += bytes.length;
    written = written.then(() => sink.write(bytes as Uint8Array<ArrayBuffer>, at));
    written.catch(() => {});
  });
  const put = (name: string, bytes: Uint8Array) => {
    const file = new ZipPassThrough(name);
    file.mtime = NO_DAY;
    zip.add(file);
    file.push(bytes, true);
  };
  const onDisk = (cause: unknown) => {
    throw new VideoError("disk", cause);
  };
  put("README.txt", strToU8(about.readMe));

  return {
    async add(canvas, frame) {
      const bytes = await png(canvas);
      if (position + bytes.length > LIMIT.bytes) throw new VideoError("tooLarge");
      put(pictureName(frame), bytes);
      await written.catch(onDisk);
    },
    async finish() {
      zip.end();
      await written.catch(onDisk);
      return sink.close().catch(onDisk);
    },
    async cancel() {
      zip.terminate();
      await written.catch(() => {});
      await sink.abort().catch(() => {});
    },
  };
}
