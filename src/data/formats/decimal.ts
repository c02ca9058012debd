const DECIMAL = /^[+-]?(?:\d{1,20}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,3})?$/;

/** A number as XML and iCalendar write it, with a point and no grouping; NaN for any other text. */
export function decimal(text: string): number {
  if (text.length > 80) return NaN;
  const trimmed = text.trim();
  const number = DECIMAL.test(trimmed) ? Number(trimmed) : NaN;
  return Number.isFinite(number) ? number : NaN;
}

/** The cell for a number: "" for NaN. */
export const numberCell = (number: number): string => (Number.isNaN(number) ? "" : String(number));
