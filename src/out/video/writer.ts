/** Makes a file of pictures that come one by one. */
export interface Writer {
  /** Takes what is on the canvas as frame number `frame`, from 0, and is ready once it can take the next. */
  add(canvas: HTMLCanvasElement, frame: number): Promise<void>;
  /** The file; null where it lies on the reader's disk already. */
  finish(): Promise<Blob | null>;
  /** Lets go of everything and leaves no file behind. */
  cancel(): Promise<void>;
}

/** Why there is no video; worded in `i18n/video.ts`. */
export type Fault = "encoder" | "picture" | "disk" | "tooLarge";

export class VideoError extends Error {
  constructor(
    readonly fault: Fault,
    cause?: unknown,
  ) {
    super(`no video: ${fault}`, {cause});
  }
}
