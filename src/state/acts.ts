import {parsePeriod} from "../data/period.ts";
import {SERIES} from "../data/dataset.ts";
import {record} from "../data/record.ts";
import type {ViewState} from "../data/viewState.ts";
import type {Brought} from "./opening.svelte.ts";
import type {Session} from "./session.svelte.ts";

/** What the window and the filters let through: all, and by value of each facet. */
export interface Counts {
  events: number;
  facets: Record<string, Record<string, number>>;
}

/** Counts of what is shown now; none before there is data. */
export function countsOf(session: Session | null): Counts {
  const aggregates = session?.selection.counts?.aggregates;
  const facets: Counts["facets"] = record([]);
  if (!session || aggregates === undefined) return {events: 0, facets};
  session.facets.forEach((column, index) => {
    const {values} = session.loaded!.dataset.columns.categories[column]!;
    const counts = aggregates.byFacet[index]!;
    const countOf = (code: number) =>
      SERIES.reduce((sum, _, series) => sum + counts[code * SERIES.length + series]!, 0);
    // A facet is counted without its own filter.
    const shown = values.map(
      (value, code) => [value, session.selection.keeps(column, value) ? countOf(code) : 0] as const,
    );
    facets[column] = record(shown.filter(([, n]) => n > 0));
  });
  return {events: aggregates.events, facets};
}

/** Shows a view in place of the one on screen. Language and theme stay as they are where it names none. */
export function showView(session: Session, view: ViewState): void {
  const {language, theme} = session.settings;
  session.view = {...(language === null ? {} : {lang: language}), theme, ...view};
}

/**
 * Opens a file, an address, or the text of a table. Kept when it is on screen, has been refused or asks the reader something. An embed
 * has no screen to ask on: there, what a file leaves open is taken as it was understood.
 */
export function open(session: Session, what: File | string): Promise<void> {
  const brought: Brought = typeof what === "string" ? {kind: "text", text: what} : {kind: "files", files: [what]};
  return session.bring(brought, {}, {agreed: session.settings.mode === "embed"});
}

/** Puts the playhead at the end of a date: `2024-01-28`. Anything that is no date is left alone. */
export function seek(session: Session, date: string): void {
  const end = parsePeriod(`..${date}`)?.end ?? null;
  if (end !== null) session.selection.seek(end);
}

/** Chooses the event with this id; none for "" and for an id that there is not. */
export function select(session: Session, id: string): void {
  session.selection.select(session.loaded?.dataset.find(id) ?? -1);
}
