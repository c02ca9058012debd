const HEX_POINT = /^0[01][\da-f]{8}(?:[\da-f]{8})?(?:[\da-f]{16}){2,4}$/i;
const HAS_SRID = 0x20000000;
const DEGREES = [0, 4326, 4258, 4269];

/**
 * The point in a cell of well-known binary written in hexadecimal, as PostGIS exports a geometry column; `projected` where it names a grid.
 * Null for any other text, also for lines and areas.
 */
export function wkbPoint(text: string): {lon: number; lat: number} | "projected" | null {
  if (!HEX_POINT.test(text)) return null;
  const view = new DataView(new ArrayBuffer(text.length / 2));
  for (let i = 0; i < view.byteLength; i++) view.setUint8(i, parseInt(text.slice(2 * i, 2 * i + 2), 16));
  const little = view.getUint8(0) === 1;
  const type = view.getUint32(1, little);
  const hasSrid = (type & HAS_SRID) !== 0;
  if ((type & 0xfff) % 1000 !== 1 || view.byteLength < (hasSrid ? 25 : 21)) return null;
  if (hasSrid && !DEGREES.includes(view.getUint32(5, little))) return "projected";
  const at = hasSrid ? 9 : 5;
  const [lon, lat] = [view.getFloat64(at, little), view.getFloat64(at + 8, little)];
  return Number.isFinite(lon) && Number.isFinite(lat) ? {lon, lat} : null;
}
