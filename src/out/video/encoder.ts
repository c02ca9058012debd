import type {Encoding} from "./encoding.ts";
import {VideoError} from "./writer.ts";

type Chunk = (chunk: EncodedVideoChunk, meta?: EncodedVideoChunkMetadata) => void;

/** Frames that may wait for the encoder: enough that it never rests, few enough that memory stays small. */
const WAITING = 2;
const MICROSECONDS = 1_000_000;
/** Between frames that stand for themselves, in seconds: where a player can jump to at once. */
export const KEY_SECONDS = 2;

/** A canvas's pictures in, packed ones out, with a queue that stays short. */
export class FrameEncoder {
  #encoder: VideoEncoder;
  #fps: number;
  #error: VideoError | null = null;
  #wake: (() => void) | null = null;

  /** Every packed frame goes to `take`, in its order. */
  constructor({config}: Encoding, take: Chunk) {
    this.#fps = config.framerate!;
    this.#encoder = new VideoEncoder({
      output: (chunk, meta) => {
        take(chunk, meta);
        this.#wake?.();
      },
      error: (cause) => {
        this.#error = new VideoError("encoder", cause);
        this.#wake?.();
      },
    });
    this.#encoder.ondequeue = () => this.#wake?.();
    this.#guard(() => this.#encoder.configure(config));
  }

  /** Hands over what is on the canvas; ready once the encoder can take another. Throws VideoError. */
  async encode(canvas: HTMLCanvasElement, frame: number): Promise<void> {
    this.#check();
    const at = (n: number) => Math.round((n * MICROSECONDS) / this.#fps);
    const timestamp = at(frame);
    this.#guard(() => {
      const picture = new VideoFrame(canvas, {timestamp, duration: at(frame + 1) - timestamp, alpha: "discard"});
      try {
        this.#encoder.encode(picture, {keyFrame: frame % (KEY_SECONDS * this.#fps) === 0});
      } finally {
        picture.close();
      }
    });
    while (this.#encoder.encodeQueueSize > WAITING && this.#encoder.state === "configured") {
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#check();
    }
  }

  /** Waits until every frame has been handed on, and ends. */
  async finish(): Promise<void> {
    this.#check();
    await this.#encoder.flush().catch((cause: unknown) => {
      throw this.#error ?? new VideoError("encoder", cause);
    });
    this.close();
  }

  /** Ends at once, whatever waits. */
  close(): void {
    if (this.#encoder.state !== "closed") this.#encoder.close();
    this.#wake?.();
  }

  #check(): void {
    if (this.#error !== null) throw this.#error;
  }

  #guard(run: () => void): void {
    try {
      run();
    } catch (cause) {
      throw this.#error ?? new VideoError("encoder", cause);
    }
  }
}
