/** One short text for lists of whole numbers, which differs when any of them does (FNV-1a), with their sum. */
export function digest(lists) {
  let hash = 0x811c9dc5;
  let sum = 0;
  for (const list of lists) {
    for (const value of list) {
      for (let shift = 0; shift < 32; shift += 8) hash = Math.imul(hash ^ ((value >>> shift) & 255), 0x01000193);
      sum += value;
    }
    hash = Math.imul(hash ^ list.length, 0x01000193);
  }
  return `${(hash >>> 0).toString(16)}, sum ${sum}`;
}
