import {strFromU8, unzipSync} from "fflate";
import {afterEach, describe, expect, it, vi} from "vitest";
import {LIMIT, pictureName, picturesWriter} from "../../../src/out/video/pictures.ts";
import {record} from "../../../src/out/video/record.ts";
import {memorySink} from "../../../src/out/video/sink.ts";
import {fakeFilm} from "./fakes.ts";

afterEach(() => vi.useRealTimers());

const size = (film: {painted: number[]}) => new Uint8Array([0x89, 0x50, film.painted.at(-1)!]);

async function zipped(count: number, png = size) {
  const film = fakeFilm(count);
  const writer = picturesWriter(
    {count, readMe: "12 pictures, to be played at 30 a second."},
    memorySink("application/zip"),
    async () => png(film),
  );
  const signal = new AbortController().signal;
  const blob = await record(film, writer, {signal, tell: () => {}, rest: async () => {}});
  return new Uint8Array(await blob!.arrayBuffer());
}

describe("pictures in a zip", () => {
  it("are one a frame, in the order of their names, with how to play them", async () => {
    const files = unzipSync(await zipped(12));
    expect(Object.keys(files)).toEqual(["README.txt", ...Array.from({length: 12}, (_, i) => pictureName(i))]);
    expect([...Object.keys(files)].slice(1)).toEqual([...Object.keys(files)].slice(1).sort());
    expect(strFromU8(files["README.txt"]!)).toContain("30 a second");
    expect(files["frame-00012.png"]).toEqual(new Uint8Array([0x89, 0x50, 11]));
  });

  it("are the same bytes whenever they are made", async () => {
    vi.useFakeTimers({toFake: ["Date"], now: Date.parse("2024-01-28T05:30Z")});
    const first = await zipped(3);
    vi.setSystemTime(Date.parse("2031-06-01T12:00Z"));
    expect(await zipped(3)).toEqual(first);
  });

  it("are not packed again, which would take long and win nothing", async () => {
    const zeroes = await zipped(2, () => new Uint8Array(10_000));
    expect(zeroes.length).toBeGreaterThan(20_000);
  });

  it("are refused before the first where there are more than a zip holds", () => {
    expect(() => picturesWriter({count: LIMIT.files + 1, readMe: ""}, memorySink(""))).toThrow(/tooLarge/);
  });
});

describe("a file in memory", () => {
  it("is what was written, wherever and in whatever order", async () => {
    const sink = memorySink("text/plain");
    const page = 4 << 20;
    await sink.write(new Uint8Array([7, 8, 9]), page - 1);
    await sink.write(new Uint8Array([1, 2]), 0);
    await sink.write(new Uint8Array([3]), 1);
    const blob = (await sink.close())!;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([bytes.length, blob.type]).toEqual([page + 2, "text/plain"]);
    expect([bytes[0], bytes[1], bytes[2], ...bytes.slice(page - 1)]).toEqual([1, 3, 0, 7, 8, 9]);
  });
});
