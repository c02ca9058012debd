// @vitest-environment node
import {afterEach, describe, expect, it, vi} from "vitest";
import {encodingFor} from "../../../src/out/video/encoding.ts";

afterEach(() => vi.unstubAllGlobals());

const WIDE = {width: 1920, height: 1080, fps: 30};
const only =
  (pattern: RegExp) =>
  async ({codec}: VideoEncoderConfig) =>
    pattern.test(codec);

describe("the format", () => {
  it("is H.264 in MP4 wherever the browser writes it, at the level that the size asks for", async () => {
    const codecOf = async (size: typeof WIDE) => (await encodingFor(size, only(/^avc1/)))!.config.codec;
    expect(await codecOf(WIDE)).toBe("avc1.640028");
    expect(await codecOf({...WIDE, fps: 60})).toBe("avc1.64002a");
    expect(await codecOf({width: 1080, height: 1920, fps: 30})).toBe("avc1.640028");
    expect(await codecOf({width: 1080, height: 1080, fps: 30})).toBe("avc1.640020");
    expect(await encodingFor(WIDE, only(/^avc1/))).toMatchObject({codec: "avc", container: "mp4"});
  });

  it("falls back to a simpler H.264, then to VP9 and AV1 in WebM", async () => {
    expect((await encodingFor(WIDE, only(/^avc1\.42e0|^vp09/)))!.config.codec).toBe("avc1.42e028");
    expect(await encodingFor(WIDE, only(/^vp09|^av01/))).toMatchObject({codec: "vp9", container: "webm"});
    expect(await encodingFor(WIDE, only(/^av01/))).toMatchObject({codec: "av1", container: "webm"});
  });

  it("is none where nothing can be written, refuses to say, or there is no encoder", async () => {
    expect(await encodingFor(WIDE, only(/^nothing/))).toBeNull();
    expect(await encodingFor(WIDE)).toBeNull();
    vi.stubGlobal("VideoEncoder", {isConfigSupported: () => Promise.reject(new TypeError("no such codec"))});
    expect(await encodingFor(WIDE)).toBeNull();
    vi.stubGlobal("VideoEncoder", {isConfigSupported: async () => ({supported: true})});
    expect((await encodingFor(WIDE))!.codec).toBe("avc");
  });

  it("asks for exactly what it will then be told to write", async () => {
    const asked: VideoEncoderConfig[] = [];
    const found = await encodingFor({width: 1080, height: 1920, fps: 60}, async (config) => asked.push(config) > 0);
    expect(found!.config).toBe(asked[0]);
    expect(asked[0]).toMatchObject({width: 1080, height: 1920, framerate: 60, latencyMode: "quality"});
    expect(asked[0]!.bitrate).toBeGreaterThan(8_000_000);
  });
});
