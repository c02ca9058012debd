import type {Period} from "../data/period.ts";

/** Time to px and back, linear. */
export interface TimeScale {
  x(time: number): number;
  time(x: number): number;
  /** Px that a length of time takes. */
  length(time: number): number;
}

export function timeScale([start, end]: Period, left: number, right: number): TimeScale {
  const k = (right - left) / (end - start);
  return {
    x: (time) => left + (time - start) * k,
    time: (x) => start + (x - left) / k,
    length: (time) => time * k,
  };
}
