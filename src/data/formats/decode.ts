import {ImportError} from "./table.ts";

export interface Encoding {
  /** As `TextDecoder` knows it, besides utf-32le and utf-32be. */
  label: string;
  /** Whether the bytes do not prove it. */
  guessed: boolean;
}

/** Turns bytes into text as they come. What cannot be read becomes U+FFFD. Byte order marks at the start are left out, also doubled ones. */
export interface Decoder {
  decode(chunk: Uint8Array): string;
  /** What was left of an unfinished character. */
  end(): string;
}

/** A decoder for a label. Throws `unsupported` where the platform does not know it. */
export function textDecoder(label: string): Decoder {
  const inner = /^utf-?32(le|be)$/i.test(label) ? utf32(/be$/i.test(label)) : native(label);
  let begun = false;
  const strip = (text: string): string => {
    if (begun || text === "") return text;
    const stripped = text.replace(/^\ufeff+/, "");
    begun = stripped !== "";
    return stripped;
  };
  return {decode: (chunk) => strip(inner.decode(chunk)), end: () => strip(inner.end())};
}

function native(label: string): Decoder {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, {ignoreBOM: true});
  } catch (cause) {
    throw new ImportError("unsupported", {format: label.slice(0, 100), detail: "encoding"}, cause);
  }
  const windows = decoder.encoding === "windows-1252" ? fromWindows : (text: string) => text;
  return {decode: (chunk) => windows(decoder.decode(chunk, {stream: true})), end: () => decoder.decode()};
}

/** What windows-1252 has for the bytes 80 to 9F; some platforms give C1 controls instead. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const fromWindows = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS[control.charCodeAt(0) - 0x80]!);

function utf32(bigEndian: boolean): Decoder {
  let rest = new Uint8Array(0);
  const decode = (chunk: Uint8Array): string => {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    const view = new DataView(bytes.buffer);
    const parts: string[] = [];
    let at = 0;
    for (; at + 4 <= bytes.length; at += 4) {
      const code = view.getUint32(at, !bigEndian);
      parts.push(code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? "\ufffd" : String.fromCodePoint(code));
    }
    rest = bytes.slice(at);
    return parts.join("");
  };
  return {decode, end: () => (rest.length === 0 ? "" : "\ufffd")};
}

/**
 * What the first bytes say of a Unicode encoding: a byte order mark, or the NULs that UTF-16 and UTF-32 leave between Latin letters, digits and
 * line breaks. Null where they say nothing.
 */
export function unicodeOf(head: Uint8Array): Encoding | null {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return {label: "utf-8", guessed: false};
  if (a === 0xff && b === 0xfe)
    return {label: c === 0 && d === 0 && head.length > 3 ? "utf-32le" : "utf-16le", guessed: false};
  if (a === 0xfe && b === 0xff) return {label: "utf-16be", guessed: false};
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return {label: "utf-32be", guessed: false};
  const nuls = [0, 0, 0, 0];
  const length = Math.min(head.length, 4096) & ~3;
  for (let at = 0; at < length; at++) if (head[at] === 0) nuls[at & 3]!++;
  const share = nuls.map((count) => count / (length / 4));
  const high = (i: number): boolean => share[i]! > 0.95;
  const none = (i: number): boolean => share[i]! < 0.06;
  if (length < 8) return null;
  const enough = length < 200 ? 1.2 : 0.5;
  if (none(0) && high(2) && high(3)) return {label: "utf-32le", guessed: true};
  if (none(3) && high(0) && high(1)) return {label: "utf-32be", guessed: true};
  if (none(0) && none(2) && share[1]! + share[3]! > enough) return {label: "utf-16le", guessed: true};
  if (none(1) && none(3) && share[0]! + share[2]! > enough) return {label: "utf-16be", guessed: true};
  return null;
}
