export type Line = [x: number, y: number][];

/** The points of a line without which it would leave its course by more than `tolerance` (Douglas and Peucker); the first and last stay. */
export function simplified(line: Line, tolerance: number): Line {
  const keep = new Set([0, line.length - 1]);
  const waiting: [number, number][] = [[0, line.length - 1]];
  while (waiting.length > 0) {
    const [from, to] = waiting.pop()!;
    let farthest = -1;
    let most = tolerance;
    for (let i = from + 1; i < to; i++) {
      const distance = distanceTo(line[i]!, line[from]!, line[to]!);
      if (distance > most) [farthest, most] = [i, distance];
    }
    if (farthest === -1) continue;
    keep.add(farthest);
    waiting.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, i) => keep.has(i));
}

/** From a point to the stretch between two others. */
function distanceTo([x, y]: Line[number], [ax, ay]: Line[number], [bx, by]: Line[number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
