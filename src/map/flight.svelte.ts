import type {Camera} from "./mercator.ts";
import {latitude, mercatorX, mercatorY, longitude} from "./mercator.ts";

export const FLIGHT_MS = 700;
export const STEP_MS = 220;

/** The camera on its way, `t` from 0 to 1; a zoom around a place keeps that place where it is. */
export function between(from: Camera, to: Camera, t: number): Camera {
  if (t >= 1) return to;
  const zoom = from.zoom + (to.zoom - from.zoom) * t;
  const [a, b] = [2 ** -from.zoom, 2 ** -to.zoom];
  const share = Math.abs(to.zoom - from.zoom) < 1e-6 ? t : (2 ** -zoom - a) / (b - a);
  let dx = mercatorX(to.lng) - mercatorX(from.lng);
  dx -= Math.round(dx);
  return {
    zoom,
    lng: longitude((((mercatorX(from.lng) + dx * share) % 1) + 1) % 1),
    lat: latitude(mercatorY(from.lat) + (mercatorY(to.lat) - mercatorY(from.lat)) * share),
  };
}

const eased = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/** Carries the camera from one look to another. */
export class Flight {
  #at = $state.raw<Camera | null>(null);
  #frame = 0;

  /** Where it is now, null on the ground. */
  get at(): Camera | null {
    return this.#at;
  }

  fly(from: Camera, to: Camera, length: number): void {
    this.stop();
    this.#at = from;
    let started = -1;
    const step = (time: number) => {
      if (started === -1) started = time;
      const t = Math.min(1, (time - started) / length);
      this.#at = t === 1 ? null : between(from, to, eased(t));
      if (t < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#at = null;
  }
}
