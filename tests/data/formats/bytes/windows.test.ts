// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {Windows} from "../../../../src/data/formats/bytes/windows.ts";
import type {Source} from "../../../../src/data/formats/source.ts";

/** Bytes in pieces of some sizes, from a stream that can write into the buffer of who reads, or from one that cannot. */
function sourceOf(bytes: Uint8Array, pieces: readonly number[], isDirect: boolean): Source {
  let at = 0;
  let turn = 0;
  const pull = (controller: ReadableByteStreamController | ReadableStreamDefaultController<Uint8Array>) => {
    const piece = bytes.slice(at, (at += pieces[turn++ % pieces.length]));
    if (piece.length > 0) return (controller as ReadableStreamDefaultController<Uint8Array>).enqueue(piece);
    controller.close();
    (controller as ReadableByteStreamController).byobRequest?.respond(0);
  };
  const stream = () =>
    isDirect ? new ReadableStream({type: "bytes", pull}) : new ReadableStream<Uint8Array>({pull}, {highWaterMark: 0});
  return {size: bytes.length, stream: stream as Source["stream"]};
}

it("moves on over all bytes, however they come and wherever they are written", async () => {
  const sizes = fc.array(fc.integer({min: 1, max: 40}), {minLength: 1, maxLength: 5});
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({maxLength: 200}), sizes, fc.boolean(), fc.nat(15), async (...given) => {
      const [bytes, pieces, isDirect, kept] = given;
      const windows = new Windows(sourceOf(bytes, pieces, isDirect), 16);
      const found: number[] = [];
      do {
        await windows.fill();
        expect(windows.base).toBe(found.length);
        expect(windows.final || windows.end === 16).toBe(true);
        const isHigh = windows.bytes.subarray(0, windows.end).some((byte) => byte > 127);
        if (isHigh) expect(windows.isHigh).toBe(true);
        windows.at = windows.final ? windows.end : Math.max(1, windows.end - kept);
        found.push(...windows.bytes.subarray(0, windows.at));
      } while (!windows.final);
      expect(found).toEqual([...bytes]);
      expect(windows.used).toBe(bytes.length);
      await windows.close();
    }),
  );
});

it("reads a file without copying it", async () => {
  const windows = new Windows(new Blob(["abc"]), 16);
  const {buffer} = windows.bytes;
  await windows.fill();
  expect(buffer.byteLength).toBe(0);
  expect(new TextDecoder().decode(windows.bytes.subarray(0, windows.end))).toBe("abc");
});
