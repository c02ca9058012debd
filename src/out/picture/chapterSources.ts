import type {Loaded} from "../../data/load.ts";
import type {Source} from "../../data/sources.ts";
import type {I18n} from "../../i18n/i18n.svelte.ts";
import {citations, type Citation} from "../../list/citations.ts";
import type {Chapter, Session} from "../../state/session.svelte.ts";

/** Rows that are looked through for who says so. */
const MOST_ROWS = 2000;

/**
 * Who says what a chapter tells: the sources of the events that it names, in their order; of a chapter that names none, those of what its
 * view shows, the most cited first. `session` is in that view. The first `most`, and how many more there are.
 */
export function chapterSources(
  {
    loaded,
    session,
    chapter,
    sources,
    i18n,
  }: {
    loaded: Loaded;
    session: Session;
    chapter: Chapter;
    sources: ReadonlyMap<string, Source>;
    i18n: I18n;
  },
  most: number,
): {shown: Citation[]; more: number} {
  const {dataset} = loaded;
  const named = [...new Set([chapter.view.event ?? "", ...chapter.events])].map((id) => dataset.find(id));
  const events = named.filter((row) => row !== -1);
  const cited = new Map<string, {citation: Citation; times: number}>();
  for (const row of events.length > 0 ? events : rowsIn(session))
    for (const citation of citations(loaded, sources, row, i18n)) {
      const before = cited.get(citation.key);
      if (before === undefined) cited.set(citation.key, {citation, times: 1});
      else before.times += 1;
    }
  const all = [...cited.values()];
  if (events.length === 0) all.sort((a, b) => b.times - a.times);
  return {shown: all.slice(0, most).map(({citation}) => citation), more: Math.max(0, all.length - most)};
}

function rowsIn({selection: {counts}}: Session): number[] {
  const rows: number[] = [];
  if (counts === null) return rows;
  const [from, to] = counts.rows;
  for (let row = to - 1; row >= from && rows.length < MOST_ROWS; row--)
    if (counts.aggregates.passes(row)) rows.push(row);
  return rows;
}
