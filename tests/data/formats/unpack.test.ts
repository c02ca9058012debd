// @vitest-environment node
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {eachChunk, type Source} from "../../../src/data/formats/source.ts";
import {gunzip} from "../../../src/data/formats/unpack.ts";
import {inChunks} from "./reading.ts";

async function all(source: Source): Promise<{text: string; used: number[]}> {
  const decoder = new TextDecoder();
  let text = "";
  const used: number[] = [];
  await eachChunk(source, (chunk, at) => {
    text += decoder.decode(chunk, {stream: true});
    used.push(at);
  });
  return {text, used};
}

const LONG = Array.from({length: 20_000}, (_, i) => `${i},${(i * 7919) % 10_007}`).join("\n");

describe("a gzip file", () => {
  it.each([1, 7, 1000, 1_000_000])("is unpacked as it comes, in chunks of %i, as often as asked", async (size) => {
    const text = size === 1 ? LONG.slice(0, 5000) : LONG;
    const packed = gzipSync(text);
    const source = gunzip(inChunks(packed, size));
    expect(source.size).toBe(packed.length);
    for (let time = 0; time < 2; time++) {
      const read = await all(source);
      expect(read.text).toBe(text);
      expect(read.used).toEqual([...read.used].sort((a, b) => a - b));
      expect(read.used.at(-1)).toBe(packed.length);
    }
  });

  it("of a Blob is unpacked too", async () => {
    expect((await all(gunzip(new Blob([gzipSync(LONG)])))).text).toBe(LONG);
  });

  it.each([
    ["cut off", (packed: Buffer) => packed.subarray(0, packed.length - 20)],
    ["cut off in its head", (packed: Buffer) => packed.subarray(0, 5)],
    [
      "changed in the middle",
      (packed: Buffer) => Buffer.from(packed.map((byte, i) => (i > 500 && i < 600 ? byte ^ 0xff : byte))),
    ],
    [
      "with a wrong sum",
      (packed: Buffer) => Buffer.from(packed.map((byte, i) => (i === packed.length - 6 ? byte ^ 1 : byte))),
    ],
    ["that is none", () => Buffer.from("date,place\n")],
  ])("%s is broken, and says so", async (_, damage) => {
    const source = gunzip(inChunks(damage(gzipSync(LONG)), 100));
    await expect(all(source)).rejects.toMatchObject({code: "broken", params: {format: "gzip"}});
  });

  it("that grows beyond measure is given up long before its end", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    let seen = 0;
    const reading = eachChunk(
      gunzip(inChunks(bomb, 4096), {unpackedBytes: 1e9, ratio: 200, ratioFrom: 1_000_000}),
      (chunk) => {
        seen += chunk.length;
      },
    );
    await expect(reading).rejects.toMatchObject({code: "too-expanded", params: {limit: 200}});
    expect(seen).toBeLessThanOrEqual(bomb.length * 200);
  });

  it("that is too large unpacked is given up at the limit", async () => {
    const limits = {unpackedBytes: 100_000, ratio: 200, ratioFrom: 10_000_000};
    let seen = 0;
    const reading = eachChunk(gunzip(inChunks(gzipSync(LONG), 100), limits), (chunk) => {
      seen += chunk.length;
    });
    await expect(reading).rejects.toMatchObject({code: "too-large", params: {limit: 100_000}});
    expect(seen).toBeLessThanOrEqual(100_000);
  });

  it("need not be read to the end", async () => {
    let chunks = 0;
    await eachChunk(gunzip(inChunks(gzipSync(LONG), 10)), () => {
      chunks++;
      return false;
    });
    expect(chunks).toBe(1);
  });

  it("passes on that its bytes cannot be had", async () => {
    const gone = new DOMException("stopped", "AbortError");
    const source = gunzip({size: 1, stream: () => new ReadableStream({pull: (controller) => controller.error(gone)})});
    await expect(all(source)).rejects.toBe(gone);
  });

  const HANDMADE = join(import.meta.dirname, "../../../../shared/torture/handmade");
  it.skipIf(!existsSync(HANDMADE))("made by hand: one is read, the bomb is not", async () => {
    const read = (name: string) => all(gunzip(new Blob([readFileSync(join(HANDMADE, name))])));
    expect((await read("gzip_ok.csv.gz")).text).toMatch(/^id,date,/);
    await expect(read("gzip_bomb_200MiB.csv.gz")).rejects.toMatchObject({code: "too-expanded"});
  });
});
