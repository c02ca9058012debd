import type {Dataset} from "../dataset.ts";
import {PLACE_PRECISIONS} from "../dataset.ts";
import {LANGUAGES} from "../languages.ts";
import type {Source} from "../sources.ts";
import type {Story} from "../story.ts";
import {textAt} from "../text.ts";
import type {Totals} from "../totals.ts";
import {quoted} from "./csvCell.ts";
import {startText} from "./dateText.ts";
import {numberText} from "./numberText.ts";

/** Rows of cells as comma-separated text. */
const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");

/** The table that `readSources` reads back. */
export const sourcesCsv = (sources: ReadonlyMap<string, Source>): string =>
  csvOf([
    ["id", "publisher", "title", "url", "published", "language", "publisher_type", "note"],
    ...[...sources.values()].map(({id, publisher, title, url, published, language, publisherType, note}) => [
      id,
      publisher,
      title,
      url ?? "",
      published,
      language,
      publisherType,
      note,
    ]),
  ]);

/** The table that `readTotals` reads back by the same settings. */
export function totalsCsv({figures}: Totals, {date, value, parts, source, note}: NonNullable<Story["totals"]>): string {
  const columns = Object.keys(parts);
  return csvOf([
    [date, value, ...columns, source, note],
    ...figures.map((figure) => [
      startText(figure.date, "day"),
      numberText(figure.value),
      ...columns.map((name) => numberText(figure.parts.find(({column}) => column === name)?.value ?? NaN)),
      figure.sources.join("; "),
      figure.note,
    ]),
  ]);
}

/** The table that `readSites` reads back: the named places of a story that stand on the map. */
export function sitesCsv({columns, length}: Dataset): string {
  const {places, texts, place} = columns;
  const sites = new Map<string, number>();
  const ids = texts["site"];
  for (let row = 0; ids !== undefined && row < length; row++) {
    const id = textAt(ids, row);
    const at = place[row]!;
    if (id !== "" && at !== -1 && !sites.has(id) && textAt(places.key, at) === id) sites.set(id, at);
  }
  const named = (of: typeof places.names, at: number) =>
    LANGUAGES.map((language) => (of[language] === undefined ? "" : textAt(of[language], at)));
  return csvOf([
    [
      ...["site_id", "lat", "lon", "geo_precision"],
      ...LANGUAGES.map((language) => `name_${language}`),
      ...LANGUAGES.map((language) => `short_${language}`),
    ],
    ...[...sites].map(([id, at]) => [
      id,
      numberText(places.lat[at]!),
      numberText(places.lon[at]!),
      PLACE_PRECISIONS[places.precision[at]!]!,
      ...named(places.fullNames, at),
      ...named(places.names, at),
    ]),
  ]);
}
