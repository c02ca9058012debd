export type Position = readonly [x: number, y: number];

/** Heights, as shares of the whole, at which a polygon that bends around its centroid is looked through. */
const HEIGHTS = [1 / 2, 1 / 4, 3 / 4, 1 / 8, 3 / 8, 5 / 8, 7 / 8];

/**
 * A point inside the largest of the polygons, each a ring and its holes: the centroid where that is inside, else the middle of the widest
 * stretch inside along a few lines from west to east. A polygon without area gives a point of its ring. Linear but for one sort.
 */
export function pointInPolygons(polygons: readonly (readonly (readonly Position[])[])[]): Position {
  let largest = polygons[0]!;
  let most = -1;
  for (const rings of polygons) {
    const area = Math.abs(momentsOf(rings[0]!).area);
    if (area > most) [largest, most] = [rings, area];
  }
  const centroid = centroidOf(largest);
  if (centroid !== null && isInside(largest, centroid)) return centroid;
  return widestMiddle(largest) ?? largest[0]![0]!;
}

/** Whether an odd number of sides stands to the east of a point. */
function isInside(rings: readonly (readonly Position[])[], [x, y]: Position): boolean {
  let odd = false;
  for (const crossing of crossings(rings, y)) if (crossing > x) odd = !odd;
  return odd;
}

/** Where the sides of all rings cross a height. A side holds its lower end and not its upper, so that a corner counts once. */
function crossings(rings: readonly (readonly Position[])[], y: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    let [ax, ay] = ring.at(-1)!;
    for (const [bx, by] of ring) {
      if (ay <= y !== by <= y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
      [ax, ay] = [bx, by];
    }
  }
  return found;
}

function widestMiddle(rings: readonly (readonly Position[])[]): Position | null {
  let [south, north] = [Infinity, -Infinity];
  for (const [, y] of rings[0]!) {
    if (y < south) south = y;
    if (y > north) north = y;
  }
  let best: Position | null = null;
  let most = 0;
  for (const share of HEIGHTS) {
    const y = south + (north - south) * share;
    const xs = new Float64Array(crossings(rings, y)).sort();
    for (let i = 1; i < xs.length; i += 2) {
      const width = xs[i]! - xs[i - 1]!;
      if (width > most) [best, most] = [[xs[i - 1]! + width / 2, y], width];
    }
  }
  return best;
}

/** Twice the signed area of a ring, and that times three times its centroid, both from its first corner. */
function momentsOf(ring: readonly Position[]): {area: number; x: number; y: number} {
  const [ox, oy] = ring[0]!;
  let [area, x, y] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = [ring[i - 1]![0] - ox, ring[i - 1]![1] - oy];
    const [bx, by] = [ring[i]![0] - ox, ring[i]![1] - oy];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return {area, x, y};
}

/** Null where there is no area. Holes are taken off, whichever way they run. */
function centroidOf(rings: readonly (readonly Position[])[]): Position | null {
  let [area, x, y] = [0, 0, 0];
  rings.forEach((ring, index) => {
    const moments = momentsOf(ring);
    const weight = (moments.area < 0 ? -1 : 1) * (index === 0 ? 1 : -1);
    const [ox, oy] = ring[0]!;
    area += weight * moments.area;
    x += weight * (moments.x / 3 + ox * moments.area);
    y += weight * (moments.y / 3 + oy * moments.area);
  });
  return area > 0 ? [x / area, y / area] : null;
}
