import {bearing, type Bearing} from "./compass.ts";

/** How the numbers of a text are told from what parts them. */
export interface Writing {
  decimal: "." | ",";
  /** Whether O stands for Ost (east); else it is Ouest or Oeste (west). */
  eastIsO: boolean;
  /** Whether a comma parts two values of the text, so that it is a decimal sign only where `decimal` says so. */
  commaParts: boolean;
}

/** `°`, `'` and `"`, in whatever writing. */
export type Mark = "degree" | "minute" | "second";

export type Token =
  | {
      kind: "number";
      value: number;
      /** The sign as written, which -0 needs. */
      sign: "" | "+" | "-";
      /** Digits before the decimal sign. */
      digits: number;
      fraction: boolean;
      /** Whether a dash joins it to what stands before, as in 33-20-15 N. */
      joined: boolean;
    }
  | {kind: "mark"; mark: Mark}
  | {kind: "bearing"; bearing: Bearing}
  | {kind: "colon"}
  /** What parts two values: , ; / | or a dash between spaces. */
  | {kind: "break"};

const MARKS = new Map<string, Mark>();
for (const word of "d deg deg. degs degree degrees grad grados degrés degres gradi derece درجة 度".split(" "))
  MARKS.set(word, "degree");
for (const word of "m min min. mins minute minutes minuten minutos دقيقة 分".split(" ")) MARKS.set(word, "minute");
for (const word of "sec sec. secs second seconds seconde secondes sekunden segundos ثانية 秒".split(" "))
  MARKS.set(word, "second");

const LETTER = /[\p{L}\p{M}.]/u;
const MOST_TOKENS = 24;

const isDigit = (code: number) => code >= 48 && code <= 57;

/** Cuts a text of `plainText` into numbers, marks and bearings; null where it holds anything else. */
export function angleTokens(text: string, writing: Writing): Token[] | null {
  const tokens: Token[] = [];
  for (let i = 0; i < text.length;) {
    if (tokens.length >= MOST_TOKENS) return null;
    const sign = text[i]!;
    const last = tokens.at(-1);
    if (sign === " ") i++;
    else if (numberStarts(text, i)) {
      const end = numberEnd(text, i, writing);
      const token = numberToken(text.slice(i, end), sign === "-" && i > 0 && last !== undefined && joins(text[i - 1]!));
      if (token === null) return null;
      tokens.push(token);
      i = end;
    } else if (sign === "°") {
      tokens.push({kind: "mark", mark: "degree"});
      i++;
    } else if (sign === "'" || sign === '"') {
      const twice = sign === "'" && text[i + 1] === "'";
      tokens.push({kind: "mark", mark: sign === '"' || twice ? "second" : "minute"});
      i += twice ? 2 : 1;
    } else if (sign === ":") {
      if (last?.kind !== "bearing") tokens.push({kind: "colon"});
      i++;
    } else if (sign === "=" && last?.kind === "bearing") i++;
    else if (",;/|-".includes(sign)) {
      tokens.push({kind: "break"});
      i++;
    } else {
      let end = i;
      while (end < text.length && LETTER.test(text[end]!)) end++;
      if (end === i || end - i > 16 || !pushWord(text.slice(i, end), tokens, writing)) return null;
      i = end;
    }
  }
  return tokens;
}

const joins = (before: string) => isDigit(before.charCodeAt(0)) || "°'\"".includes(before);

function numberStarts(text: string, i: number): boolean {
  const sign = text[i]!;
  const at = sign === "-" || sign === "+" ? i + 1 : i;
  if (isDigit(text.charCodeAt(at))) return true;
  return text[at] === "." && isDigit(text.charCodeAt(at + 1)) && !isDigit(text.charCodeAt(at - 1));
}

/**
 * Where the number ends that starts at `from`. The other decimal sign is taken for one too where nothing else could be meant: not where it
 * parts values, nor before exactly three digits, which it may group.
 */
function numberEnd(text: string, from: number, {decimal, commaParts}: Writing): number {
  let i = from;
  if (text[i] === "-" || text[i] === "+") i++;
  i = digitsEnd(text, i);
  const sign = text[i];
  const fractionEnd = digitsEnd(text, i + 1);
  if (fractionEnd > i + 1) {
    const other =
      sign === "," ? !commaParts && fractionEnd - i !== 4 : sign === "." && (commaParts || fractionEnd - i !== 4);
    if (sign === decimal || other) i = fractionEnd;
  } else if (sign === "." && decimal === "." && (i + 1 === text.length || !LETTER.test(text[i + 1]!))) i++;
  const exponent = /^e[-+]?\d{1,3}(?=$|[ ,;)\]])/i.exec(text.slice(i, i + 6));
  return exponent === null ? i : i + exponent[0].length;
}

function digitsEnd(text: string, from: number): number {
  let i = from;
  while (isDigit(text.charCodeAt(i))) i++;
  return i;
}

function numberToken(text: string, joined: boolean): Token | null {
  if (text.length > 40) return null;
  const sign = text[0] === "-" ? (joined ? "" : "-") : text[0] === "+" ? "+" : "";
  const value = Math.abs(Number(text.replace(",", ".")));
  if (Number.isNaN(value)) return null;
  const digits = digitsEnd(text, /^[-+]/.test(text) ? 1 : 0) - (/^[-+]/.test(text) ? 1 : 0);
  return {kind: "number", value, sign, digits, fraction: /[.,]\d/.test(text), joined};
}

/** Adds what a word says: a mark, a bearing, or both of them written together (33d20m15sN). Returns false for any other word. */
function pushWord(word: string, tokens: Token[], writing: Writing): boolean {
  const lower = word.toLowerCase();
  const afterNumber = tokens.at(-1)?.kind === "number";
  const before = tokens.at(-2);
  const isSecond = afterNumber && before?.kind === "mark" && before.mark === "minute";
  const mark = afterNumber ? (isSecond && word === "s" ? "second" : MARKS.get(lower)) : undefined;
  if (mark !== undefined) {
    tokens.push({kind: "mark", mark});
    return true;
  }
  const found = bearing(lower, writing.eastIsO);
  if (found !== null) {
    tokens.push({kind: "bearing", bearing: found});
    return true;
  }
  const rest = afterNumber && lower.length === 2 ? bearing(lower[1]!, writing.eastIsO) : null;
  const glued = isSecond && lower[0] === "s" ? "second" : MARKS.get(lower[0]!);
  if (rest === null || glued === undefined) return false;
  tokens.push({kind: "mark", mark: glued}, {kind: "bearing", bearing: rest});
  return true;
}
