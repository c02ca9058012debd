import {PLACE_PRECISIONS} from "../data/dataset.ts";
import type {Loaded} from "../data/load.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import {BARE} from "../i18n/bare.ts";
import {englishLabel, ownLabel, placeLabel, valueLabel} from "../i18n/labels.ts";

export interface Where {
  text: string;
  /** The language of the text where it is not the reader's. */
  lang: string | undefined;
  precision: string;
}

const withoutBrackets = (text: string) => text.replace(/\s*\([^()]*\)$/, "");

/** Where a row happened: full name, country, and how closely that is known. Null when the row names no place at all. */
export function where(loaded: Loaded, row: number, i18n: I18n): Where | null {
  const {dataset, mapping, story} = loaded;
  const t = i18n.t.list;
  const place = dataset.columns.place[row]!;
  const code = dataset.text("country", row);
  const countryColumn = typeof mapping.country === "string" ? mapping.country : "";
  const country = code === "" ? "" : valueLabel(loaded, countryColumn, code, i18n);
  const {columns} = dataset;
  const own = columns.placePrecision[row]!;
  const grade = own === 255 && place !== -1 ? columns.places.precision[place]! : own;
  const level = PLACE_PRECISIONS[grade];
  if (place !== -1) {
    const graded = mapping.placePrecision !== undefined || story.sites !== undefined;
    const name = withCountry(dataset.placeName(place, i18n.lang, true), country, i18n.lang);
    return {
      text: name || placeLabel(dataset, place, i18n),
      lang: undefined,
      precision:
        !graded || level === undefined ? "" : level === "country" ? BARE[i18n.lang].country : t.placePrecision[level],
    };
  }
  const named = dataset.text("place", row);
  if (named === "" && country === "") return null;
  const onMap = mapping.lat !== undefined || mapping.site !== undefined;
  const precision = !onMap ? "" : level === "country" ? t.placePrecision.country : t.notOnMap;
  const placeColumn = typeof mapping.place === "string" ? mapping.place : "";
  const known = ownLabel(loaded, placeColumn, named, i18n);
  if (known !== "") return {text: known, lang: undefined, precision};
  const inEnglish = englishLabel(loaded, countryColumn, code) || code;
  if (named === "" || withoutBrackets(named) === inEnglish) return {text: country, lang: undefined, precision};
  return {text: named, lang: story.language, precision};
}

/** `Al-Asad Air Base, Iraq`; the country is left out where the name holds it. */
function withCountry(name: string, country: string, language: string): string {
  if (name === "") return country;
  if (country === "" || name.includes(country)) return name;
  return `${name}${language === "ar" ? "، " : ", "}${country}`;
}
