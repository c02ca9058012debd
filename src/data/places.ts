import {PLACE_PRECISIONS, type PlaceColumns, type PlacePrecision} from "./dataset.ts";
import {LANGUAGES} from "./languages.ts";
import type {Plan} from "./plan.ts";
import {degrees, type Note, type Readers} from "./readers.ts";
import {packText} from "./text.ts";

/** A named place of a story's site table. Names are by language; `short` is for the map. */
export interface Site {
  lat: number;
  lon: number;
  precision: PlacePrecision;
  names: Record<string, string>;
  short: Record<string, string>;
}

/** Reads a table with `site_id`, `lat`, `lon`, `geo_precision`, `name_<language>` and `short_<language>`. */
export function readSites(table: readonly (readonly string[])[]): Map<string, Site> {
  const [header = [], ...rows] = table;
  const at = (name: string) => header.indexOf(name);
  const sites = new Map<string, Site>();
  for (const cells of rows) {
    const id = cells[at("site_id")] ?? "";
    if (id === "") continue;
    const named = (prefix: string) =>
      Object.fromEntries(
        LANGUAGES.map((language) => [language, cells[at(`${prefix}_${language}`)] ?? ""]).filter(
          ([, name]) => name !== "",
        ),
      ) as Record<string, string>;
    const names = named("name");
    sites.set(id, {
      lat: degrees(cells[at("lat")] ?? "", 90),
      lon: degrees(cells[at("lon")] ?? "", 180),
      precision: precisionOf(cells[at("geo_precision")]),
      names,
      short: {...names, ...named("short")},
    });
  }
  return sites;
}

const precisionOf = (text: string | undefined): PlacePrecision =>
  PLACE_PRECISIONS.includes(text as PlacePrecision) ? (text as PlacePrecision) : "exact_site";

/** Where a row is: at a site, or at coordinates of its own. */
interface Located {
  lat: number;
  lon: number;
  precision: PlacePrecision;
  name: string;
  siteId: string;
  site: Site | undefined;
}

/** Where the cells of a row say that it is; null, with a note, when that is not on the map. Country-level rows are not. */
export function locate(
  cells: readonly string[],
  plan: Plan,
  readers: Readers,
  sites: ReadonlyMap<string, Site>,
  note: Note,
): Located | null {
  const siteId = (cells[plan.site] ?? "").trim();
  const site = sites.get(siteId);
  const own = readers.point(cells, note);
  if (own === null) return null;
  const {lat, lon} = own === "blank" ? (site ?? {lat: NaN, lon: NaN}) : own;
  if (Number.isNaN(lat) || Number.isNaN(lon)) {
    if (plan.lat !== -1 || plan.site !== -1) note("no-coordinate", "lat", "");
    return null;
  }
  const precision = readers.placePrecision(cells) ?? site?.precision ?? "exact_site";
  if (precision === "country" && !readers.placesCountries) {
    note("country-only", "placePrecision", cells[plan.placePrecision] ?? "");
    return null;
  }
  return {lat, lon, precision, name: (cells[plan.place] ?? "").trim(), siteId, site};
}

/** Gathers the distinct places of a table: one per site, else one per name, coordinates and precision. */
export interface PlaceStore {
  /** The place of one row, -1 when it is not on the map. */
  add(cells: readonly string[], note: Note): number;
  /** `placeOf` is the place of each row in time order. */
  finish(placeOf: Int32Array): PlaceColumns;
}

export class PlaceBuilder implements PlaceStore {
  #plan: Plan;
  #readers: Readers;
  #sites: ReadonlyMap<string, Site>;
  #index = new Map<string, number>();
  #taken = new Set<string>();
  #lat: number[] = [];
  #lon: number[] = [];
  #precision: number[] = [];
  #keys: string[] = [];
  #names: Record<string, string[]> = {"": []};
  #fullNames: Record<string, string[]> = {"": []};

  constructor(plan: Plan, readers: Readers, sites: ReadonlyMap<string, Site>) {
    this.#plan = plan;
    this.#readers = readers;
    this.#sites = sites;
    if (sites.size > 0) {
      this.#names = Object.fromEntries(LANGUAGES.map((l) => [l, []]));
      this.#fullNames = Object.fromEntries(LANGUAGES.map((l) => [l, []]));
    }
  }

  add(cells: readonly string[], note: Note): number {
    const located = locate(cells, this.#plan, this.#readers, this.#sites, note);
    if (located === null) return -1;
    const {lat, lon, precision, name, siteId, site} = located;
    const key = site === undefined ? `${name}\u0000${lat}\u0000${lon}\u0000${precision}` : siteId;
    let place = this.#index.get(key);
    if (place === undefined) {
      place = this.#keys.length;
      this.#index.set(key, place);
      this.#keys.push(site === undefined ? this.#freeKey(name, `${lat},${lon}`, precision) : siteId);
      this.#lat.push(lat);
      this.#lon.push(lon);
      this.#precision.push(PLACE_PRECISIONS.indexOf(site?.precision ?? precision));
      for (const language of Object.keys(this.#names)) {
        this.#names[language]!.push(site?.short[language] ?? site?.short["en"] ?? name);
        this.#fullNames[language]!.push(site?.names[language] ?? site?.names["en"] ?? name);
      }
    }
    return place;
  }

  /** A key that no other place has, as short as it can be: it stands in links. */
  #freeKey(name: string, at: string, precision: PlacePrecision): string {
    const keys = [...(name === "" ? [] : [name]), `${name}@${at}`, `${name}@${at},${precision}`];
    const key = keys.find((key) => !this.#taken.has(key) && !this.#sites.has(key)) ?? keys.at(-1)!;
    this.#taken.add(key);
    return key;
  }

  finish(placeOf: Int32Array): PlaceColumns {
    const pack = (names: Record<string, string[]>) =>
      Object.fromEntries(Object.entries(names).map(([language, values]) => [language, packText(values)]));
    const names = pack(this.#names);
    return {
      lat: Float64Array.from(this.#lat),
      lon: Float64Array.from(this.#lon),
      precision: Uint8Array.from(this.#precision),
      key: packText(this.#keys),
      names,
      // Only a table of sites knows short names: where there is none, one copy of them crosses from the worker.
      fullNames: this.#sites.size === 0 ? names : pack(this.#fullNames),
      ...rowsByPlace(placeOf, this.#keys.length),
    };
  }
}

/** The rows of each of `count` places, in time order. */
export function rowsByPlace(placeOf: Int32Array, count: number): Pick<PlaceColumns, "offsets" | "rows"> {
  const offsets = new Uint32Array(count + 1);
  for (let row = 0; row < placeOf.length; row++) if (placeOf[row] !== -1) offsets[placeOf[row] + 1]++;
  for (let p = 0; p < count; p++) offsets[p + 1] += offsets[p];
  const next = offsets.slice();
  const rows = new Uint32Array(offsets[count]);
  for (let row = 0; row < placeOf.length; row++) {
    const place = placeOf[row];
    if (place !== -1) rows[next[place]++] = row;
  }
  return {offsets, rows};
}
