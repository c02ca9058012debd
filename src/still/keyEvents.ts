import {parsePeriod} from "../data/period.ts";
import {CERTAINTIES, type Certainty} from "../data/dataset.ts";
import {titleOf} from "../i18n/title.ts";
import {citations, type Citation} from "../list/citations.ts";
import {where} from "../list/where.ts";
import {when} from "../list/when.ts";
import {isoText} from "../data/calendar.ts";
import type {Telling} from "./telling.ts";

/** One line of the table of turning points. */
export interface KeyEvent {
  id: string;
  /** ISO date on which it began. */
  iso: string;
  when: string;
  title: string;
  /** Place and country, "" when the row names none. */
  where: string;
  certainty: Certainty;
  cited: Citation[];
}

/** Kinds of publishers that are named before others. */
const FIRST = ["government", "wire", "newspaper", "broadcaster"];

/** The rows that the story's annotations speak of and the one that it opens with, in order of time, each once. */
export function keyEvents({loaded, session, i18n, sources}: Telling): KeyEvent[] {
  const {dataset, story} = loaded;
  const named = story.annotations.filter(({time}) => parsePeriod(time) !== null).flatMap(({events}) => events);
  const rows = [...named.map((id) => dataset.find(id)), session.selection.row].filter((row) => row !== -1);
  return [...new Set(rows)]
    .sort((a, b) => a - b)
    .map((row) => ({
      id: dataset.id(row),
      iso: isoText(dataset.columns.start[row]!).slice(0, 10),
      when: when(dataset, row, i18n).text,
      title: titleOf(loaded, row, i18n).text,
      where: where(loaded, row, i18n)?.text ?? "",
      certainty: CERTAINTIES[dataset.columns.certainty[row]!]!,
      cited: sorted(citations(loaded, sources, row, i18n), ({key}) => rank(sources.get(key)?.publisherType)),
    }));
}

const rank = (kind: string | undefined): number =>
  kind !== undefined && FIRST.includes(kind) ? FIRST.indexOf(kind) : 9;

/** By a number, those of the same in the order given. */
const sorted = <T>(list: readonly T[], by: (each: T) => number): T[] => [...list].sort((a, b) => by(a) - by(b));
