import type {Plan} from "../plan.ts";
import {plainReaders, type Readers} from "../readers.ts";

const DEGREES = /^[+-]?\d{1,3}(?:\.\d{1,30})?(?:e-\d{1,3})?$/;
const COUNT = /^-?\d{1,30}(?:\.\d{1,30})?$/;

/**
 * Readers of a table that was saved here: ISO dates, decimal degrees and plain numbers mean what they say. Any other cell is what somebody
 * has made of one since, and is read `otherwise`. `bounds` says that the bounds of counts stand in columns of their own.
 */
export function exactReaders(plan: Plan, otherwise: Readers, bounds: boolean): Readers {
  const plain = plainReaders(plan);
  const degrees = (text: string, limit: number): number => {
    const value = text.length < 60 && DEGREES.test(text) ? Number(text) : NaN;
    return Math.abs(value) <= limit ? value : NaN;
  };
  return {
    ...otherwise,
    when(cells, note) {
      let faults = 0;
      const when = plain.when(cells, () => faults++);
      return when !== null && faults === 0 ? when : otherwise.when(cells, note);
    },
    point(cells, note) {
      const lat = degrees((cells[plan.lat] ?? "").trim(), 90);
      const lon = degrees((cells[plan.lon] ?? "").trim(), 180);
      return Number.isNaN(lat) || Number.isNaN(lon) ? otherwise.point(cells, note) : {lat, lon};
    },
    count(text, role, note) {
      const isBest = bounds || !/\.(?:low|high)$/.test(role);
      return isBest && text.length < 60 && COUNT.test(text) ? Number(text) : otherwise.count(text, role, note);
    },
  };
}
