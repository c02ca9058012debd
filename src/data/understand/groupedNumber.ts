import {plainText} from "./plainText.ts";

const LONGEST = 40;

/** Digits in groups of three, or of two before the last three as in India; or in none. */
const WITH_POINT = /^[-+]?(?:\d+|\d{1,3}(?:[, ']\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?(?:e\+?\d{1,2})?$/i;
const WITH_COMMA = /^[-+]?(?:\d+|\d{1,3}(?:[. ']\d{3})+)(?:,\d+)?(?:e\+?\d{1,2})?$/i;

/** Reads a number with or without groups: 1234.5, `1,234.5`, `1 234,5`, `1.234,5`, `1'234`; NaN for any other text. */
export function readGrouped(text: string, decimal: "." | ","): number {
  if (text.length > LONGEST) return NaN;
  const plain = plainText(text, decimal).trim();
  if (!(decimal === "." ? WITH_POINT : WITH_COMMA).test(plain)) return NaN;
  return Number(decimal === "." ? plain.replace(/[, ']/g, "") : plain.replace(/[. ']/g, "").replace(",", "."));
}
