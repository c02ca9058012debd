import {angleTokens, type Token, type Writing} from "./angleTokens.ts";
import {plainText} from "./plainText.ts";

/** An angle in degrees as a text gives it. */
export interface Angle {
  value: number;
  /** Which axis the text says it lies on, by a hemisphere or a name. */
  axis: "lat" | "lon" | null;
  /** How many numbers it was made of: degrees, minutes, seconds. */
  parts: number;
  /** Whether it has a fraction, a mark or a bearing, so that it is hardly a mere count. */
  solid: boolean;
  /** Whether a mark or a bearing says that it is an angle. */
  marked: boolean;
}

const LONGEST = 100;

/**
 * Reads one angle: decimal degrees, degrees and minutes, or degrees, minutes and seconds, in any of their writings, with or without a
 * hemisphere. Null for any other text, and where sign and hemisphere, or two bearings, contradict each other.
 */
export function readAngle(text: string, writing: Writing): Angle | null {
  if (text.length > LONGEST) return null;
  const tokens = angleTokens(plainText(text, writing.decimal), writing);
  return tokens === null ? null : angleOf(tokens);
}

/** The angle that tokens make, all of them used; null when they make none. */
export function angleOf(tokens: readonly Token[]): Angle | null {
  const numbers: (Token & {kind: "number"})[] = [];
  let axis: "lat" | "lon" | null = null;
  let side: 1 | -1 | 0 = 0;
  let separators = 0;
  let marks = 0;
  let ended = false;
  for (const token of tokens) {
    if (token.kind === "break") return null;
    if (token.kind === "bearing") {
      if (axis !== null && axis !== token.bearing.axis) return null;
      if (side !== 0 && token.bearing.sign !== 0 && side !== token.bearing.sign) return null;
      axis = token.bearing.axis;
      if (token.bearing.sign !== 0) side = token.bearing.sign;
      if (numbers.length > 0) ended = true;
    } else if (token.kind === "number") {
      if (ended || numbers.length === 3) return null;
      numbers.push(token);
    } else if (token.kind === "colon") {
      if (ended || numbers.length === 0) return null;
      separators++;
    } else {
      if (numbers.length === 0 || marks >= numbers.length) return null;
      if (token.mark !== (["degree", "minute", "second"] as const)[numbers.length - 1]) return null;
      marks = numbers.length;
    }
  }
  const [degrees, minutes, seconds] = numbers;
  if (degrees === undefined || separators > numbers.length - 1) return null;
  if (!partsAgree(numbers, marks + separators > 0 || side !== 0, side !== 0)) return null;
  let value = degrees.value + (minutes?.value ?? 0) / 60 + (seconds?.value ?? 0) / 3600;
  if (numbers.length === 1 && marks === 0 && side !== 0) value = unpacked(degrees, axis!);
  if (degrees.sign === "-" && side === 1) return null;
  const negative = degrees.sign === "-" || side === -1;
  return {
    value: negative ? -value : value,
    axis,
    parts: numbers.length,
    solid: degrees.fraction || marks > 0 || axis !== null,
    marked: marks > 0 || axis !== null,
  };
}

/** Whether degrees, minutes and seconds are what such numbers can be. Bare pairs must look like it: 33 20, never 33 5. */
function partsAgree(numbers: readonly (Token & {kind: "number"})[], told: boolean, hemisphere: boolean): boolean {
  for (const [i, part] of numbers.entries()) {
    if (i < numbers.length - 1 && part.fraction) return false;
    if (i === 0) {
      if (part.joined) return false;
      continue;
    }
    if (part.sign !== "" || part.value > 60 || (part.joined && !hemisphere)) return false;
    if (!told && numbers.length === 2 && part.digits !== 2) return false;
  }
  return true;
}

/** Degrees of a number with a hemisphere: aviators and receivers write 33° 20′ 15″ as 332015N and 44° 22′ as 04422E. */
function unpacked({value, digits}: Token & {kind: "number"}, axis: "lat" | "lon"): number {
  const width = digits - (axis === "lat" ? 2 : 3);
  if (width !== 2 && width !== 4) return value;
  const minutes = width === 2 ? value % 100 : (Math.floor(value / 100) % 100) + (value % 100) / 60;
  const degrees = Math.floor(value / 10 ** width);
  return minutes < 60 && (width === 2 || value % 100 < 60) ? degrees + minutes / 60 : value;
}
