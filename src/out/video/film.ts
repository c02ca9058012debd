import {paint} from "../drawing/canvas.ts";
import type {Drawing} from "../drawing/drawing.ts";
import type {Poster} from "../poster/poster.ts";
import {framesOf, momentOf, type Lengths} from "./frameClock.ts";
import type {Film} from "./record.ts";
import {windowOf, type Route} from "./route.ts";

export interface Script {
  poster: Poster;
  route: Route;
  lengths: Lengths;
  /** The playhead moves by whole days or hours, and never lies between. */
  stepwise: boolean;
  /** Stands before the playback for as long as `lengths` says. */
  card: Drawing;
}

export interface PosterFilm extends Film {
  /** The playhead in a frame, in calendar ms; null on the title card. */
  playhead(frame: number): number | null;
  /** Gives back the memory of its pictures. It can paint no more. */
  close(): void;
}

/** The playback of a poster as a film. Whoever else moves the poster's session does not disturb it: each frame begins by setting it. */
export function filmOf({poster, route, lengths, stepwise, card}: Script): PosterFilm {
  const {width, height, session} = poster;
  const picture = painterOf(width, height);
  const ground = painterOf(width, height);
  paint(poster.ground, ground.context);
  const {count} = framesOf(lengths);
  const windowAt = (frame: number) => {
    const moment = momentOf(lengths, frame);
    return moment.part === "title" ? null : windowOf(route, moment.share, stepwise);
  };
  let painted = "";

  return {
    canvas: picture.canvas,
    fps: lengths.fps,
    count,
    playhead: (frame) => windowAt(frame)?.[1] ?? null,
    paint(frame) {
      const period = windowAt(frame);
      const key = String(period);
      if (key === painted) return;
      painted = key;
      if (period === null) {
        paint(card, picture.context);
        return;
      }
      session.selection.mode = route.mode;
      session.selection.setWindow(...period);
      picture.context.drawImage(ground.canvas, 0, 0);
      paint(poster.moment(), picture.context);
    },
    close() {
      for (const {canvas} of [picture, ground]) canvas.width = canvas.height = 0;
    },
  };
}

/** Painted by the processor, where it is read from anyway: a graphics card rounds as it likes, and frames would differ by machine. */
function painterOf(width: number, height: number) {
  const canvas = Object.assign(document.createElement("canvas"), {width, height});
  const context = canvas.getContext("2d", {alpha: false, willReadFrequently: true})!;
  return {canvas, context};
}
