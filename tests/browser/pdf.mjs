import {inflateSync} from "node:zlib";

/**
 * The letters of each page of a PDF, as what wrote it tells them for copying, without spaces. Reads what Chromium writes: objects one after
 * another, and a `ToUnicode` table for each font.
 */
export function pageLetters(bytes) {
  const text = bytes.toString("latin1");
  const objects = new Map();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) objects.set(match[1], match.index + match[0].length);
  const dictionary = (id) => text.slice(objects.get(id), text.indexOf("endobj", objects.get(id)));
  const stream = (id) => {
    const head = dictionary(id);
    const start = objects.get(id) + head.indexOf("stream\n") + 7;
    const data = bytes.subarray(start, start + Number(/\/Length (\d+)/.exec(head)[1]));
    return (head.includes("/FlateDecode") ? inflateSync(data) : data).toString("latin1");
  };
  const fontOf = (id) => {
    const head = dictionary(id);
    const table = /\/ToUnicode (\d+) 0 R/.exec(head);
    return {digits: head.includes("/Type0") ? 4 : 2, letters: table === null ? new Map() : lettersOf(stream(table[1]))};
  };
  const pages = [...objects.keys()].filter((id) => /^<<\s*\/Type \/Page\b/.test(dictionary(id)));
  return pages.map((id) => {
    const page = dictionary(id);
    const named = /\/Font <<([^>]*)>>/.exec(page)?.[1] ?? "";
    const fonts = new Map([...named.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, font]) => [name, fontOf(font)]));
    let font;
    let said = "";
    for (const [, name, shown] of stream(/\/Contents (\d+) 0 R/.exec(page)[1]).matchAll(
      /\/(\w+) [\d.-]+ Tf|<([\da-fA-F]+)>/g,
    ))
      if (name !== undefined) font = fonts.get(name);
      else
        for (const [code] of shown.matchAll(new RegExp(`.{${font?.digits ?? 4}}`, "g")))
          said += font?.letters.get(Number.parseInt(code, 16)) ?? "";
    return said.replace(/\s+/g, "");
  });
}

function lettersOf(table) {
  const letters = new Map();
  const decoded = (hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code, to] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(Number.parseInt(code, 16), decoded(to));
  for (const [, block] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, first] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++)
        letters.set(code, String.fromCodePoint(decoded(first).codePointAt(0) + code - Number.parseInt(from, 16)));
  return letters;
}
