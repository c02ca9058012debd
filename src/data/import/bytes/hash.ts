const ODD = 0x9e3779b1;

/** A hash of bytes `[from, to)`, taken four at a time, since a step for each would wait for the one before it. */
export function hashOf(view: DataView, from: number, to: number): number {
  let hash = to - from;
  let at = from;
  for (; at + 4 <= to; at += 4) hash = mixed(hash ^ view.getInt32(at, true));
  let last = 0;
  for (; at < to; at++) last = (last << 8) | view.getUint8(at);
  return mixed(hash ^ last);
}

function mixed(bits: number): number {
  const product = Math.imul(bits, ODD);
  return product ^ (product >>> 15);
}
