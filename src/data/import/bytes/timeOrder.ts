import {release} from "../../grow.ts";

const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
const LOW = 2 ** 32;

/** The order of rows that stand in two stretches of which each is in order, the later of which begins at `second`. */
function merged(start: Float64Array, second: number): Uint32Array {
  const {length} = start;
  const order = new Uint32Array(length);
  for (let i = 0, a = 0, b = second; i < length; i++)
    order[i] = b === length || (a < second && start[a] <= start[b]) ? a++ : b++;
  return order;
}

/**
 * The rows by start, those of one start as they came; null when they stand so. Whole numbers are sorted digit by digit, from the last on, which
 * takes a few passes whatever their order; two stretches that are in order are merged.
 */
export function timeOrder(start: Float64Array): Uint32Array | null {
  const {length} = start;
  let least = Infinity;
  let most = -Infinity;
  let runs = 1;
  let second = 0;
  let whole = true;
  for (let i = 0; i < length; i++) {
    const time = start[i];
    if (i > 0 && time < start[i - 1]) {
      runs++;
      second = i;
    }
    whole &&= Number.isInteger(time);
    if (time < least) least = time;
    if (time > most) most = time;
  }
  if (runs === 1) return null;
  if (runs === 2) return merged(start, second);
  let order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  if (!whole || most - least > Number.MAX_SAFE_INTEGER) return order.sort((a, b) => start[a] - start[b] || a - b);
  let next = new Uint32Array(length);
  const keys = new Uint32Array(length);
  const sortBy = (shift: number): void => {
    const places = new Uint32Array(BUCKETS);
    for (let i = 0; i < length; i++) places[(keys[i] >>> shift) & (BUCKETS - 1)]++;
    if (places.includes(length)) return;
    for (let digit = 0, before = 0; digit < BUCKETS; digit++) {
      const count = places[digit];
      places[digit] = before;
      before += count;
    }
    for (let i = 0; i < length; i++) {
      const row = order[i];
      next[places[(keys[row] >>> shift) & (BUCKETS - 1)]++] = row;
    }
    [order, next] = [next, order];
  };
  for (let i = 0; i < length; i++) keys[i] = start[i] - least;
  for (let shift = 0; shift < 32; shift += DIGIT) sortBy(shift);
  if (most - least >= LOW) {
    for (let i = 0; i < length; i++) keys[i] = (start[i] - least) / LOW;
    for (let shift = 0; shift < 32 && 2 ** shift <= (most - least) / LOW; shift += DIGIT) sortBy(shift);
  }
  release(keys);
  release(next);
  return order;
}
