/** What a number format of a spreadsheet shows of a date: the smallest unit of each part, or null where it shows none. */
export interface ShownDate {
  date: "year" | "month" | "day" | null;
  time: "minute" | "second" | null;
  /** Digits of the second behind the point. */
  fraction: number;
  /** Hours are counted on beyond 24. */
  elapsed: boolean;
}

/** Longer ones are taken for numbers; Excel stops at 255. */
const MAX_LENGTH = 1000;
/** One token of a format: a literal (quoted, escaped, a filler or a blank), something in brackets, the halves of the day, or a run of one letter. */
const TOKEN = /"[^"]*"?|\\.|[_*].|general|\[[^\]]*\]?|am\/pm|a\/p|上午\/下午|y+|m+|d+|h+|s+|e[+-]|e+|b+|\.0+|[^]/giu;

/**
 * Reads a format code (ECMA-376 part 1, 18.8.31), or null when it shows a plain number. Of the sections for positive, negative and zero the
 * first counts. `m` is a minute behind an hour or before a second, and a month elsewhere.
 */
export function shownDate(format: string): ShownDate | null {
  if (format.length > MAX_LENGTH || /^\s*general\s*$/i.test(format)) return null;
  let elapsed = false;
  let fraction = 0;
  const letters: string[] = [];
  for (const [token] of format.matchAll(TOKEN)) {
    const letter = token[0].toLowerCase();
    if (token === ";") break;
    if (letter === "[") {
      if (!/^\[(?:h+|m+|s+)\]$/i.test(token)) continue;
      elapsed = true;
      letters.push(token[1].toLowerCase());
    } else if (letter === "." && token.length > 1) {
      if (letters.at(-1) === "s") fraction = Math.min(3, token.length - 1);
    } else if ("#0?%".includes(letter) || /^(?:e[+-]|general)$/i.test(token)) return null;
    else if (letter === "d") letters.push(token.length > 2 ? "weekday" : "d");
    else if ("ymhsb".includes(letter) || (letter === "e" && letters.at(-1) !== "e")) letters.push(letter);
  }
  const isMinute = (i: number) => letters[i - 1] === "h" || letters[i + 1] === "s" || (elapsed && letters.length === 1);
  const minute = letters.some((letter, i) => letter === "m" && isMinute(i));
  const month = letters.some((letter, i) => letter === "m" && !isMinute(i));
  const year = letters.some((letter) => "yeb".includes(letter));
  const time = letters.includes("s") ? "second" : minute || letters.includes("h") ? "minute" : null;
  const day = letters.includes("d") || (!year && !month && letters.includes("weekday"));
  const some = year || month || day;
  const date = !some ? null : day || time !== null ? "day" : month ? "month" : "year";
  return date === null && time === null ? null : {date, time, fraction, elapsed};
}
