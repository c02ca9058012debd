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

/** The table as it travels, column by column, which packs better: a missing name means the English one, anchors are a flat list. */
export interface LabelTable {
  countries: [iso: string[], en: string[], fr: Others, ar: Others, minZoom: number[], anchors: number[][]];
  cities: [en: string[], fr: Others, ar: Others, lng: number[], lat: number[], minZoom: number[], capital: (0 | 1)[]];
}
type Others = (string | 0)[];

export async function loadLabels(url: string): Promise<BasemapLabels> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${url}`);
  return readLabels((await response.json()) as LabelTable);
}

export function readLabels(table: LabelTable): BasemapLabels {
  return {countries: countriesOf(table.countries), cities: citiesOf(table.cities)};
}

const names = (en: string, fr: string | 0, ar: string | 0): Names => ({en, fr: fr || en, ar: ar || en});

function countriesOf([isos, en, fr, ar, minZoom, anchors]: LabelTable["countries"]): CountryLabel[] {
  return isos.map((iso, i) => {
    const flat = anchors[i];
    return {
      iso,
      names: names(en[i], fr[i], ar[i]),
      minZoom: minZoom[i],
      anchors: Array.from({length: flat.length / 2}, (_, j) => [flat[2 * j], flat[2 * j + 1]]),
    };
  });
}

function citiesOf([en, fr, ar, lng, lat, minZoom, capital]: LabelTable["cities"]): CityLabel[] {
  return en.map((name, i) => ({
    names: names(name, fr[i], ar[i]),
    lng: lng[i],
    lat: lat[i],
    minZoom: minZoom[i],
    capital: capital[i] === 1,
  }));
}

export function labelName(label: CountryLabel | CityLabel, language: string): string {
  return label.names[language as Language] ?? label.names.en;
}
