// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {partOf, rangeOf} from "../../src/offline/ranges.ts";

const bytes = (size: number) => Uint8Array.from({length: size}, (_, i) => (i * 31 + 7) % 251);
const ask = async (size: number, header: string | null) => {
  const response = partOf(new Blob([bytes(size)]), header);
  return {
    status: response.status,
    range: response.headers.get("content-range"),
    length: response.headers.get("content-length"),
    body: [...new Uint8Array(await response.arrayBuffer())],
  };
};

/** Bytes that a single range names, one by one: each is asked whether it lies within. */
const named = (size: number, from: number | null, to: number | null) =>
  [...bytes(size).keys()].filter((i) => (from === null ? i >= size - to! : i >= from && (to === null || i <= to)));

describe("a part of a file", () => {
  const bound = fc.option(fc.integer({min: 0, max: 40}), {nil: null});
  it("holds the bytes that lie within the range, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({min: 0, max: 30}), bound, bound, async (size, from, to) => {
        fc.pre(from !== null || to !== null);
        fc.pre(from === null || to === null || from <= to);
        const found = await ask(size, `bytes=${from ?? ""}-${to ?? ""}`);
        const wanted = named(size, from, to);
        if (wanted.length === 0) {
          expect(found).toMatchObject({status: 416, range: `bytes */${size}`, body: []});
          return;
        }
        const all = bytes(size);
        expect(found).toEqual({
          status: 206,
          range: `bytes ${wanted[0]}-${wanted.at(-1)}/${size}`,
          length: String(wanted.length),
          body: wanted.map((i) => all[i]),
        });
      }),
    );
  });

  it.each([null, "", "bytes=", "bytes=-", "bytes=5-2", "bytes=0-1,4-5", "items=0-3", "bytes=a-b", "bytes=1.5-3"])(
    "is the whole where %j asks for nothing that can be given",
    async (header) => {
      expect(await ask(9, header)).toMatchObject({status: 200, range: null, length: "9", body: [...bytes(9)]});
    },
  );

  it("reads large numbers as such", () => {
    expect(rangeOf("bytes=4294967296-", 5_000_000_000)).toEqual({first: 4_294_967_296, last: 4_999_999_999});
    expect(rangeOf("bytes=0-99999999999999999999", 10)).toEqual({first: 0, last: 9});
  });

  it("keeps what the whole said of itself", () => {
    const response = partOf(new Blob([bytes(9)]), "bytes=0-3", {
      ETag: '"a"',
      "Content-Type": "application/vnd.pmtiles",
    });
    expect([...response.headers]).toEqual(
      expect.arrayContaining([
        ["etag", '"a"'],
        ["content-type", "application/vnd.pmtiles"],
        ["accept-ranges", "bytes"],
      ]),
    );
  });
});
