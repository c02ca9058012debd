import {SPEEDS} from "../state/player.svelte.ts";
import {DAY} from "../data/calendar.ts";
import type {Period} from "../data/period.ts";

const SHORTEST = 4;
const LONGEST = 300;

/** Speeds in days a second that play the whole in four seconds to five minutes, and the one in use. */
export function speedsFor([from, to]: Period, current: number): number[] {
  const days = (to - from) / DAY;
  const fitting = SPEEDS.filter((speed) => days / speed >= SHORTEST && days / speed <= LONGEST);
  const speeds = fitting.length > 0 ? fitting : [SPEEDS[0]!];
  return speeds.includes(current) ? speeds : [...speeds, current].sort((a, b) => a - b);
}
