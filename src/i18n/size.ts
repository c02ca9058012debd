const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
const formats = new Map<string, Intl.NumberFormat>();

/** `2.6 MB`: bytes by thousands, to two digits below ten. */
export function sizeText(bytes: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  const digits = power > 0 && value < 9.95 ? 1 : 0;
  const key = `${locale} ${power} ${digits}`;
  if (!formats.has(key))
    formats.set(
      key,
      new Intl.NumberFormat(locale, {
        style: "unit",
        unit: UNITS[power],
        unitDisplay: power === 0 ? "long" : "short",
        maximumFractionDigits: digits,
      }),
    );
  return formats.get(key)!.format(value);
}
