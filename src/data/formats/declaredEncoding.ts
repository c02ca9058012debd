import {textDecoder} from "./decode.ts";

const PROLOGUE = /^[^<]{0,10}<\?xml\s[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})["']/i;
const META = /<meta\s[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i;

/** The encoding that an XML document or a page says it is written in, as `TextDecoder` knows it; null where it names none, or a Unicode one. */
export function declaredEncoding(head: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(head.subarray(0, 2048));
  const named = (PROLOGUE.exec(start) ?? META.exec(start))?.[1];
  if (named === undefined || /^utf|^ucs|^iso-?10646/i.test(named)) return null;
  try {
    textDecoder(named);
    return new TextDecoder(named).encoding;
  } catch {
    return null;
  }
}
