import {Pace} from "./pace.ts";
import type {Writer} from "./writer.ts";

/** Pictures by number. The same number paints the same picture, in whatever order they are asked for. */
export interface Film {
  readonly canvas: HTMLCanvasElement;
  readonly fps: number;
  readonly count: number;
  paint(frame: number): void;
}

export interface Progress {
  /** Frames that are done. */
  frame: number;
  of: number;
  /** Ms that the rest will take; null while nobody knows. */
  left: number | null;
}

interface Recording {
  signal: AbortSignal;
  tell: (progress: Progress) => void;
  /** Ms since whenever. */
  clock?: () => number;
  /** Lets the page do what waits. */
  rest?: () => Promise<void>;
}

/**
 * Paints a film frame by frame into a writer. No frame is left out and none comes twice, however long it takes, and the page is let go on
 * between any two. An aborted `signal` or a fault cancels the writer and throws.
 */
export async function record(
  film: Film,
  writer: Writer,
  {signal, tell, clock = () => performance.now(), rest = breathe}: Recording,
): Promise<Blob | null> {
  const pace = new Pace();
  // An encoder that never answers can be ended too.
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), {once: true});
  });
  ended.catch(() => {});
  try {
    for (let frame = 0; frame < film.count; frame++) {
      signal.throwIfAborted();
      const from = clock();
      film.paint(frame);
      await Promise.race([writer.add(film.canvas, frame), ended]);
      await rest();
      pace.add(clock() - from);
      tell({frame: frame + 1, of: film.count, left: pace.left(film.count - frame - 1)});
    }
    signal.throwIfAborted();
    return await Promise.race([writer.finish(), ended]);
  } catch (error) {
    await writer.cancel();
    throw error;
  }
}

/** Goes on after what waits: by a message, since timers rest on a page that nobody sees, and frames stand still there. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
