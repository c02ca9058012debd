import {parseDate} from "../data/calendar.ts";
import {safeLink} from "../data/links.ts";
import type {Loaded} from "../data/load.ts";
import type {Source} from "../data/sources.ts";
import {splitKeys} from "../data/totals.ts";
import {Zone} from "../data/zone.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import {cut} from "../i18n/cut.ts";
import {valueLabel} from "../i18n/labels.ts";

/** One source as it is listed under an event. */
export interface Citation {
  key: string;
  publisher: string;
  /** What kind of publisher, in words; "" when that is not known. */
  kind: string;
  /** Code of the language, e.g. `fr`; "" when that is not known. */
  language: string;
  date: string;
  /** An http or https address, or null. */
  url: string | null;
  host: string;
  title: string;
  note: string;
}

const utc = new Zone("UTC");
const LONGEST_LIST = 20_000;
const LONGEST_NAME = 300;
const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");

/** Keys of the sources of a row, in the order of the table: parted as the table parts them, by `;` where a story lists its sources. */
export function sourceKeys({dataset, story}: Loaded, row: number): string[] {
  const text = dataset.text("sources", row).slice(0, LONGEST_LIST);
  const separator = story.reading?.["separator"];
  const keys =
    typeof separator === "string" && separator !== ""
      ? text.split(separator)
      : story.reading === undefined || story.sources !== undefined
        ? splitKeys(text)
        : [text];
  return [...new Set(keys.map((key) => key.trim()).filter((key) => key !== ""))];
}

/** The sources of a row and its own link. A key that no table explains is a name, or an address, itself. */
export function citations(
  loaded: Loaded,
  sources: ReadonlyMap<string, Source> | null,
  row: number,
  i18n: I18n,
): Citation[] {
  const year = new Date(loaded.dataset.columns.start[row]!).getUTCFullYear();
  const cited = sourceKeys(loaded, row).map((key) => {
    const source = sources?.get(key);
    return source === undefined ? plainCitation(key) : cite(source, year, loaded, i18n);
  });
  const link = loaded.dataset.text("link", row);
  const url = safeLink(link);
  if (link !== "" && !cited.some((each) => each.key === link || (url !== null && each.url === url)))
    cited.push(plainCitation(link));
  return cited;
}

function plainCitation(key: string): Citation {
  const url = safeLink(key);
  const host = url === null ? "" : hostOf(url);
  return {
    key,
    publisher: url === null ? cut(key, LONGEST_NAME) : host,
    kind: "",
    language: "",
    date: "",
    url,
    host,
    title: "",
    note: "",
  };
}

function cite(source: Source, year: number, loaded: Loaded, i18n: I18n): Citation {
  const {id, publisher, publisherType, language, published, url, title, note} = source;
  const host = url === null ? "" : hostOf(url);
  return {
    key: id,
    publisher: publisher || host || id,
    kind: publisherType === "" ? "" : valueLabel(loaded, "publisher_type", publisherType, i18n),
    language: language.toLowerCase(),
    date: dateOf(published, year, i18n),
    url,
    host,
    title,
    note,
  };
}

/** The day a source was published, its month or its year: as closely as is stated. The year is left out of a day in the event's own. */
export function dateOf(published: string, year: number, i18n: I18n): string {
  const stamp = parseDate(published, utc);
  if (stamp === null) return "";
  if (stamp.precision === "year") return i18n.date(stamp.ms, "year");
  if (stamp.precision === "month") return i18n.date(stamp.ms, "monthShortYear");
  return i18n.date(stamp.ms, new Date(stamp.ms).getUTCFullYear() === year ? "dayShort" : "dayShortYear");
}

/** `AFP (via Times of Israel)` as `AFP`. */
export const shortPublisher = (publisher: string): string => publisher.replace(/\s*\([^()]*\)$/, "") || publisher;

/** Publishers of a row by name, each once, without who passed it on. */
export function publishers(loaded: Loaded, sources: ReadonlyMap<string, Source> | null, row: number): string[] {
  if (sources === null && loaded.story.sources !== undefined) return [];
  const names = sourceKeys(loaded, row).map((key) => sources?.get(key)?.publisher || plainCitation(key).publisher);
  return [...new Set(names)];
}
