import {LIMITS} from "../limits.ts";

/** A content line of RFC 5545, unfolded. */
export interface IcsLine {
  /** Name of the property in capitals. */
  name: string;
  /** Parameters by name in capitals, without quotes. */
  parameters: ReadonlyMap<string, string>;
  /** As it stands, escapes and all. */
  value: string;
  /** Where it begins in the file, from 1. */
  line: number;
  /** Where it ends, in UTF-16 units. */
  end: number;
}

const NEWLINE = /\r\n?|\n/g;
const NONE: ReadonlyMap<string, string> = new Map();

/** The content lines of a calendar. What is no content line is passed over. */
export function* icsLines(text: string): Generator<IcsLine> {
  let held: string[] = [];
  let heldLength = 0;
  let heldLine = 0;
  let line = 0;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length;) {
    NEWLINE.lastIndex = at;
    const found = NEWLINE.exec(text);
    const end = found?.index ?? text.length;
    line++;
    const folded = held.length > 0 && (text[at] === " " || text[at] === "\t");
    if (folded) {
      // What is longer than a cell may be is cut there in any case.
      if (end > at + 1 && heldLength <= 2 * LIMITS.cell) held.push(text.slice(at + 1, end));
      heldLength += end - at - 1;
    } else {
      const content = held.length === 0 ? null : parseLine(held.join(""), heldLine, at);
      if (content !== null) yield content;
      held = end > at ? [text.slice(at, end)] : [];
      heldLine = line;
      heldLength = 0;
    }
    at = end + (found?.[0].length ?? 0);
  }
  const content = held.length === 0 ? null : parseLine(held.join(""), heldLine, text.length);
  if (content !== null) yield content;
}

/** `NAME;PARAMETER=value;PARAMETER="a: b":value`; null without a colon outside quotes. */
function parseLine(content: string, line: number, end: number): IcsLine | null {
  let parameters = NONE as Map<string, string>;
  let name = "";
  let from = 0;
  let quoted = false;
  for (let at = 0; at < content.length; at++) {
    const unit = content[at];
    if (unit === '"') quoted = !quoted;
    if (quoted || (unit !== ";" && unit !== ":")) continue;
    const part = content.slice(from, at);
    if (name === "") name = part.trim().toUpperCase();
    else {
      const equals = part.indexOf("=");
      if (parameters === NONE) parameters = new Map();
      if (equals !== -1)
        parameters.set(part.slice(0, equals).toUpperCase(), part.slice(equals + 1).replaceAll('"', ""));
    }
    from = at + 1;
    if (unit === ":") return name === "" ? null : {name, parameters, value: content.slice(from), line, end};
  }
  return null;
}

/** A text value as a person reads it. */
export const unescapeIcs = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, unit: string) => (unit === "n" || unit === "N" ? "\n" : unit)).trim();

/** The values of a list, which commas part unless they are escaped. */
export function splitIcs(value: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === "\\") at++;
    else if (value[at] === ",") {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(value.slice(from));
  return parts.map(unescapeIcs).filter((part) => part !== "");
}
