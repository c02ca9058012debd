/** A number in plain decimals, without an exponent: spreadsheets and readers of degrees take those. "" for NaN. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  const text = String(value);
  const at = text.indexOf("e");
  if (at === -1) return text;
  const sign = text.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = text.slice(sign.length, at).split(".");
  const shift = Number(text.slice(at + 1));
  return shift < 0
    ? `${sign}0.${"0".repeat(-shift - 1)}${whole}${fraction}`
    : `${sign}${whole}${fraction.padEnd(shift, "0")}`;
}

/** A count and its bounds as one text that the reader of counts takes apart again: `5`, `at least 5`, `12-15`, `13 (12-15)`. */
export function countText(best: number, low: number, high: number): string {
  const [b, l, h] = [best, low, high].map(numberText) as [string, string, string];
  if (l !== "" && h !== "") return b === "" ? `${l}-${h}` : `${b} (${l}-${h})`;
  if (l !== "") return `at least ${l}`;
  return h === "" ? b : `up to ${h}`;
}
