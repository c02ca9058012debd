/** Flags of PostGIS' own dialect: Z, M and a reference system in front of the coordinates. */
const SRID = 0x20000000;
const KIND = 0x0fffffff;

/** `[x, y]` of a point in well-known binary (ISO 19125-1, or as PostGIS writes it); null for anything else and for an empty point. */
export function wkbPoint(bytes: Uint8Array): [number, number] | null {
  if (bytes.length < 21) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = view.getUint8(0) === 1;
  const type = view.getUint32(1, little);
  const at = type & SRID ? 9 : 5;
  if ((type & KIND) % 1000 !== 1 || bytes.length < at + 16) return null;
  const x = view.getFloat64(at, little);
  const y = view.getFloat64(at + 8, little);
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}
