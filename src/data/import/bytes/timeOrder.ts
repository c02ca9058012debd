import {release} from "../../grow.ts";

const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
const LOW = 2 ** 32;
const SECOND = 1000;

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
  let runs = 1;
  let second = 0;
  for (let i = 1; i < length; i++) {
    if (start[i] >= start[i - 1]) continue;
    runs++;
    second = i;
  }
  if (runs === 1) return null;
  if (runs === 2) return merged(start, second);
  let order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  const scale = scaleOf(start);
  if (scale === null) return order.sort((a, b) => start[a] - start[b] || a - b);
  const {least, most, unit} = scale;
  let keys = new Uint32Array(length);
  let nextOrder = new Uint32Array(length);
  let nextKeys = new Uint32Array(length);
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
      const key = keys[i];
      const at = places[(key >>> shift) & (BUCKETS - 1)]++;
      nextOrder[at] = order[i];
      nextKeys[at] = key;
    }
    [order, nextOrder, keys, nextKeys] = [nextOrder, order, nextKeys, keys];
  };
  const sortUpTo = (high: number): void => {
    for (let shift = 0; shift < 32 && 2 ** shift <= high; shift += DIGIT) sortBy(shift);
  };
  for (let i = 0; i < length; i++) keys[i] = (start[i] - least) / unit;
  sortUpTo(most);
  if (most >= LOW) {
    for (let i = 0; i < length; i++) keys[i] = (start[order[i]] - least) / unit / LOW;
    sortUpTo(most / LOW);
  }
  for (const each of [keys, nextKeys, nextOrder]) release(each);
  return order;
}

/** In what unit, s or ms, all times are whole numbers above the `least`, and the `most` of these; null where some are none. */
function scaleOf(start: Float64Array): {least: number; most: number; unit: number} | null {
  let least = Infinity;
  let most = -Infinity;
  let isWhole = true;
  let isSeconds = true;
  for (let i = 0; i < start.length; i++) {
    const time = start[i];
    const seconds = time / SECOND;
    isWhole &&= time === Math.floor(time);
    isSeconds &&= seconds === Math.floor(seconds);
    if (time < least) least = time;
    if (time > most) most = time;
  }
  if (!isWhole || most - least > Number.MAX_SAFE_INTEGER) return null;
  const unit = isSeconds ? SECOND : 1;
  return {least, most: (most - least) / unit, unit};
}
