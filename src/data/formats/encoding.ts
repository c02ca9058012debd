import {hasHigh} from "./bytes/utf8.ts";
import {textDecoder, unicodeOf, type Encoding} from "./decode.ts";
import {eachChunk, type Source} from "./source.ts";

/** Bytes from the first that is not ASCII on by which an encoding is judged. */
export const SAMPLE = 262_144;
/** Bytes that may go by before anything but ASCII comes. */
const PATIENCE = 600_000_000;

/**
 * Finds the encoding of a text: the one told, a Unicode one its bytes prove, or the likeliest of the older ones. Bytes that are valid UTF-8 are
 * UTF-8; so are such as nearly all are, the rest being damage. Throws `unsupported` for a label told that is not known. Where nothing but ASCII
 * comes in the first `patience` bytes of a longer file the answer is UTF-8 too, `unproven`.
 */
export async function findEncoding(
  source: Source,
  told?: string,
  patience = PATIENCE,
): Promise<Encoding & {unproven?: true}> {
  if (told !== undefined && told !== "") {
    textDecoder(told);
    return {
      label: /^utf-?32/i.test(told) ? told.toLowerCase().replace(/^utf-?/, "utf-") : new TextDecoder(told).encoding,
      guessed: false,
    };
  }
  const head = new Uint8Array(4096);
  let headLength = 0;
  let unicode: Encoding | null = null;
  let sample = new Uint8Array(0);
  let passed = 0;
  let whole = true;
  await eachChunk(source, (chunk) => {
    if (headLength < head.length) {
      const part = chunk.subarray(0, head.length - headLength);
      head.set(part, headLength);
      headLength += part.length;
      unicode = unicodeOf(head.subarray(0, headLength));
      if (unicode !== null && headLength === head.length) return false;
    }
    const from = sample.length > 0 ? 0 : firstBeyondAscii(chunk);
    if (from !== -1) sample = joined(sample, chunk.subarray(from, from + SAMPLE - sample.length));
    passed += chunk.length;
    whole = sample.length > 0 || passed < patience;
    return sample.length < SAMPLE && whole;
  });
  if (unicode !== null) return unicode;
  if (!whole && patience < PATIENCE) return {label: "utf-8", guessed: false, unproven: true};
  if (isUtf8(sample)) return {label: "utf-8", guessed: false};
  const {valid, broken} = utf8In(sample);
  if (valid >= broken * 10) return {label: "utf-8", guessed: true};
  const {guessLegacy} = await import("./legacy.ts");
  return {label: guessLegacy(sample), guessed: true};
}

/** Where the first byte beyond ASCII stands, -1 for none. */
export function firstBeyondAscii(bytes: Uint8Array): number {
  const whole = bytes.byteOffset % 4 === 0 ? bytes.length >> 2 : 0;
  const words = new Uint32Array(bytes.buffer, whole === 0 ? 0 : bytes.byteOffset, whole);
  for (let at = hasHigh(words, 0, 4 * whole) ? 0 : 4 * whole; at < bytes.length; at++) if (bytes[at]! > 127) return at;
  return -1;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Whether bytes are UTF-8 throughout, but for a character that their end cuts off. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", {fatal: true}).decode(bytes, {stream: true});
    return true;
  } catch {
    return false;
  }
}

/** How many characters beyond ASCII are valid UTF-8, and how many places are not; a character cut off by the end counts as neither. */
function utf8In(bytes: Uint8Array): {valid: number; broken: number} {
  const text = new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes, {stream: true});
  let valid = 0;
  let broken = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 127) valid++;
  }
  return {valid, broken};
}
