// @vitest-environment node
import {Resvg} from "@resvg/resvg-js";
import {inflateSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {withDensity} from "../../../src/out/picture/density.ts";

const png = new Uint8Array(
  new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="7" height="5"><path d="M0 0h7v5z"/></svg>`)
    .render()
    .asPng(),
);

/** The chunks of a PNG as its specification has them, each with its checksum tested by Node's own. */
async function chunksOf(bytes: Uint8Array) {
  const {crc32} = await import("node:zlib");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: {name: string; data: Uint8Array}[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    const whole = bytes.subarray(at + 4, at + 8 + length);
    expect(view.getUint32(at + 8 + length)).toBe(crc32(whole));
    chunks.push({name: new TextDecoder().decode(whole.subarray(0, 4)), data: whole.subarray(4)});
    at += length + 12;
  }
  return chunks;
}

describe("the density of a PNG", () => {
  it("stands before the picture, which is left as it was", async () => {
    const before = await chunksOf(png);
    const after = await chunksOf(withDensity(png, 5343));
    const names = after.map(({name}) => name);
    expect(names.slice(0, 2)).toEqual(["IHDR", "pHYs"]);
    expect(names.at(-1)).toBe("IEND");
    const pixels = (chunks: typeof before) =>
      inflateSync(Buffer.concat(chunks.filter(({name}) => name === "IDAT").map(({data}) => data)));
    expect(pixels(after)).toEqual(pixels(before));
    const {data} = after[1]!;
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    expect([view.getUint32(0), view.getUint32(4), view.getUint8(8)]).toEqual([5343, 5343, 1]);
  });

  it("replaces what was said before", async () => {
    const twice = withDensity(withDensity(png, 1000), 2000);
    expect(twice).toEqual(withDensity(png, 2000));
    expect((await chunksOf(twice)).filter(({name}) => name === "pHYs")).toHaveLength(1);
  });

  it("is read from bytes that begin anywhere in their buffer", () => {
    const roomy = new Uint8Array(png.length + 3);
    roomy.set(png, 3);
    expect(withDensity(roomy.subarray(3), 2000)).toEqual(withDensity(png, 2000));
  });
});
