const LOOKED_AT = 20_000;
const MARKUP = /^\s*(?:[{[]|<\?xml|<kml|<gpx|<table|<html|BEGIN:VCALENDAR)/i;
const DELIMITERS = ["\t", ";", ",", "|"];

/** An address of http or https, alone in the text. */
export const isAddress = (text: string): boolean => text.length <= 2048 && /^\s*https?:\/\/\S+\s*$/i.test(text);

/** Whether a text that was pasted is worth opening: two lines that a delimiter parts alike, or the beginning of a format that says what it is. */
export function isTable(text: string): boolean {
  const head = text.slice(0, LOOKED_AT).replace(/^\ufeff/, "");
  if (MARKUP.test(head)) return true;
  const lines = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const [first, second] = lines;
  if (first === undefined || second === undefined) return false;
  return DELIMITERS.some((delimiter) => first.includes(delimiter) && second.includes(delimiter));
}

/** The first address of a `text/uri-list`, whose lines that begin with # are remarks; null when there is none. */
export function firstAddress(list: string): string | null {
  const lines = list.slice(0, LOOKED_AT).split(/\r\n|\r|\n/);
  return lines.find((line) => !line.startsWith("#") && isAddress(line))?.trim() ?? null;
}
