import {PLACE_PRECISIONS, type PlaceColumns} from "../../dataset.ts";
import type {ByteRecords} from "../../formats/bytes/byteRecords.ts";
import {memoryOf, viewOf} from "../../formats/bytes/memory.ts";
import {larger, taken} from "../../grow.ts";
import {locate, rowsByPlace, type PlaceStore} from "../../places.ts";
import type {Plan} from "../../plan.ts";
import type {Note, Readers} from "../../readers.ts";
import {writeDegrees} from "./degreesText.ts";
import {Dictionary, type Words} from "./dictionary.ts";
import {ByteTexts} from "./byteTexts.ts";

const AT = 64;
const COMMA = 44;
/** Letters of two coordinates and the longest precision, at most. */
const BEHIND_NAME = 80;

const encoder = new TextEncoder();
const precisions = PLACE_PRECISIONS.map((precision) => encoder.encode(`,${precision}`));

/** Distinct places as they are numbered by one who gathers them; their names by code. */
export interface PlacePart {
  lat: Float64Array;
  lon: Float64Array;
  precision: Uint8Array;
  name: Uint32Array;
  names: Words;
}

/** Gathers the distinct places of a table without sites, of which there may be as many as rows: one per name, coordinates and precision. */
export class BytePlaces implements PlaceStore {
  #plan: Plan;
  #readers: Readers;
  #names = new Dictionary();
  #count = 0;
  /** Places for which there is room. */
  #room = 1024;
  #lat = new Float64Array(this.#room);
  #lon = new Float64Array(this.#room);
  #precision = new Uint8Array(this.#room);
  /** Code of the name of each place. */
  #name = new Uint32Array(this.#room);
  #hashes = new Int32Array(this.#room);
  /** The place that was named last by each name, from 1; 0 for none. Most names have one only. */
  #lastOf = new Uint32Array(1024);
  /** Places by hash, from 1; 0 for none. */
  #table = new Uint32Array(4096);
  #pair = new Float64Array(2);
  #bits = new Int32Array(this.#pair.buffer);

  constructor(plan: Plan, readers: Readers) {
    this.#plan = plan;
    this.#readers = readers;
  }

  add(cells: readonly string[], note: Note): number {
    const located = locate(cells, this.#plan, this.#readers, new Map(), note);
    if (located === null) return -1;
    const {lat, lon, precision, name} = located;
    return this.at(lat + 0, lon + 0, PLACE_PRECISIONS.indexOf(precision), this.#names.code(name));
  }

  /** Writes the codes of names that stand in a column of records `[from, to)`, -1 for none, to `codes`. */
  nameCodes(records: ByteRecords, column: number, from: number, to: number, codes: Uint32Array): void {
    if (column === -1) codes.fill(0, 0, to - from);
    else this.#names.codesOf(records, column, from, to, codes, 0);
  }

  /** The place of these coordinates, neither of them -0, of a precision as an index into `PLACE_PRECISIONS`, by the code of its name. */
  at(lat: number, lon: number, precision: number, name: number): number {
    if (name >= this.#lastOf.length) this.#lastOf = larger(this.#lastOf, name * 2);
    const last = this.#lastOf[name] - 1;
    if (last !== -1 && this.#isAt(last, lat, lon, precision)) return last;
    const place = this.#found(lat, lon, precision, name);
    this.#lastOf[name] = place + 1;
    return place;
  }

  #isAt(place: number, lat: number, lon: number, precision: number): boolean {
    return this.#lat[place] === lat && this.#lon[place] === lon && this.#precision[place] === precision;
  }

  #found(lat: number, lon: number, precision: number, name: number): number {
    const bits = this.#bits;
    this.#pair[0] = lat;
    this.#pair[1] = lon;
    let hash = Math.imul(bits[0] ^ Math.imul(bits[1], 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ bits[2] ^ Math.imul(bits[3], 0xc2b2ae35), 0x27d4eb2f);
    hash = Math.imul(hash ^ (hash >>> 13) ^ (name * 8 + precision), 0x165667b1);
    hash ^= hash >>> 16;
    const mask = this.#table.length - 1;
    let slot = hash & mask;
    for (let found; (found = this.#table[slot]) !== 0; slot = (slot + 1) & mask) {
      const place = found - 1;
      if (this.#hashes[place] === hash && this.#name[place] === name && this.#isAt(place, lat, lon, precision))
        return place;
    }
    if (this.#count === this.#room) this.#grow();
    const place = this.#count++;
    this.#lat[place] = lat;
    this.#lon[place] = lon;
    this.#precision[place] = precision;
    this.#name[place] = name;
    this.#hashes[place] = hash;
    this.#table[slot] = place + 1;
    if (place * 2 > this.#table.length) this.#spread();
    return place;
  }

  /** The places so far; none can be added after that. */
  part(): PlacePart {
    const first = <T extends Float64Array | Uint8Array | Uint32Array>(values: T) =>
      values.subarray(0, this.#count) as T;
    return {
      lat: first(this.#lat),
      lon: first(this.#lon),
      precision: first(this.#precision),
      name: first(this.#name),
      names: this.#names.words(),
    };
  }

  /** Adds places that were gathered elsewhere. Returns what they are here, by what they are there. */
  join({lat, lon, precision, name, names}: PlacePart): Uint32Array {
    const named = this.#names.join(names);
    return name.map((code, place) => this.at(lat[place], lon[place], precision[place], named[code]));
  }

  #grow(): void {
    this.#room *= 2;
    this.#lat = larger(this.#lat);
    this.#lon = larger(this.#lon);
    this.#precision = larger(this.#precision);
    this.#name = larger(this.#name);
    this.#hashes = larger(this.#hashes);
  }

  #spread(): void {
    const table = new Uint32Array(this.#table.length * 4);
    const mask = table.length - 1;
    for (let place = 0; place < this.#count; place++) {
      let slot = this.#hashes[place] & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = place + 1;
    }
    this.#table = table;
  }

  finish(placeOf: Int32Array): PlaceColumns {
    const count = this.#count;
    const texts = new ByteTexts(2);
    const keys = new Dictionary();
    for (let place = 0; place < count; place++) {
      const name = this.#names.bytesOf(this.#name[place]);
      const key = this.#freeKey(place, name, keys);
      texts.pushBytes(0, memoryOf(key), 0, key.length, false);
      texts.pushBytes(1, memoryOf(name), 0, name.length, false);
    }
    const [key, names] = texts.finish(null, [0, 1]);
    const byLanguage = {"": names};
    return {
      lat: taken(this.#lat, count, null),
      lon: taken(this.#lon, count, null),
      precision: taken(this.#precision, count, null),
      key,
      names: byLanguage,
      fullNames: byLanguage,
      ...rowsByPlace(placeOf, count),
    };
  }

  /** A key that no other place has, as short as it can be: it stands in links. The name, else with the coordinates, else with the precision. */
  #freeKey(place: number, name: Uint8Array, keys: Dictionary): Uint8Array {
    const key = new Uint8Array(name.length + BEHIND_NAME);
    const view = viewOf(key);
    const isFree = (length: number): boolean => {
      const before = keys.size;
      return keys.codeOf(view, 0, length) === before;
    };
    key.set(name);
    let end = name.length;
    if (end > 0 && isFree(end)) return key.subarray(0, end);
    key[end++] = AT;
    end = writeDegrees(this.#lat[place], key, end);
    key[end++] = COMMA;
    end = writeDegrees(this.#lon[place], key, end);
    if (isFree(end)) return key.subarray(0, end);
    const precision = precisions[this.#precision[place]];
    key.set(precision, end);
    keys.codeOf(view, 0, end + precision.length);
    return key.subarray(0, end + precision.length);
  }
}
