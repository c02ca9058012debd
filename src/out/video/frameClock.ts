/** How long the parts of a video last, in seconds, and how many frames a second has. */
export interface Lengths {
  fps: number;
  /** Of the title card, 0 for none. */
  title: number;
  play: number;
  /** For which the last frame stands. */
  hold: number;
}

/** Where a frame lies: on the title card, or at a share (0 to 1) of the playback, and how long it has been, in seconds. */
export type Moment = {part: "title"; seconds: number} | {part: "play" | "hold"; share: number; seconds: number};

export const BOUNDS = {play: [1, 3600], hold: [0, 60]} as const;
/** How long a title card stands, in seconds. */
export const TITLE_SECONDS = 3;

/** The parts of a video in whole frames. The playback has at least two, its first and its last moment. */
export function framesOf({fps, title, play, hold}: Lengths) {
  const [titles, plays, holds] = [Math.round(title * fps), Math.max(2, Math.round(play * fps)), Math.round(hold * fps)];
  return {titles, plays, holds, count: titles + plays + holds};
}

/** What frame number `frame`, from 0, shows: by its number alone, so that no machine is too slow for any. */
export function momentOf(lengths: Lengths, frame: number): Moment {
  const {titles, plays} = framesOf(lengths);
  if (frame < titles) return {part: "title", seconds: frame / lengths.fps};
  const played = frame - titles;
  const seconds = played / lengths.fps;
  if (played < plays) return {part: "play", share: played / (plays - 1), seconds};
  return {part: "hold", share: 1, seconds};
}

/** A number a reader typed, brought within its bounds; what stood there before where it is none. */
export function within([least, most]: readonly [number, number], value: number, before: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : before;
}
