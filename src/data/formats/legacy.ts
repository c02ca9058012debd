import {analyse} from "chardet";
import {textDecoder} from "./decode.ts";
import {plausibility} from "./plausible.ts";

/** Encodings of one byte a character, the commoner first where the bytes leave it open. */
const NARROW = [
  "windows-1252",
  "windows-1251",
  "windows-1250",
  "windows-1256",
  "windows-1254",
  "windows-1253",
  "windows-1255",
  "windows-1257",
  "windows-874",
  "iso-8859-2",
  "iso-8859-6",
  "iso-8859-5",
  "iso-8859-7",
  "koi8-u",
  "ibm866",
  "macintosh",
  "x-mac-cyrillic",
];
/** Encodings of several bytes a character. */
const WIDE = ["shift_jis", "euc-jp", "gb18030", "big5", "euc-kr"];
/** How much the statistics of the detector can add to what the letters say. */
const HINT = 0.35;
/** How much better another must be than windows-1252, which nearly all such files are in. */
const LEAD = 0.15;
/** Below this it is windows-1252 that was damaged before. */
const LEAST = 0.4;

/**
 * The likeliest encoding of a text that is not Unicode, by what its bytes give when they are read so: letters that are common beside their
 * neighbours, quotation marks where words begin and end. Where that leaves two alike, chardet's statistics of languages decide.
 */
export function guessLegacy(bytes: Uint8Array): string {
  const excerpt = aroundHighBytes(bytes);
  const hints = new Map<string, number>();
  for (const {name, confidence} of analyse(excerpt)) {
    const label = labelOf(name);
    if (label !== null) hints.set(label, Math.max(hints.get(label) ?? 0, confidence / 100));
  }
  const seen = new Set<string>();
  let best = {label: "windows-1252", score: -Infinity};
  for (const label of [...NARROW, ...WIDE]) {
    const text = textDecoder(label).decode(excerpt);
    if (seen.has(text)) continue;
    seen.add(text);
    const score = plausibility(text) + HINT * (hints.get(label) ?? 0) + (label === "windows-1252" ? LEAD : 0);
    if (score > best.score + 1e-9) best = {label, score};
  }
  return best.score < LEAST ? "windows-1252" : best.label;
}

/** Labels by what chardet calls them; ISO 8859 names that browsers read as Windows code pages count for these. */
function labelOf(name: string): string | null {
  try {
    return new TextDecoder(name === "KOI8-R" ? "koi8-u" : name).encoding;
  } catch {
    return null;
  }
}

/** The lines, or stretches of them, that hold bytes above 127: at most 32 kB of them. */
function aroundHighBytes(bytes: Uint8Array): Uint8Array {
  const REACH = 24;
  const out = new Uint8Array(32_768);
  let length = 0;
  let copied = 0;
  for (let at = 0; at < bytes.length && length < out.length - 2 * REACH; at++) {
    if (bytes[at]! < 128) continue;
    const from = Math.max(copied, at - REACH);
    if (from > copied) out[length++] = 10;
    const to = Math.min(bytes.length, at + REACH);
    out.set(bytes.subarray(from, to), length);
    length += to - from;
    copied = to;
    at = to - 1;
  }
  return out.subarray(0, length);
}
