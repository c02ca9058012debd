import {MORE, OPEN, RecordScan} from "./recordScan.ts";

/** How the records of a delimited text are cut, and of how many cells most of them are; 0 when there is no record at all. */
export interface Cut {
  delimiter: string;
  width: number;
}

const STRONG = [",", ";", "\t", "|", "\u0001", "\u001f"];
/** Stand within ordinary cells as well, so that they are taken only where none of the others fits. */
const WEAK = ["^", "~", "¦", "§", ":"];
const RECORDS = 150;
/** Rows above the header that may be narrower than the table. */
const TITLES = 30;

/** A leading line such as `sep=;`, which spreadsheets write and read: the delimiter it names and its length, with its line break. */
export function sepLine(text: string): {delimiter: string; length: number} | null {
  const match = /^"?sep=([^\r\n])"?[,;\t ]{0,50}(?:\r\n?|\n|$)/i.exec(text.slice(0, 100));
  return match === null ? null : {delimiter: match[1]!, length: match[0].length};
}

/** Whether the lines of a text end with CR alone, as a Macintosh wrote them, more often than with an LF. */
export function endsWithCr(head: string): boolean {
  if (!head.includes("\r")) return false;
  let balance = 0;
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code === 10) balance--;
    else if (code === 13 && head.charCodeAt(at + 1) !== 10) balance++;
  }
  return balance > 0;
}

/** Finds how a text is cut from its first lines: by what cuts most of them into the same number of cells. `whole` says the text is all there is. */
export function findCut(head: string, whole: boolean, loneCr = true): Cut {
  const best = (candidates: readonly string[], least: (width: number) => number): (Cut & {fit: number}) | null => {
    const fits = candidates
      .filter((delimiter) => head.includes(delimiter))
      .map((delimiter) => ({delimiter, ...fitOf(widthsOf(head, delimiter, whole, loneCr))}))
      .filter(({fit, width}) => width > 1 && fit >= least(width));
    return fits.length === 0 ? null : fits.reduce((a, b) => (b.fit > a.fit + 1e-9 ? b : a));
  };
  const {delimiter, width} =
    best(STRONG, (width) => (width > 3 ? 0.3 : width > 2 ? 0.45 : 0.6)) ??
    best(WEAK, () => 1) ??
    cutBy(head, ",", whole, loneCr);
  return {delimiter, width};
}

/** How a text is cut by a delimiter that is known. */
export function cutBy(head: string, delimiter: string, whole: boolean, loneCr = true): Cut {
  return {delimiter, width: mode(widthsOf(head, delimiter, whole, loneCr))};
}

/** Number of cells of each of the first records that are not blank. */
function widthsOf(head: string, delimiter: string, whole: boolean, loneCr: boolean): number[] {
  const scan = new RecordScan(head, delimiter, whole, loneCr);
  const widths: number[] = [];
  for (let at = 0; at < head.length && widths.length < RECORDS;) {
    const next = scan.record(at);
    const astray = next === OPEN || next === MORE || (scan.loose && scan.multiline);
    if (astray && scan.lineEnd(at) >= head.length && !(whole && next === OPEN)) break;
    const end = Math.min(scan.lineEnd(at), head.length);
    const cells = astray ? head.slice(at, end).split(delimiter) : scan.cells;
    if (cells.some((cell) => cell.trim() !== "")) widths.push(cells.length);
    at = astray ? end + (head.startsWith("\r\n", end) ? 2 : 1) : next;
  }
  return widths;
}

function mode(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && width > best)) best = width;
  }
  return best;
}

/**
 * How well widths agree, up to 1: the share of records as wide as most, or nearly so where there are many columns. Narrow lines above the first
 * such record may be titles and cost little.
 */
function fitOf(widths: readonly number[]): {fit: number; width: number} {
  const wide = widths.filter((width) => width > 1);
  const width = mode(wide);
  if (width < 2) return {fit: 0, width};
  const agrees = (other: number): boolean => Math.abs(other - width) <= width * 0.05;
  const first = widths.findIndex(agrees);
  const titles = first > TITLES ? 0 : widths.slice(0, first).filter((other) => other < width).length;
  const rest = widths.slice(titles);
  const share = rest.filter(agrees).length / rest.length;
  const alone = widths.length > 1 && rest.length === 1 ? 0.2 : 0;
  return {fit: share - Math.min(0.2, titles * 0.02) - alone + Math.min(width, 50) * 0.002, width};
}
