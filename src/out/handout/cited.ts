import {safeLink} from "../../data/links.ts";
import type {Loaded} from "../../data/load.ts";
import type {Source} from "../../data/sources.ts";
import {dateOf, sourceKeys} from "../../list/citations.ts";
import type {I18n} from "../../i18n/i18n.svelte.ts";

/** Rows whose sources are gone through; a record that holds more is cited in part. */
const MOST_ROWS = 20_000;

/** One source as a handout names it. */
export interface Cited {
  publisher: string;
  /** In words, as closely as it is stated; "" for none. */
  date: string;
  url: string | null;
}

/** Sources of the rows `[i0, i1)` that pass, the most cited first and none twice, after those that are `first`. */
export function citedIn(
  loaded: Loaded,
  sources: ReadonlyMap<string, Source> | null,
  {
    rows: [i0, i1],
    passes,
    first,
  }: {rows: readonly [number, number]; passes: (row: number) => boolean; first: readonly string[]},
  i18n: I18n,
): {cited: Cited[]; whole: boolean} {
  const times = new Map<string, number>();
  const count = (key: string) => key !== "" && times.set(key, (times.get(key) ?? 0) + 1);
  let gone = 0;
  let row = i1 - 1;
  for (; row >= i0 && gone < MOST_ROWS; row--) {
    if (!passes(row)) continue;
    gone++;
    for (const key of sourceKeys(loaded, row)) count(key);
    const link = loaded.dataset.text("link", row);
    if (!times.has(link)) count(link);
  }
  const ranked = [...times].sort(([, a], [, b]) => b - a).map(([key]) => key);
  const seen = new Set<string>();
  const cited: Cited[] = [];
  for (const key of [...new Set([...first, ...ranked])]) {
    const one = citedAs(key, sources?.get(key), i18n);
    const same = one.url ?? key;
    if (!seen.has(same)) cited.push(one);
    seen.add(same);
  }
  return {cited, whole: row < i0};
}

/** A source by its key, as the table explains it; a key that no table explains is a name, or an address, itself. */
export function citedAs(key: string, source: Source | undefined, i18n: I18n): Cited {
  const url = source === undefined ? safeLink(key) : source.url;
  const host = url === null ? "" : new URL(url).hostname.replace(/^www\./, "");
  // With a year, whatever the year of the event.
  const date = source === undefined ? "" : dateOf(source.published, NaN, i18n);
  return {publisher: source?.publisher || host || key, date, url};
}
