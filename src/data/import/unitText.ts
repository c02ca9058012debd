import type {TextColumn} from "../text.ts";

/** Longer texts are decoded; for short ones that costs more than it saves. */
const SHORT = 4096;

/** UTF-16 units, in one byte each where none is above 255. */
export type Units = Uint8Array | Uint16Array;

/** A column of text as numbers, which cross from a worker at no cost; texts are made of the rows that are asked for, and of all on demand. */
export class UnitText implements TextColumn {
  /** What crosses; without units once all of it was asked for as text. */
  units: Units | null;
  readonly ends: Uint32Array;
  #joined = "";

  constructor(units: Units, ends: Uint32Array) {
    this.units = units;
    this.ends = ends;
  }

  get joined(): string {
    if (this.units !== null) this.#joined = textOfUnits(this.units);
    this.units = null;
    return this.#joined;
  }

  at(row: number): string {
    const from = row === 0 ? 0 : this.ends[row - 1];
    const to = this.ends[row];
    return this.units === null ? this.#joined.slice(from, to) : textOfUnits(this.units.subarray(from, to));
  }
}

/** The text that units make. */
export function textOfUnits(units: Units): string {
  if (units.length <= SHORT) return String.fromCharCode.apply(null, units as unknown as number[]);
  if (units instanceof Uint16Array) return new TextDecoder("utf-16le", {ignoreBOM: true}).decode(units);
  if (units.every((unit) => unit < 128)) return new TextDecoder().decode(units);
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += SHORT) parts.push(textOfUnits(units.subarray(at, at + SHORT)));
  return parts.join("");
}
