/**
 * Where a key takes the active line of a list whose newest line, the last of the slice, is on top: a line on, a page on (`paged` with 1 for down
 * and -1 for up) or to either end; null for other keys. It may be beyond the ends. While no line is active, `at` is the first in sight.
 */
export function keyed(
  key: string,
  at: number,
  isActive: boolean,
  [oldest, end]: readonly [number, number],
  paged: (by: 1 | -1) => number,
): number | null {
  switch (key) {
    case "ArrowDown":
      return isActive ? at - 1 : at;
    case "ArrowUp":
      return at + 1;
    case "PageDown":
      return paged(1);
    case "PageUp":
      return paged(-1);
    case "Home":
      return end - 1;
    case "End":
      return oldest;
    default:
      return null;
  }
}
