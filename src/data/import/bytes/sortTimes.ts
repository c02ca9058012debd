import {release, taken} from "../../grow.ts";
import {mergeTimes} from "./mergeTimes.ts";

const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
/** Digits of 32 bits. */
const DIGITS = 3;
const LOW = 2 ** 32;
const SECOND = 1000;

// A loop each, so that what goes through all rows is made quick once and stays so.

/** Where the stretch ends that begins at `from` and is in order. */
function endOfStretch(start: Float64Array, from: number): number {
  let at = from + 1;
  while (at < start.length && start[at] >= start[at - 1]) at++;
  return at;
}

/** Rows by some digits of their keys; an order of null is that in which they came. */
interface Sorted {
  keys: Uint32Array;
  order: Uint32Array | null;
}

/**
 * Sets the keys of the rows: how many times `unit` they are above the `least`, in the last 32 bits or those before. Returns how many there are of each
 * digit, from the last on.
 */
function setKeys({keys, order}: Sorted, start: Float64Array, {least, unit}: Scale, isHigh: boolean): Uint32Array {
  const counts = new Uint32Array(DIGITS * BUCKETS);
  const divisor = isHigh ? LOW : 1;
  for (let i = 0; i < keys.length; i++) {
    keys[i] = (start[order === null ? i : order[i]] - least) / unit / divisor;
    const key = keys[i];
    counts[key & (BUCKETS - 1)]++;
    counts[BUCKETS + ((key >>> DIGIT) & (BUCKETS - 1))]++;
    counts[2 * BUCKETS + (key >>> (2 * DIGIT))]++;
  }
  return counts;
}

/** Makes of how many there are of each digit where the first of them goes. */
function toPlaces(counts: Uint32Array): void {
  for (let digit = 0, before = 0; digit < BUCKETS; digit++) {
    const count = counts[digit];
    counts[digit] = before;
    before += count;
  }
}

function move(from: Sorted, to: Sorted, shift: number, places: Uint32Array): void {
  const {keys, order} = from;
  const {keys: nextKeys} = to;
  const nextOrder = (to.order ??= new Uint32Array(keys.length));
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const at = places[(key >>> shift) & (BUCKETS - 1)]++;
    nextOrder[at] = order === null ? i : order[i];
    nextKeys[at] = key;
  }
}

/** Times again of keys that hold them whole. */
function setTimes(start: Float64Array, keys: Uint32Array, {least, unit}: Scale): void {
  for (let i = 0; i < keys.length; i++) start[i] = least + keys[i] * unit;
}

/**
 * Puts times in order. Returns which row each was, those of one time as they came; null when all stood so. Whole numbers are sorted digit by digit,
 * from the last on, which takes a few passes whatever their order; two stretches that are in order are merged.
 */
export function sortTimes(start: Float64Array): Uint32Array | null {
  const {length} = start;
  const first = endOfStretch(start, 0);
  if (first >= length) return null;
  if (endOfStretch(start, first) === length)
    return mergeTimes(start, {order: null}, {start: start.slice(first), order: null});
  const scale = scaleOf(start);
  if (scale === null)
    return putInOrder(
      start,
      Uint32Array.from(start, (_, i) => i).sort((a, b) => start[a] - start[b] || a - b),
    );
  let from: Sorted = {keys: new Uint32Array(length), order: null};
  let to: Sorted = {keys: new Uint32Array(length), order: null};
  const isLong = (scale.most - scale.least) / scale.unit >= LOW;
  for (const isHigh of isLong ? [false, true] : [false]) {
    const counts = setKeys(from, start, scale, isHigh);
    for (let digit = 0; digit < DIGITS; digit++) {
      const places = counts.subarray(digit * BUCKETS, (digit + 1) * BUCKETS);
      if (places.includes(length)) continue;
      toPlaces(places);
      move(from, to, digit * DIGIT, places);
      [from, to] = [to, from];
    }
  }
  const order = from.order!;
  if (isLong) putInOrder(start, order);
  else setTimes(start, from.keys, scale);
  for (const spent of [from.keys, to.keys, to.order]) if (spent !== null) release(spent);
  return order;
}

function putInOrder(start: Float64Array, order: Uint32Array): Uint32Array {
  const inOrder = taken(start, order.length, order);
  start.set(inOrder);
  release(inOrder);
  return order;
}

interface Scale {
  least: number;
  most: number;
  unit: number;
}

/** In what unit, s or ms, all times are whole numbers above the `least`, up to the `most` of these; null where some are none. */
function scaleOf(start: Float64Array): Scale | null {
  const scale = extremesOf(start);
  return scale === null || scale.most - scale.least > Number.MAX_SAFE_INTEGER ? null : scale;
}

function extremesOf(start: Float64Array): Scale | null {
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
  return isWhole ? {least, most, unit: isSeconds ? SECOND : 1} : null;
}
