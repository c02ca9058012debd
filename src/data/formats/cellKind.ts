/** What one cell looks like at a glance, which tells names from values; far less than what it takes to read it. */
export type CellKind = "empty" | "number" | "date" | "link" | "point" | "text";

/** Longer cells are texts. */
const LENGTH = 60;

export function cellKind(cell: string): CellKind {
  const text = cell.trim();
  if (text === "") return "empty";
  if (/^(?:https?:\/\/|www\.)\S/i.test(text)) return "link";
  if (/^(?:MULTI)?(?:POINT|POLYGON|LINESTRING)\s*Z?\s*\(/i.test(text)) return "point";
  if (text.length > LENGTH) return "text";
  if (/^[+\-−(]?[$€£]?\p{Nd}[\p{Nd}\s.,'’٫٬]*(?:e[+-]?\d+)?\s?[%€)]?$/iu.test(text))
    return /^\p{Nd}{1,2}\.\p{Nd}{1,2}\.\p{Nd}{2,4}$/u.test(text)
      ? "date"
      : /^[+-]?\d{1,3}\.\d+\s*,\s*[+-]?\d{1,3}\.\d+$/.test(text)
        ? "point"
        : "number";
  if (/^[-+]?\.\d+$/.test(text)) return "number";
  if (/^[+-]?\d{1,3}\.\d+\s*[,;]\s*[+-]?\d{1,3}\.\d+$/.test(text)) return "point";
  if (/^[+-]?\d{1,3}(?:[.,]\d+)?\s*°/.test(text)) return "number";
  if (/^[+-]?\p{Nd}{1,6}\s?[-/.年]\s?\p{Nd}{1,2}(?:\s?[-/.月]\s?\p{Nd}{1,4})?(?:日|[\sT,].{0,30}|)$/u.test(text))
    return "date";
  if (
    /^\p{Nd}{1,2}(?:st|nd|rd|th|er|\.)?[-\s/]\s?(?:de\s)?[\p{L}\p{M}]{3,12}\.?[-\s/,]\s?(?:de\s)?\p{Nd}{2,4}(?:[\s,].{0,20})?$/u.test(
      text,
    )
  )
    return "date";
  if (/^[\p{L}\p{M}]{3,10}\.?\s\p{Nd}{1,2},?\s\p{Nd}{4}(?:[\s,].{0,20})?$/u.test(text)) return "date";
  if (/^\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2}(?:\.\d{1,6})?)?(?:\s?[ap]m)?$/iu.test(text)) return "date";
  return "text";
}
