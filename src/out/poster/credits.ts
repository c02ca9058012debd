import type {Period} from "../../data/period.ts";
import type {Source} from "../../data/sources.ts";
import {STILL} from "../../i18n/still.ts";
import {publishers, shortPublisher} from "../../list/citations.ts";
import type {Chapter, Session} from "../../state/session.svelte.ts";
import type {Item} from "../drawing/drawing.ts";
import {linesAt, textAt, widthOfLine, type Page, type Style} from "./page.ts";
import {wrapped} from "./wrap.ts";

/** Rows whose sources are read: of more, the publishers named are those of the last. */
const MOST_READ = 4000;
const MOST_NAMED = 40;
const LONGEST = 60;

/** Who is cited most for what is shown, without who passed it on; `isAll` when no row was left unread. */
export function publishersOf(
  session: Session,
  sources: ReadonlyMap<string, Source>,
  over: Period,
  chapter: Chapter | undefined,
): {names: string[]; isAll: boolean} {
  const {loaded, selection} = session;
  if (loaded === null) return {names: [], isAll: true};
  const {dataset} = loaded;
  const told = (chapter?.events ?? []).map((id) => dataset.find(id)).filter((row) => row !== -1);
  const passes = (row: number) => selection.filtered?.aggregates.passes(row) ?? false;
  const [i0, i1] = dataset.rows(...(over as [number, number]));
  const from = Math.max(i0, i1 - MOST_READ);
  const window = Array.from({length: i1 - from}, (_, i) => i1 - 1 - i).filter(
    (row) => passes(row) && dataset.columns.background[row] === 0,
  );
  const counts = new Map<string, number>();
  for (const row of told.length > 0 ? told : window)
    for (const name of publishers(loaded, sources, row)) {
      const short = shortPublisher(name).trim();
      if (short !== "" && short.length <= LONGEST) counts.set(short, (counts.get(short) ?? 0) + 1);
    }
  const names = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
  return {names, isAll: told.length > 0 || from === i0};
}

/** The foot of a picture: who says so, then credit and licence. `lines` is how many the sources may take. */
export function creditsOf(
  page: Page,
  session: Session,
  cited: {names: string[]; isAll: boolean},
  {start, width, lines: most}: {start: number; width: number; lines: number},
): {height: number; items(top: number): Item[]} {
  const {inks, i18n} = page;
  const t = STILL[i18n.lang];
  const story = session.loaded?.story;
  const style: Style = {family: "sans", size: 11, weight: 400, fill: inks.muted, leading: 14.5};
  const head: Style = {...style, strong: {weight: 650, fill: inks.ink2}};
  const sources = cited.names.length === 0 ? [] : sourceLines(page, cited, width, head, most);
  const name: Style = {family: "serif", size: 13, weight: 650, fill: inks.ink, leading: 14.5};
  const mark = widthOfLine(page, [{text: "Dateline"}], name) + 10;
  const parts = [i18n.text(story?.credit), story?.license ? t.licence(story.license.replaceAll(" ", "\u00a0")) : ""];
  const text = parts.filter((part) => part !== "").join(" · ");
  const credit = text === "" ? [] : wrapped(page, text, width - mark, style, {most: 2});
  const height = (sources.length + Math.max(1, credit.length)) * style.leading + 2;
  return {
    height,
    items: (top) => {
      const under = top + sources.length * style.leading + 2;
      return [
        ...linesAt(page, sources, start, top, head),
        textAt(page, [{text: "Dateline"}], start, under + 11, name),
        ...linesAt(page, credit, start + mark, under, style),
      ];
    },
  };
}

/** As many names as the lines hold, and how many there are besides. */
function sourceLines(
  page: Page,
  {names, isAll}: {names: string[]; isAll: boolean},
  width: number,
  style: Style,
  most: number,
) {
  const {i18n} = page;
  const t = STILL[i18n.lang];
  for (let named = Math.min(names.length, MOST_NAMED); named > 0; named--) {
    const rest = names.length - named;
    const more = rest === 0 ? (isAll ? "" : " …") : ` ${t.more(i18n.number(rest))}`;
    const parts = [{strong: t.sources}, ` ${names.slice(0, named).join(" · ")}${more}`];
    const lines = wrapped(page, parts, width, style);
    if (lines.length <= most || named === 1) return lines.slice(0, most);
  }
  return [];
}
