import type {Total} from "../data/totals.ts";
import type {Rect} from "./columns.ts";
import type {Point} from "./figures.ts";
import type {Plot} from "./plot.svelte.ts";

export interface ValueBox {
  side: "left" | "right";
  /** Bottom of the text. */
  bottom: number;
  /** How bad it is, to compare with other boxes. */
  cost: number;
}

/**
 * Where the current value stands beside the playhead: before it and clear above the line where that can be, else after it, else under the
 * line. `taken` says what it costs to stand over something else. `line` gives the highest point (least y) and the lowest of the step line between two x, null where there is none.
 */
export function placeValue(
  at: Point,
  box: {width: number; height: number},
  plot: {left: number; right: number; top: number; baseline: number},
  line: (from: number, to: number) => {top: number; bottom: number} | null,
  taken: (box: Rect) => number = () => 0,
): ValueBox {
  const away = 10;
  let best: ValueBox = {side: "left", bottom: at.y - 12, cost: Infinity};
  let least = Infinity;
  for (const side of ["left", "right"] as const) {
    const from = side === "left" ? at.x - away - box.width : at.x + away;
    const to = from + box.width;
    const outside = Math.max(0, plot.left - from) + Math.max(0, to - plot.right);
    const found = line(from, to);
    const highest = Math.min(found?.top ?? at.y, at.y);
    const lowest = Math.max(found?.bottom ?? at.y, at.y);
    const above = highest - 9;
    const below = lowest + 10 + box.height;
    for (const [bottom, cost] of [
      [above, 0],
      [below, 6],
    ] as const) {
      const over = Math.max(0, plot.top + 2 - (bottom - box.height)) + Math.max(0, bottom - plot.baseline + 4);
      const distance = Math.abs(bottom - box.height / 2 - at.y) / 20;
      const under = taken({x: from, y: bottom - box.height, ...box});
      const total = cost + outside * 10 + over * 5 + (side === "left" ? 0 : 3) + distance + under;
      if (total < least) [best, least] = [{side, bottom, cost: total}, total];
    }
  }
  return best;
}

/** What it costs to stand over columns: words among them are hard to read. */
export function columnsUnder(plot: Plot, {x, y, width, height}: Rect): number {
  const {edges, scale, geometry} = plot;
  let covered = y + height > geometry.baseline ? 20 : 0;
  for (let bin = 0; bin < edges.length - 1; bin++) {
    const [from, to] = [scale.x(edges[bin]!), scale.x(edges[bin + 1]!)];
    if (to > x && from < x + width && geometry.baseline - plot.columnHeight(bin) < y + height) covered += to - from;
  }
  return covered * 0.35;
}

/** The highest point (least y) and the lowest of the step line between two x; null where there is none. */
export function envelope(points: readonly Point[], from: number, to: number): {top: number; bottom: number} | null {
  let [top, bottom] = [Infinity, -Infinity];
  points.forEach(({x, y}, i) => {
    if (x > to || (points[i + 1]?.x ?? Infinity) < from) return;
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  });
  return top === Infinity ? null : {top, bottom};
}

/** Of what parts a total was stated and by whom: "43 in Iraq + 41 in Syria, AP"; "" where neither is known. */
export function statedDetail({i18n, story, session}: Plot, {parts, sources}: Total): string {
  const {timeline} = i18n.t;
  const names = story?.totals?.parts ?? {};
  const told = parts
    .filter(({value}) => value > 0)
    .map(({column, value}) => timeline.part(i18n.number(value), i18n.text(names[column])));
  const publisher = session.sources?.get(sources[0] ?? "")?.publisher;
  if (told.length > 0) return [told.join(" + "), publisher].filter(Boolean).join(timeline.and);
  return publisher === undefined ? "" : timeline.via(publisher);
}
