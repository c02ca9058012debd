/** Names that say which grid the numbers lie on, or that they lie on one ("" where the values must tell which). */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/l93|lambert[ _-]?93|(?:^|\D)2154(?:\D|$)/, "Lambert-93"],
  [/3857|900913|mercator/, "Web Mercator (EPSG:3857)"],
  [/27700|osgb|(?:^|[^a-z])bng(?:[^a-z]|$)|british[ _-]grid/, "British National Grid"],
  [/utm|linref/, "UTM"],
  [/lambert|gauss|kr(?:ü|ue)ger|(?:^|[^a-z])(?:gk|lv ?95|lv ?03|rd|mgi|swiss|epsg)(?:[^a-z]|$)/, "a national grid"],
  [
    /easting|northing|rechtswert|hochwert|ostwert|nordwert|(?:^|[^a-z])coord(?:onn(?:é|e)e?s?)?[ _-]?[xy](?:[^a-z]|$)/,
    "",
  ],
];

const LONGEST_NAME = 200;

/** The grid that the names of two columns speak of; "" for one they do not name, null where they speak of none. */
export function namedProjection(lat: string, lon: string): string | null {
  const names = `${lat.slice(0, LONGEST_NAME)} ${lon.slice(0, LONGEST_NAME)}`.toLowerCase();
  for (const [pattern, name] of NAMED) if (pattern.test(names)) return name;
  return null;
}

/** The likeliest grid of pairs of metres, `x` to the east and `y` to the north: grids overlap, so this is no more than a hint. */
export function likelyProjection(x: readonly number[], y: readonly number[]): string {
  const within = (values: readonly number[], low: number, high: number) => values.every((v) => v >= low && v <= high);
  if (within(x, 100_000, 900_000) && within(y, 1_300_000, 10_000_000)) return "UTM";
  const signed = x.some((v) => v < 0) || y.some((v) => v < 0);
  const wide = x.some((v) => v > 6_000_000);
  return signed || wide ? "Web Mercator (EPSG:3857)" : "a national grid";
}
