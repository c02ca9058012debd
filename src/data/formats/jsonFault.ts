/** What a text should have held where it stops being JSON. */
export type JsonExpectation =
  "value" | "name" | "colon" | "comma" | "end" | "closing-quote" | "escape" | "no-control-character" | "digit";

export interface JsonFault {
  /** Offset in UTF-16 units, from 0; the text's length when it ends too early. */
  position: number;
  expected: JsonExpectation;
}

const SPACE = new Set([32, 9, 10, 13]);
const ESCAPES = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));
const WORDS = ["true", "false", "null"];
const OBJECT = "{";
const ARRAY = "[";

/**
 * Finds the first place where a text breaks the grammar of RFC 8259, null where it does not. It keeps a stack of its own, so that no nesting
 * can overflow the machine's.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  let at = skipSpace(text, 0);
  for (;;) {
    // A value is due at `at`.
    const letter = text.charAt(at);
    if (letter === OBJECT || letter === ARRAY) {
      const closing = letter === OBJECT ? "}" : "]";
      at = skipSpace(text, at + 1);
      if (text.charAt(at) === closing) at++;
      else {
        open.push(letter);
        if (letter === ARRAY) continue;
        const name = readName(text, at);
        if (typeof name !== "number") return name;
        at = name;
        continue;
      }
    } else {
      const end = readScalar(text, at);
      if (typeof end !== "number") return end;
      at = end;
    }
    // A value has ended at `at`: close what it closes, up to the next comma.
    for (;;) {
      at = skipSpace(text, at);
      const inside = open.at(-1);
      if (inside === undefined) return at === text.length ? null : {position: at, expected: "end"};
      const next = text.charAt(at);
      if (next === (inside === OBJECT ? "}" : "]")) {
        open.pop();
        at++;
        continue;
      }
      if (next !== ",") return {position: at, expected: "comma"};
      at = skipSpace(text, at + 1);
      if (inside === OBJECT) {
        const name = readName(text, at);
        if (typeof name !== "number") return name;
        at = name;
      }
      break;
    }
  }
}

/** Line and column of an offset, both from 1. A line ends with LF, CRLF or CR. */
export function placeOf(text: string, position: number): {line: number; column: number} {
  let line = 1;
  let start = 0;
  for (let at = 0; at < position; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
      line++;
      start = at + 1;
    }
  }
  return {line, column: position - start + 1};
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (SPACE.has(text.charCodeAt(at))) at++;
  return at;
}

/** Reads `"name" :` and gives the place of the value. */
function readName(text: string, at: number): number | JsonFault {
  if (text.charAt(at) !== '"') return {position: at, expected: "name"};
  const end = readString(text, at);
  if (typeof end !== "number") return end;
  const colon = skipSpace(text, end);
  if (text.charAt(colon) !== ":") return {position: colon, expected: "colon"};
  return skipSpace(text, colon + 1);
}

function readScalar(text: string, at: number): number | JsonFault {
  const letter = text.charAt(at);
  if (letter === '"') return readString(text, at);
  if (letter === "-" || isDigit(text, at)) return readNumber(text, at);
  const word = WORDS.find((candidate) => text.startsWith(candidate, at));
  return word === undefined ? {position: at, expected: "value"} : at + word.length;
}

function readString(text: string, open: number): number | JsonFault {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return {position: at, expected: "no-control-character"};
    if (code !== 92) continue;
    at++;
    if (text.charAt(at) === "u") {
      if (!/^[0-9a-fA-F]{4}$/.test(text.slice(at + 1, at + 5))) return {position: at - 1, expected: "escape"};
      at += 4;
    } else if (!ESCAPES.has(text.charCodeAt(at))) return {position: at - 1, expected: "escape"};
  }
  return {position: open, expected: "closing-quote"};
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

function readNumber(text: string, start: number): number | JsonFault {
  let at = text.charAt(start) === "-" ? start + 1 : start;
  const digits = (): boolean => {
    const from = at;
    while (isDigit(text, at)) at++;
    return at > from;
  };
  if (text.charAt(at) === "0") at++;
  else if (!digits()) return {position: at, expected: "digit"};
  if (text.charAt(at) === ".") {
    at++;
    if (!digits()) return {position: at, expected: "digit"};
  }
  if (text.charAt(at) === "e" || text.charAt(at) === "E") {
    at++;
    if (text.charAt(at) === "+" || text.charAt(at) === "-") at++;
    if (!digits()) return {position: at, expected: "digit"};
  }
  return at;
}
