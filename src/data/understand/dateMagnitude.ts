import {UTC} from "../calendar.ts";
import type {DateStyle} from "../reading.ts";
import {readNumber} from "./dateNumbers.ts";
import {isReading} from "./dateReading.ts";
import {foldText} from "./dateText.ts";

type Numbers = DateStyle["numbers"];

const NUMBER = /^[+-]?\d{1,17}(?:[.,]\d{1,17})?$/;
/** Serial days from 1949 to 2064: what a spreadsheet that shows no dates gives for most of those that are put into one. */
const FIRST_SERIAL = 18_000;
const LAST_SERIAL = 60_000;
const YEAR_NAME = /year|yr|annee|jahr|anno|yil|год|рік|سنه|عام|jaar|tahun|\ban\b|\bano\b|\brok\b/;

/** Whether a cell is a bare number, in digits of any script. */
export const isNumber = (text: string): boolean => text.length <= 40 && NUMBER.test(foldText(text));

/** Years that only a history writes: before 1000, or before the common era. */
export const isHistoric = (text: string): boolean => /^(?:-\d{1,5}|[1-9]\d{2})(?:\.0+)?$/.test(foldText(text));

function meaningOf(text: string): Numbers | null {
  const folded = foldText(text).replace(/\.0+$/, "");
  const value = Number(folded.replace(",", "."));
  const whole = Number.isInteger(value);
  if (whole && value >= 1000 && value <= 2100) return "year";
  const style = {order: "dmy", lastYear: 2000, numbers: "compact"} as const;
  if (whole && value >= 100_000 && isReading(readNumber(folded, style, UTC))) return "compact";
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL) return "days1900";
  if (value >= 1e9 && value < 1e11) return "seconds";
  return value >= 1e11 && value < 1e14 ? "milliseconds" : null;
}

/** What most of the bare numbers of a column mean as dates, by their size; null when that fits none of them. */
export function guessNumbers(bare: readonly {text: string; count: number}[], name: string): Numbers | null {
  const counts = new Map<Numbers, number>();
  for (const {text, count} of bare) {
    const meaning = meaningOf(text);
    if (meaning !== null) counts.set(meaning, (counts.get(meaning) ?? 0) + count);
  }
  const historic = bare.reduce((sum, {text, count}) => sum + (isHistoric(text) ? count : 0), 0);
  if (historic > 0 && YEAR_NAME.test(foldText(name))) counts.set("year", (counts.get("year") ?? 0) + historic);
  let best: Numbers | null = null;
  for (const [meaning, count] of counts) if (best === null || count > counts.get(best)!) best = meaning;
  return best;
}
