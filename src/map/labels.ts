import type {Language} from "../data/languages.ts";

type Names = Record<Language, string>;

export interface CountryLabel {
  /** ISO 3166-1 alpha-2. */
  iso: string;
  names: Names;
  minZoom: number;
  /** Places inside the country where its name may stand, best first. */
  anchors: [lng: number, lat: number][];
}

export interface CityLabel {
  names: Names;
  lng: number;
  lat: number;
  minZoom: number;
  capital: boolean;
}

export interface BasemapLabels {
  countries: CountryLabel[];
  /** Most important first. */
  cities: CityLabel[];
}

/** The table as it travels: a missing name means the English one, anchors are a flat list. */
export interface LabelTable {
  countries: [iso: string, en: string, fr: string | 0, ar: string | 0, minZoom: number, anchors: number[]][];
  cities: [en: string, fr: string | 0, ar: string | 0, lng: number, lat: number, minZoom: number, capital: 0 | 1][];
}

export async function loadLabels(url: string): Promise<BasemapLabels> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${url}`);
  return readLabels((await response.json()) as LabelTable);
}

export function readLabels(table: LabelTable): BasemapLabels {
  const names = (en: string, fr: string | 0, ar: string | 0): Names => ({en, fr: fr || en, ar: ar || en});
  return {
    countries: table.countries.map(([iso, en, fr, ar, minZoom, flat]) => ({
      iso,
      names: names(en, fr, ar),
      minZoom,
      anchors: Array.from({length: flat.length / 2}, (_, i) => [flat[2 * i], flat[2 * i + 1]]),
    })),
    cities: table.cities.map(([en, fr, ar, lng, lat, minZoom, capital]) => ({
      names: names(en, fr, ar),
      lng,
      lat,
      minZoom,
      capital: capital === 1,
    })),
  };
}

export function labelName(label: CountryLabel | CityLabel, language: string): string {
  return label.names[language as Language] ?? label.names.en;
}
