import {LIMITS} from "../limits.ts";

const QUOTE = 34;
const BACKSLASH = 92;
const MINUS = 45;

/** What is worth knowing of a text before `JSON.parse`, valid or not. */
export interface JsonScan {
  /** Where nesting first exceeds `LIMITS.depth`, as an offset in the text; -1 where it never does. */
  tooDeepAt: number;
  /** Start and end of each number that `Number` would change into another one, in turns. */
  inexact: number[];
}

/** One pass over the text, whatever it holds. */
export function scanJson(text: string): JsonScan {
  const inexact: number[] = [];
  let tooDeepAt = -1;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    else if (code === 91 || code === 123) {
      if (++depth > LIMITS.depth && tooDeepAt === -1) tooDeepAt = at;
    } else if (code === 93 || code === 125) depth--;
    else if (code === MINUS || isDigit(code)) {
      const end = numberEnd(text, at);
      if (end - at > 15 || hasExponent(text, at, end)) if (isInexact(text.slice(at, end))) inexact.push(at, end);
      at = end - 1;
    }
  }
  return {tooDeepAt, inexact};
}

/** The same text with those numbers as strings, so that identifiers of 64 bits stay apart. */
export function quoteNumbers(text: string, inexact: readonly number[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (let i = 0; i < inexact.length; i += 2) {
    pieces.push(text.slice(from, inexact[i]), text.slice(inexact[i], inexact[i + 1]));
    from = inexact[i + 1]!;
  }
  pieces.push(text.slice(from));
  return pieces.join('"');
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function closingQuote(text: string, open: number): number {
  let at = open + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) break;
    if (code === BACKSLASH) at++;
  }
  return at;
}

function numberEnd(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isPart = isDigit(code) || code === 46 || code === 43 || code === MINUS || code === 69 || code === 101;
    if (!isPart) break;
  }
  return at;
}

function hasExponent(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((text.charCodeAt(at) | 32) === 101) return true;
  return false;
}

/** Whole numbers that come back with other digits, and those too large for any. Fractions keep 15 digits, which no measurement exceeds. */
function isInexact(literal: string): boolean {
  const value = Number(literal);
  if (!Number.isFinite(value)) return !Number.isNaN(value);
  return /^-?\d{16,}$/.test(literal) && String(value) !== literal;
}
