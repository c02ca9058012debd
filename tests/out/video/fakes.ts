import {vi} from "vitest";
import type {Film} from "../../../src/out/video/record.ts";
import type {Writer} from "../../../src/out/video/writer.ts";

/** A film of `count` frames that remembers what was painted. */
export function fakeFilm(count: number): Film & {painted: number[]} {
  const painted: number[] = [];
  const canvas = Object.assign(document.createElement("canvas"), {width: 8, height: 8});
  return {canvas, fps: 30, count, painted, paint: (frame) => void painted.push(frame)};
}

/** A writer that remembers what it was given; `add` may be replaced. */
export function fakeWriter() {
  const said: string[] = [];
  const writer: Writer = {
    add: async (_, frame) => void said.push(`add ${frame}`),
    finish: async () => (said.push("finish"), new Blob(["video"])),
    cancel: async () => void said.push("cancel"),
  };
  return {writer, said};
}

/** What a decoder of H.264 is told first: the smallest that is well-formed. */
const DESCRIPTION = [
  1, 0x42, 0, 0x0a, 0xff, 0xe1, 0, 7, 0x67, 0x42, 0, 0x0a, 0xf8, 0x41, 0xa2, 1, 0, 4, 0x68, 0xce, 0x38, 0x80,
];

export interface Made {
  config: VideoEncoderConfig;
  timestamps: number[];
  keys: number[];
  longestQueue: number;
  open: () => number;
  fail: (error: DOMException) => void;
}

/**
 * Puts an encoder into the page that packs every picture into a few bytes, `slowly` one a turn of the clock. Says what it was asked to do.
 */
export function stubEncoder({slowly = false} = {}): Made {
  let open = 0;
  const made: Made = {
    config: {} as VideoEncoderConfig,
    timestamps: [],
    keys: [],
    longestQueue: 0,
    open: () => open,
    fail: () => {},
  };
  class FakeFrame {
    timestamp: number;
    duration: number;
    constructor(_: unknown, {timestamp, duration}: {timestamp: number; duration: number}) {
      this.timestamp = timestamp;
      this.duration = duration;
      open++;
    }
    close() {
      open--;
    }
  }
  class FakeEncoder {
    static isConfigSupported = async ({codec}: VideoEncoderConfig) => ({supported: codec.startsWith("avc1")});
    state = "unconfigured";
    encodeQueueSize = 0;
    ondequeue: (() => void) | null = null;
    #waiting: (() => void)[] = [];
    #any = false;
    #init: VideoEncoderInit;
    constructor(init: VideoEncoderInit) {
      this.#init = init;
      made.fail = (error) => {
        this.state = "closed";
        init.error(error);
      };
    }
    configure(config: VideoEncoderConfig) {
      this.state = "configured";
      made.config = config;
    }
    encode({timestamp, duration}: FakeFrame, {keyFrame}: VideoEncoderEncodeOptions) {
      if (this.state !== "configured") throw new DOMException("closed", "InvalidStateError");
      const first = !this.#any;
      this.#any = true;
      made.timestamps.push(timestamp);
      if (keyFrame) made.keys.push(timestamp);
      this.encodeQueueSize++;
      made.longestQueue = Math.max(made.longestQueue, this.encodeQueueSize);
      const out = () => {
        this.encodeQueueSize--;
        if (this.state === "closed") return;
        const bytes = new Uint8Array([0, 0, 0, 2, keyFrame ? 0x65 : 0x41, timestamp % 251]);
        const chunk = {
          type: keyFrame ? "key" : "delta",
          timestamp,
          duration,
          byteLength: bytes.length,
          copyTo: (to: Uint8Array) => to.set(bytes),
        };
        const {codec, width, height} = made.config;
        const description = new Uint8Array(DESCRIPTION);
        const meta = first ? {decoderConfig: {codec, codedWidth: width, codedHeight: height, description}} : {};
        this.#init.output(chunk as unknown as EncodedVideoChunk, meta as EncodedVideoChunkMetadata);
        this.ondequeue?.();
      };
      this.#waiting.push(out);
      if (slowly) setTimeout(() => this.#waiting.shift()?.(), 0);
      else this.#waiting.shift()!();
    }
    async flush() {
      while (this.#waiting.length > 0) this.#waiting.shift()!();
    }
    close() {
      this.state = "closed";
    }
  }
  vi.stubGlobal("VideoFrame", FakeFrame);
  vi.stubGlobal("VideoEncoder", FakeEncoder);
  vi.stubGlobal("EncodedVideoChunk", Object);
  return made;
}
