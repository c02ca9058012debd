/** What a page is made of. Names are in lower case. */
export type HtmlToken =
  | {kind: "open"; name: string; rowspan: string; colspan: string; at: number}
  | {kind: "close"; name: string}
  | {kind: "text"; text: string};

const SPACE_OR_END = /[\s/>]/g;
const NAME_END = /[\s/>=]/g;
const UNQUOTED_END = /[\s>]/g;
const LETTER = /[a-z]/i;
const LONGEST_NAME = 40;

/** Elements whose content is no markup, by where that ends. */
const RAW = new Map(
  ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"].map((name) => [
    name,
    new RegExp(`</${name}(?=[\\s/>])`, "gi"),
  ]),
);

/**
 * The tags and texts of an HTML page, however badly it is written: each unit is looked at once. Comments, declarations, scripts and styles
 * are left out. Texts are as they stand, with their character references.
 */
export function* htmlTokens(text: string): Generator<HtmlToken> {
  let at = 0;
  while (at < text.length) {
    const open = orEnd(text.indexOf("<", at), text);
    if (open > at) yield {kind: "text", text: text.slice(at, open)};
    if (open === text.length) return;
    const isClosing = text[open + 1] === "/";
    const nameAt = open + (isClosing ? 2 : 1);
    if (text.startsWith("<!--", open)) at = after(text, "-->", open + 4);
    else if (/[!?]/.test(text[open + 1] ?? "")) at = after(text, ">", open + 1);
    else if (!LETTER.test(text[nameAt] ?? "")) {
      if (!isClosing) yield {kind: "text", text: "<"};
      at = isClosing ? after(text, ">", open + 1) : open + 1;
    } else {
      const nameEnd = seek(text, SPACE_OR_END, nameAt);
      const name = text.slice(nameAt, Math.min(nameEnd, nameAt + LONGEST_NAME)).toLowerCase();
      const tag = readAttributes(text, nameEnd);
      at = tag.end;
      if (isClosing) yield {kind: "close", name};
      else {
        yield {kind: "open", name, rowspan: tag.rowspan, colspan: tag.colspan, at: open};
        const rawEnd = RAW.get(name);
        if (rawEnd !== undefined) {
          const end = seek(text, rawEnd, at);
          if (name === "title") yield {kind: "text", text: text.slice(at, end)};
          at = end;
        }
      }
    }
  }
}

const orEnd = (index: number, text: string) => (index === -1 ? text.length : index);

function after(text: string, mark: string, from: number): number {
  const index = text.indexOf(mark, from);
  return index === -1 ? text.length : index + mark.length;
}

/** Where `pattern`, which is global, is next met; the end of the text if nowhere. */
function seek(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** Goes on to the end of a tag, which no `>` in quotes is. */
function readAttributes(text: string, from: number): {end: number; rowspan: string; colspan: string} {
  const found = {end: text.length, rowspan: "", colspan: ""};
  let at = from;
  while (at < text.length) {
    if (text[at] === ">") {
      found.end = at + 1;
      return found;
    }
    if (text[at] === "/" || text[at] === "=" || isSpace(text, at)) {
      at++;
      continue;
    }
    const nameEnd = seek(text, NAME_END, at);
    const name = text.slice(at, Math.min(nameEnd, at + LONGEST_NAME)).toLowerCase();
    at = skipSpace(text, nameEnd);
    if (text[at] !== "=") continue;
    at = skipSpace(text, at + 1);
    const quote = text[at];
    const isQuoted = quote === '"' || quote === "'";
    const end = isQuoted ? orEnd(text.indexOf(quote, at + 1), text) : seek(text, UNQUOTED_END, at);
    if (name === "rowspan" || name === "colspan") found[name] ||= text.slice(isQuoted ? at + 1 : at, end);
    at = isQuoted ? end + 1 : end;
  }
  return found;
}

const isSpace = (text: string, at: number) => /\s/.test(text[at]!);

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text, at)) at++;
  return at;
}
