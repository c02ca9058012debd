// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {simplified, type Line} from "../../src/build/simplify.ts";

/** Distance from a point to a line of many points, by many small steps along it. */
function away([x, y]: Line[number], line: Line): number {
  let least = Infinity;
  for (let i = 1; i < line.length; i++)
    for (let step = 0; step <= 200; step++) {
      const [[ax, ay], [bx, by]] = [line[i - 1]!, line[i]!];
      least = Math.min(least, Math.hypot(ax + ((bx - ax) * step) / 200 - x, ay + ((by - ay) * step) / 200 - y));
    }
  return least;
}
const point = fc.tuple(fc.integer({min: 0, max: 60}), fc.integer({min: 0, max: 60}));

it("leaves no point farther from the line than was allowed, and keeps its ends", () => {
  fc.assert(
    fc.property(fc.array(point, {minLength: 2, maxLength: 12}), fc.integer({min: 1, max: 9}), (line, tolerance) => {
      const kept = simplified(line as Line, tolerance);
      expect(kept[0]).toEqual(line[0]);
      expect(kept.at(-1)).toEqual(line.at(-1));
      for (const each of line) expect(away(each, kept)).toBeLessThanOrEqual(tolerance + 0.5);
    }),
    {numRuns: 60},
  );
});

it("makes two points of a straight line", () => {
  const line: Line = Array.from({length: 50}, (_, i) => [i, 2 * i]);
  expect(simplified(line, 0.1)).toEqual([
    [0, 0],
    [49, 98],
  ]);
});
