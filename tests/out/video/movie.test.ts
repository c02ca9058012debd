import {ALL_FORMATS, BufferSource, EncodedPacketSink, Input} from "mediabunny";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {encodingFor} from "../../../src/out/video/encoding.ts";
import {movieWriter} from "../../../src/out/video/movie.ts";
import {record} from "../../../src/out/video/record.ts";
import {memorySink, type Sink} from "../../../src/out/video/sink.ts";
import {fakeFilm, stubEncoder} from "./fakes.ts";

afterEach(() => vi.useRealTimers());
const SIZE = {width: 1920, height: 1080, fps: 30};
const ABOUT = {count: 95, title: "Attack by attack", comment: "Credit: ISW"};

async function made(sink: Sink = memorySink("video/mp4"), signal = new AbortController().signal) {
  const encoding = (await encodingFor(SIZE))!;
  const writer = await movieWriter(encoding, ABOUT, sink);
  const blob = await record(fakeFilm(ABOUT.count), writer, {signal, tell: () => {}, rest: async () => {}});
  return new Uint8Array(await blob!.arrayBuffer());
}

describe("a movie", () => {
  let encoder: ReturnType<typeof stubEncoder>;
  beforeEach(() => (encoder = stubEncoder()));

  it("is an MP4 of as many frames as it was given, as long as they take, and says what it is", async () => {
    const input = new Input({formats: ALL_FORMATS, source: new BufferSource(await made())});
    const track = (await input.getPrimaryVideoTrack())!;
    expect(await input.getMimeType()).toMatch(/^video\/mp4/);
    expect(await input.computeDuration()).toBeCloseTo(95 / 30, 6);
    expect(await track.getCodec()).toBe("avc");
    expect([await track.getDisplayWidth(), await track.getDisplayHeight()]).toEqual([1920, 1080]);
    const {packetCount, averagePacketRate} = await track.computePacketStats();
    expect([packetCount, Math.round(averagePacketRate)]).toEqual([95, 30]);
    expect(await input.getMetadataTags()).toMatchObject({title: ABOUT.title, comment: ABOUT.comment});
  });

  it("can be entered every two seconds, and its frames are a thirtieth apart", async () => {
    const input = new Input({formats: ALL_FORMATS, source: new BufferSource(await made())});
    const sink = new EncodedPacketSink((await input.getPrimaryVideoTrack())!);
    const packets = [];
    for await (const packet of sink.packets()) packets.push(packet);
    expect(packets.filter(({type}) => type === "key").map(({timestamp}) => timestamp)).toEqual([0, 2]);
    packets.forEach(({timestamp}, i) => expect(timestamp).toBeCloseTo(i / 30, 6));
  });

  it("begins with what a player reads first", async () => {
    const bytes = await made();
    const at = (name: string) => new TextDecoder("latin1").decode(bytes).indexOf(name);
    expect(at("moov")).toBeGreaterThan(0);
    expect(at("moov")).toBeLessThan(at("mdat"));
  });

  it("is the same bytes whenever it is made", async () => {
    vi.useFakeTimers({toFake: ["Date"], now: Date.parse("2024-01-28T05:30Z")});
    const first = await made();
    vi.setSystemTime(Date.parse("2031-06-01T12:00Z"));
    expect(await made()).toEqual(first);
  });

  it("gives every picture back to the browser", async () => {
    await made();
    expect(encoder.open()).toBe(0);
  });
});

describe("an encoder", () => {
  it("that is slow is not drowned", async () => {
    const encoder = stubEncoder({slowly: true});
    await made();
    expect(encoder.timestamps).toHaveLength(95);
    expect(encoder.longestQueue).toBeLessThanOrEqual(3);
  });

  it("that fails in the middle ends it, and says which of the parts it was", async () => {
    const encoder = stubEncoder({slowly: true});
    const abort = vi.fn(async () => {});
    const done = made({...memorySink(""), abort});
    setTimeout(() => encoder.fail(new DOMException("no more", "EncodingError")), 5);
    await expect(done).rejects.toMatchObject({fault: "encoder"});
    expect(abort).toHaveBeenCalled();
    expect(encoder.open()).toBe(0);
  });

  it("is ended by a cancel, and the file with it", async () => {
    stubEncoder({slowly: true});
    const stop = new AbortController();
    const abort = vi.fn(async () => {});
    const close = vi.fn(async () => null);
    setTimeout(() => stop.abort(), 5);
    await expect(made({...memorySink(""), abort, close}, stop.signal)).rejects.toThrow(/abort/i);
    expect(abort).toHaveBeenCalled();
    expect(close).not.toHaveBeenCalled();
  });

  it("is not blamed for a full disk", async () => {
    stubEncoder();
    const write = async () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    await expect(made({...memorySink(""), write})).rejects.toMatchObject({fault: "disk"});
  });
});
