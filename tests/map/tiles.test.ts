import {readFileSync} from "node:fs";
import {PMTiles} from "pmtiles";
import {afterEach, describe, expect, it, vi} from "vitest";
import {RangeSource} from "../../src/map/tiles.ts";

const FILE = Uint8Array.from({length: 100}, (_, i) => i);
const range = (init?: RequestInit) => new Headers(init?.headers).get("range");

function host(answer: (range: string | null, calls: number) => Response) {
  const calls: (string | null)[] = [];
  vi.stubGlobal("fetch", async (_: string, init?: RequestInit) => {
    calls.push(range(init));
    return answer(range(init), calls.length);
  });
  return calls;
}

function slice(file: Uint8Array<ArrayBuffer>, header: string | null) {
  const [, first, last] = /bytes=(\d+)-(\d+)/.exec(header!)!;
  return file.slice(Number(first), Number(last) + 1);
}

const partial = (header: string | null, etag = "") =>
  new Response(slice(FILE, header), {status: 206, headers: etag ? {etag} : {}});
const read = async (source: RangeSource, offset: number, length: number, etag?: string) => [
  ...new Uint8Array((await source.getBytes(offset, length, undefined, etag)).data),
];

afterEach(() => void vi.unstubAllGlobals());

describe("RangeSource", () => {
  it("asks for just the bytes it needs", async () => {
    const calls = host((header) => partial(header));
    const source = new RangeSource("map.pmtiles");
    expect(await read(source, 10, 3)).toEqual([10, 11, 12]);
    expect(await read(source, 50, 2)).toEqual([50, 51]);
    expect(calls).toEqual(["bytes=10-12", "bytes=50-51"]);
  });

  it("reads the file whole, once, where the host ignores ranges", async () => {
    const calls = host(() => new Response(FILE));
    const source = new RangeSource("map.pmtiles");
    expect(await read(source, 10, 3)).toEqual([10, 11, 12]);
    expect(await Promise.all([read(source, 0, 1), read(source, 99, 1)])).toEqual([[0], [99]]);
    expect(calls).toHaveLength(1);
  });

  it("reads the file whole where a host refuses a range past its end", async () => {
    const calls = host((header) => (header ? new Response(null, {status: 416}) : new Response(FILE)));
    expect(await read(new RangeSource("map.pmtiles"), 90, 16384)).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);
    expect(calls).toEqual(["bytes=90-16473", null]);
  });

  it("names the address when the file is missing, and tries again the next time", async () => {
    host((header, calls) => (calls === 1 ? new Response(null, {status: 404}) : partial(header)));
    const source = new RangeSource("map.pmtiles");
    await expect(read(source, 0, 2)).rejects.toThrow("HTTP 404: map.pmtiles");
    expect(await read(source, 0, 2)).toEqual([0, 1]);
  });

  it("notices that the file changed between two reads", async () => {
    host((header, calls) => partial(header, `"${calls}"`));
    const source = new RangeSource("map.pmtiles");
    const {etag} = await source.getBytes(0, 2);
    await expect(read(source, 4, 2, etag)).rejects.toThrow("file changed");
  });
});

describe("the shipped basemap", () => {
  const archive = readFileSync("public/basemap/world.pmtiles");
  const open = () => {
    const calls = host((header) => new Response(slice(Uint8Array.from(archive), header), {status: 206}));
    return {calls, tiles: new PMTiles(new RangeSource("world.pmtiles"))};
  };

  it("finds a tile with one request for the directory and one for the tile", async () => {
    const {calls, tiles} = open();
    expect((await tiles.getZxy(5, 19, 12))?.data.byteLength).toBeGreaterThan(1000);
    expect(calls).toHaveLength(2);
  });

  it("has land at every zoom and nothing in the open ocean", async () => {
    const {tiles} = open();
    const header = await tiles.getHeader();
    expect([header.minZoom, header.maxZoom]).toEqual([0, 6]);
    for (let z = 0; z <= 6; z++) {
      const [x, y] = [Math.floor((44.4 / 360 + 0.5) * 2 ** z), Math.floor(0.4022 * 2 ** z)];
      expect(await tiles.getZxy(z, x, y), `z${z}`).toBeDefined();
    }
    expect(await tiles.getZxy(6, 9, 38)).toBeUndefined();
  });
});
