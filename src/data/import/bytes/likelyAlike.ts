/** Half of the bits of a hash. */
const HALF = 16;
/**
 * Places for each hash in a first table of those there are, which is small enough for a near cache and lets one in nine pass, and in a second one
 * of those alone.
 */
const FIRST = 8;
const MORE = 32;
/** Hashes at most that are compared with one another. */
const COMPARED = 65_536;
/** Places, of two bits each, in a word. */
const PLACES = 16;
const PLACE_BITS = 4;

/** Which of some hashes are not the only ones of their kind, ascending; where that are very many, a few more. */
export function likelyAlike(hashes: Int32Array): Uint32Array {
  const some = notAlone(hashes, FIRST);
  const turned = new Int32Array(some.length);
  turn(hashes, some, turned);
  const few = notAlone(turned, MORE);
  return (few.length > COMPARED ? few : twiceIn(turned, few)).map((i) => some[i]);
}

/** Those of some hashes that are there more than once. */
function twiceIn(hashes: Int32Array, some: Uint32Array): Uint32Array {
  const sorted = Int32Array.from(some, (i) => hashes[i]).sort();
  const twice = new Set(sorted.filter((hash, i) => hash === sorted[i - 1]));
  return some.filter((i) => twice.has(hashes[i]));
}

/** Hashes of some rows and of those behind them. */
export function joined(first: Int32Array, second: Int32Array): Int32Array {
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Where some of the rows, which are told by where they came, stand in an order, ascending; null is that in which they came. */
export function rowsInOrder(rows: Uint32Array, order: Uint32Array | null): Uint32Array {
  if (order === null || rows.length === 0) return rows;
  const isWanted = new Uint8Array(order.length);
  for (let i = 0; i < rows.length; i++) isWanted[rows[i]] = 1;
  const found = new Uint32Array(rows.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) if (isWanted[order[i]] === 1) found[count++] = i;
  return found;
}

/** Swaps the halves of some of the hashes, so that other bits tell their places. */
function turn(hashes: Int32Array, some: Uint32Array, turned: Int32Array): void {
  for (let i = 0; i < some.length; i++) {
    const hash = hashes[some[i]];
    turned[i] = (hash >>> HALF) | (hash << HALF);
  }
}

/**
 * Which of some hashes are likely not alone among them: they share a place in a table of `share` places for each, which is told by their last
 * bits.
 */
function notAlone(hashes: Int32Array, share: number): Uint32Array {
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(1, (hashes.length * share) / PLACES))));
  enter(hashes, table);
  const found = new Uint32Array(hashes.length);
  return found.subarray(0, findAgain(hashes, table, found));
}

/** Notes in the two bits of each place whether there is a hash, and whether another. */
function enter(hashes: Int32Array, table: Uint32Array): void {
  const mask = table.length - 1;
  for (let i = 0; i < hashes.length; i++) {
    const word = (hashes[i] >>> PLACE_BITS) & mask;
    const bit = (hashes[i] & (PLACES - 1)) * 2;
    table[word] |= (((table[word] >>> bit) & 1) << (bit + 1)) | (1 << bit);
  }
}

/** Writes which hashes stand at a place with another; returns how many. */
function findAgain(hashes: Int32Array, table: Uint32Array, found: Uint32Array): number {
  const mask = table.length - 1;
  let count = 0;
  for (let i = 0; i < hashes.length; i++)
    if ((table[(hashes[i] >>> PLACE_BITS) & mask] & (2 << ((hashes[i] & (PLACES - 1)) * 2))) !== 0) found[count++] = i;
  return count;
}
