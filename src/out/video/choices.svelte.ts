import {BOUNDS, TITLE_SECONDS, within, type Lengths} from "./frameClock.ts";
import type {Stretch} from "./route.ts";

/** The shapes of a video: 16:9, 1:1 and 9:16. */
export const VIDEO_FORMS = ["wide", "square", "story"] as const;
export type VideoForm = (typeof VIDEO_FORMS)[number];
/** One file to play, or a folder of pictures. */
export type Kind = "movie" | "pictures";

/** What the reader wants of a video. */
export class Choices {
  form = $state<VideoForm>("wide");
  fps = $state<"30" | "60">("30");
  #play = $state(20);
  #hold = $state(2);
  title = $state(false);
  stretch = $state<Stretch>("shown");
  stepwise = $state(false);
  kind = $state<Kind>("movie");

  /** Seconds of playback. */
  get play(): number {
    return this.#play;
  }
  set play(seconds: number) {
    this.#play = within(BOUNDS.play, seconds, this.#play);
  }
  /** Seconds for which the last frame stands. */
  get hold(): number {
    return this.#hold;
  }
  set hold(seconds: number) {
    this.#hold = within(BOUNDS.hold, seconds, this.#hold);
  }

  readonly lengths: Lengths = $derived({
    fps: Number(this.fps),
    title: this.title ? TITLE_SECONDS : 0,
    play: this.#play,
    hold: this.#hold,
  });
}
