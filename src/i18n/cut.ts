/** At most `most` UTF-16 units of a text, no character cut in two; an ellipsis says that there is more. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${headOf(text, most)}…`;
}

/** The first `most` units of a text, or one less where that would cut a character in two. */
export function headOf(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 && most < text.length ? most - 1 : most);
}

/** The first words of a text, `most` units at most, on one line. */
export function firstWords(text: string, most: number): string {
  const line = text
    .slice(0, 8 * most)
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= most) return line;
  const head = headOf(line, most);
  const space = head.lastIndexOf(" ");
  return `${space > most / 2 ? head.slice(0, space) : head}…`;
}
