import {release} from "../../grow.ts";
import {mergedOrder} from "./mergedOrder.ts";

const DIGIT = 11;
const BUCKETS = 1 << DIGIT;
const LOW = 2 ** 32;
const SECOND = 1000;

// A loop each, so that what goes through all rows is made quick once and stays so.

/** How many stretches there are of which each is in order, and where the last one begins. */
function runsOf(start: Float64Array): {runs: number; last: number} {
  let runs = 1;
  let last = 0;
  for (let i = 1; i < start.length; i++) {
    if (start[i] >= start[i - 1]) continue;
    runs++;
    last = i;
  }
  return {runs, last};
}

function count(keys: Uint32Array, shift: number, places: Uint32Array): void {
  for (let i = 0; i < keys.length; i++) places[(keys[i] >>> shift) & (BUCKETS - 1)]++;
}

/** Makes of how many there are of each digit where the first of them goes. */
function toPlaces(counts: Uint32Array): void {
  for (let digit = 0, before = 0; digit < BUCKETS; digit++) {
    const count = counts[digit];
    counts[digit] = before;
    before += count;
  }
}

/** Rows by one digit of their keys. */
interface Sorted {
  keys: Uint32Array;
  order: Uint32Array;
}

function move(from: Sorted, to: Sorted, shift: number, places: Uint32Array): void {
  const {keys, order} = from;
  const {keys: nextKeys, order: nextOrder} = to;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const at = places[(key >>> shift) & (BUCKETS - 1)]++;
    nextOrder[at] = order[i];
    nextKeys[at] = key;
  }
}

/** The keys of the rows in an order: how many times `unit` they are above the `least`, in the last 32 bits or those before. */
function setKeys({keys, order}: Sorted, start: Float64Array, {least, unit}: Scale, isHigh: boolean): void {
  const divisor = isHigh ? LOW : 1;
  for (let i = 0; i < keys.length; i++) keys[i] = (start[order[i]] - least) / unit / divisor;
}

function inTurn(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let i = 0; i < length; i++) order[i] = i;
  return order;
}

/**
 * The rows by start, those of one start as they came; null when they stand so. Whole numbers are sorted digit by digit, from the last on, which
 * takes a few passes whatever their order; two stretches that are in order are merged.
 */
export function timeOrder(start: Float64Array): Uint32Array | null {
  const {length} = start;
  const {runs, last} = runsOf(start);
  if (runs === 1) return null;
  if (runs === 2) return mergedOrder(start.subarray(0, last), start.subarray(last));
  const scale = scaleOf(start);
  if (scale === null) return inTurn(length).sort((a, b) => start[a] - start[b] || a - b);
  let from: Sorted = {keys: new Uint32Array(length), order: inTurn(length)};
  let to: Sorted = {keys: new Uint32Array(length), order: new Uint32Array(length)};
  const most = (scale.most - scale.least) / scale.unit;
  for (const isHigh of most >= LOW ? [false, true] : [false]) {
    setKeys(from, start, scale, isHigh);
    const high = isHigh ? most / LOW : most;
    for (let shift = 0; shift < 32 && 2 ** shift <= high; shift += DIGIT) {
      const places = new Uint32Array(BUCKETS);
      count(from.keys, shift, places);
      if (places.includes(length)) continue;
      toPlaces(places);
      move(from, to, shift, places);
      [from, to] = [to, from];
    }
  }
  for (const each of [from.keys, to.keys, to.order]) release(each);
  return from.order;
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
