// @vitest-environment node
import {describe, expect, it} from "vitest";
import {blobSource} from "../../../src/data/formats/blobSource.ts";
import type {DirectReader, Source} from "../../../src/data/formats/source.ts";
import {ImportError} from "../../../src/data/formats/table.ts";

const BYTES = Uint8Array.from({length: 100_000}, (_, i) => (i * 7) % 251);

/** What a Blob has of which the reading is `pull`. */
const blobOf = (size: number, pull: (controller: ReadableByteStreamController) => void, cancel = () => {}) =>
  ({size, stream: () => new ReadableStream({type: "bytes", pull, cancel})}) as unknown as Blob;

/** A blob that answers every read with at most `most` bytes, and one that finds nothing but the end never. */
function endless(most: number): Blob {
  let at = 0;
  return blobOf(BYTES.length, ({byobRequest}) => {
    const room = byobRequest!.view as Uint8Array;
    const piece = BYTES.subarray(at, (at += Math.min(most, room.length)));
    if (piece.length === 0) return new Promise(() => {});
    room.set(piece);
    byobRequest!.respond(piece.length);
    return undefined;
  });
}

async function inPieces(stream: ReadableStream<Uint8Array>): Promise<number[]> {
  const found: number[] = [];
  for (const reader = stream.getReader(); ;) {
    const {done, value} = await reader.read();
    if (done) return found;
    found.push(...value);
  }
}

/** Reads into one buffer that goes from hand to hand. */
async function into(reader: DirectReader, size: number): Promise<number[]> {
  const found: number[] = [];
  for (let room = new Uint8Array(size); ;) {
    const {done, value} = await reader.read(room);
    found.push(...value!);
    if (done) return found;
    room = new Uint8Array(value!.buffer);
  }
}
const directly = (stream: ReadableStream<Uint8Array>, size: number): Promise<number[]> =>
  into(stream.getReader({mode: "byob"}), size);

describe("a blob", () => {
  for (const most of [1000, 65_536, 1_000_000])
    it(`is read to its end in pieces of ${most} bytes, although nobody says that nothing follows`, async () => {
      const bytes = [...BYTES];
      expect(await inPieces(blobSource(endless(most)).stream())).toEqual(bytes);
      expect(await directly(blobSource(endless(most)).stream(), 70_000)).toEqual(bytes);
      expect(await directly(blobSource(endless(most)).stream(), 400_000)).toEqual(bytes);
      for (const size of [70_000, 400_000])
        expect(await into(blobSource(endless(most)).direct!()!, size)).toEqual(bytes);
    });

  it("is read as often as asked for, and when it is empty", async () => {
    const source = blobSource(new Blob([BYTES]));
    for (let i = 0; i < 2; i++) expect(await inPieces(source.stream())).toEqual([...BYTES]);
    expect(await inPieces(blobSource(new Blob([])).stream())).toEqual([]);
    expect(blobSource(new Blob([])).direct!()).toBeNull();
  });

  it("that is shorter than it said ends where it ends", async () => {
    const short = () => blobOf(BYTES.length, (controller) => (controller.close(), controller.byobRequest?.respond(0)));
    expect(await inPieces(blobSource(short()).stream())).toEqual([]);
    expect(await directly(blobSource(short()).stream(), 10)).toEqual([]);
    expect(await into(blobSource(short()).direct!()!, 10)).toEqual([]);
  });

  it("that cannot be read says so", async () => {
    const gone = () =>
      blobOf(1, () => {
        throw new DOMException("gone", "NotFoundError");
      });
    const message = {code: "unreadable", params: {detail: "gone"}};
    const reads: ((source: Source) => Promise<number[]>)[] = [
      (source) => inPieces(source.stream()),
      (source) => directly(source.stream(), 10),
      (source) => into(source.direct!()!, 10),
    ];
    for (const read of reads) {
      const failure = await read(blobSource(gone())).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ImportError);
      expect(failure).toMatchObject(message);
    }
  });

  it("is let go with who reads it", async () => {
    let isGone = false;
    const blob = blobOf(
      10,
      () => new Promise(() => {}),
      () => (isGone = true),
    );
    await blobSource(blob).stream().cancel();
    expect(isGone).toBe(true);
    isGone = false;
    await blobSource(blob).direct!()!.cancel();
    expect(isGone).toBe(true);
  });
});
