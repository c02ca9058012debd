/**
 * Reads a comma-separated text of RFC 4180 and hands `onRow` each row that is not blank, as PapaParse would. Returns false at once, having
 * handed over nothing, when the text is anything else (another delimiter, a stray or open quote): PapaParse then reads it.
 */
export function readCsv(text: string, onRow: (cells: string[]) => void): boolean {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = text.slice(start, start + 4096).split(/[\r\n]/, 1)[0]!;
  if (!first.includes(",") || /^sep=/i.test(first) || /[\t;|\u001e\u001f]/.test(first) || !wellFormed(text, start))
    return false;
  const {length} = text;
  let cells: string[] = [];
  let at = start;
  while (at < length) {
    let end: number;
    if (text.charCodeAt(at) === QUOTE) {
      end = closing(text, at) + 1;
      cells.push(text.slice(at + 1, end - 1).replaceAll('""', '"'));
    } else {
      end = cellEnd(text, at);
      cells.push(text.slice(at, end));
    }
    if (end < length && text.charCodeAt(end) === COMMA) {
      at = end + 1;
      if (at === length) cells.push("");
      else continue;
    } else at = lineEnd(text, end);
    if (cells.some((cell) => cell.trim() !== "")) onRow(cells);
    cells = [];
  }
  return true;
}

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;

function cellEnd(text: string, at: number): number {
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === LF || code === CR) return at;
  }
  return at;
}

/** Where the quote that opens at `at` is closed, -1 if nowhere. */
function closing(text: string, at: number): number {
  for (let close = text.indexOf('"', at + 1); close !== -1; close = text.indexOf('"', close + 2)) {
    if (text.charCodeAt(close + 1) !== QUOTE) return close;
  }
  return -1;
}

const lineEnd = (text: string, at: number): number =>
  text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;

/** Whether every quote opens a cell and is closed at its end, and every line ends alike. */
function wellFormed(text: string, start: number): boolean {
  let at = start;
  let newline = "";
  while (at < text.length) {
    let end: number;
    if (text.charCodeAt(at) === QUOTE) {
      end = closing(text, at) + 1;
      if (end === 0) return false;
    } else {
      end = cellEnd(text, at);
      if (text.slice(at, end).includes('"')) return false;
    }
    if (end === text.length) return true;
    if (text.charCodeAt(end) === COMMA) at = end + 1;
    else {
      at = lineEnd(text, end);
      const line = text.slice(end, at);
      if (line !== "\n" && line !== "\r\n") return false;
      if (newline !== "" && line !== newline) return false;
      newline = line;
    }
  }
  return true;
}
