/** Round counts for the concentric scale: the largest there is, about a third of it, and one; the largest first. */
export function scaleSteps(most: number): number[] {
  if (most <= 0) return [];
  return [...new Set([most, Math.round(most / 3), 1])].filter((n) => n >= 1).sort((a, b) => b - a);
}

/** Middles of the numbers beside the circles, in px from the top, at least `line` apart and as near to each circle's top as that allows. */
export function scaleLines(radii: readonly number[], line: number): number[] {
  const [most = 0] = radii;
  const lines: number[] = [];
  for (const r of radii) lines.push(Math.max(2 * (most - r), (lines.at(-1) ?? -Infinity) + line));
  return lines;
}
