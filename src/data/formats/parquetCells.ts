import type {ParquetParsers, SchemaElement} from "hyparquet";
import {dayText, instantText, PER_SECOND, timeText} from "./parquetTime.ts";

type Text = (value: unknown) => string;

/** Digits behind the point of a decimal; the widest in use have 76. */
const MAX_SCALE = 100;

const decoder = new TextDecoder();
/** Bytes as text; in a damaged file a column of texts may hold numbers, whose texts they are then. */
const decode = (bytes: unknown) => (bytes instanceof Uint8Array ? decoder.decode(bytes) : String(bytes));
const asIs = (bytes: Uint8Array) => bytes;

/** Makes texts of values while they are still in their dictionary. Geometries, and decimals under that name, stay bytes. */
export const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (units) => instantText(BigInt(units), PER_SECOND.MILLIS),
  timestampFromMicroseconds: (units) => instantText(BigInt(units), PER_SECOND.MICROS),
  timestampFromNanoseconds: (units) => instantText(BigInt(units), PER_SECOND.NANOS),
  dateFromDays: dayText,
  stringFromBytes: decode,
  jsonFromBytes: decode,
  geometryFromBytes: asIs,
  geographyFromBytes: asIs,
};

/** How the values of a column become text. The element is changed where the library would lose something: it makes floats of decimals. */
export function textOf(element: SchemaElement): Text {
  const {type, converted_type: converted, logical_type: logical} = element;
  if (logical?.type === "DECIMAL" || converted === "DECIMAL") {
    const scale = (logical?.type === "DECIMAL" ? logical.scale : element.scale) ?? 0;
    if (scale > MAX_SCALE) throw new RangeError(`scale: ${scale}`);
    element.converted_type = undefined;
    element.logical_type = type === "INT32" || type === "INT64" ? undefined : {type: "GEOMETRY"};
    return (value) => decimalText(value, scale);
  }
  if (logical?.type === "TIMESTAMP") {
    element.converted_type = undefined;
    return logical.isAdjustedToUTC ? (value) => (value ? `${String(value)}Z` : "") : plainText;
  }
  if (converted === "TIMESTAMP_MILLIS" || converted === "TIMESTAMP_MICROS")
    return (value) => (value ? `${String(value)}Z` : "");
  if (logical?.type === "TIME") return clock(PER_SECOND[logical.unit]);
  if (converted === "TIME_MILLIS" || converted === "TIME_MICROS")
    return clock(converted === "TIME_MILLIS" ? PER_SECOND.MILLIS : PER_SECOND.MICROS);
  if (logical?.type === "DATE") element.converted_type = "DATE";
  if (type === "FLOAT") return (value) => (typeof value === "number" ? floatText(value) : "");
  const bytes = converted === "BSON" || converted === "INTERVAL" || (!converted && !logical && type === "BYTE_ARRAY");
  if (!bytes) return plainText;
  element.converted_type = undefined;
  return (value) => (typeof value === "string" && !/[\0\uFFFD]/.test(value) ? value : "");
}

const clock =
  (perSecond: bigint): Text =>
  (value) =>
    typeof value === "number" || typeof value === "bigint" ? timeText(BigInt(value), perSecond) : "";

/** Text, numbers and booleans as they are; lists and groups as JSON; "" for nothing, for bytes and for what is no number. */
export function plainText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (value === null || value === undefined || value instanceof Uint8Array) return "";
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "bigint" ? String(inner) : inner instanceof Uint8Array ? null : inner,
  );
}

/** The shortest number that becomes the same 32 bits: 33.3, not 33.29999923706055. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return "";
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

/** The exact digits of a whole number, or of one in big-endian bytes, with a point before the last `scale` of them. */
function decimalText(value: unknown, scale: number): string {
  if (typeof value !== "bigint" && typeof value !== "number" && !(value instanceof Uint8Array)) return "";
  const whole = value instanceof Uint8Array ? bigEndian(value) : BigInt(value);
  if (scale <= 0) return String(whole);
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, "0");
  return `${whole < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function bigEndian(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}
