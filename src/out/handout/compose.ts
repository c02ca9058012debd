import {parseDate, DAY, startOfDay, UTC} from "../../data/calendar.ts";
import {COUNTER, PRIMARY, SERIES} from "../../data/dataset.ts";
import type {Loaded} from "../../data/load.ts";
import {parsePeriod, type Period} from "../../data/period.ts";
import {creditOf} from "../../data/save/losses.ts";
import {tempoAt} from "../../data/tempo.ts";
import {HANDOUT} from "../../i18n/handout.ts";
import type {I18n} from "../../i18n/i18n.svelte.ts";
import {columnLabel, placeLabel, valueLabel} from "../../i18n/labels.ts";
import {plain} from "../../i18n/rich.ts";
import type {Session} from "../../state/session.svelte.ts";
import {sentence} from "../../story/sentence.ts";
import type {Block, Item} from "./blocks.ts";
import {citedAs, citedIn} from "./cited.ts";
import {eventBlock} from "./eventBlock.ts";
import {said, tame} from "./said.ts";

const MOST_SOURCES = 20;
const MOST_PLACES = 5;
const MOST_TURNS = 8;
const MOST_VALUES = 8;

/** What the screen shows, in blocks of words of the language of `i18n`. `link` leads to this view; null where there is none to give. */
export function compose(session: Session, i18n: I18n, link: string | null): Block[] {
  const {loaded, selection} = session;
  const {counts} = selection;
  if (loaded === null || counts === null) return [];
  const {story} = loaded;
  const t = HANDOUT[i18n.lang].text;
  const say = (text: string, most?: number) => said(text, i18n.dir, most);
  const text = (...parts: string[]): Block[] => {
    const whole = parts.filter((part) => part !== "").join(" ");
    return whole === "" ? [] : [{kind: "text", text: whole}];
  };
  const {aggregates} = counts;
  const counter = aggregates.bySeries[COUNTER]!;
  const {cited, whole} = citedIn(
    loaded,
    session.sources,
    {
      rows: counts.rows,
      passes: (row) => aggregates.passes(row) && loaded.dataset.columns.series[row]! <= COUNTER,
      first: selection.isFiltered ? [] : (loaded.totals.before(selection.playhead)?.sources ?? []),
    },
    i18n,
  );
  const {file} = session.view;
  return [
    {kind: "title", text: say(i18n.text(story.title) || story.data, 300)},
    ...text(periodText(selection.window, i18n)),
    ...text(filtersText(session, loaded, i18n)),
    ...text(tame(plain(sentence(session, i18n, "long")), 2000), totalText(session, loaded, i18n)),
    ...text(certaintyText(session, loaded, i18n), tempoText(session, i18n)),
    ...text(
      counter === 0 ? "" : t.counter(`${i18n.number(counter)} ${say(i18n.noun(counter, story.series?.counter?.noun))}`),
    ),
    ...placesBlock(session, loaded, i18n),
    ...turnsBlock(selection.window, loaded, i18n),
    ...eventBlock(session, loaded, i18n),
    ...sourcesBlock(cited, whole, i18n),
    ...text(
      file === undefined ? "" : t.file(say(file)),
      ...[i18n.text(creditOf(loaded))].filter((credit) => credit !== "").map((credit) => ended(say(credit))),
      compiledText(loaded, i18n),
      story.license === undefined ? "" : t.license(say(story.license)),
      t.made,
    ),
    ...(link === null ? [] : [{kind: "link", label: t.link, lead: t.pair(t.link, "").trimEnd(), url: link} as const]),
  ];
}

const ended = (text: string): string => (/[.!?…؟]\u2069?$/.test(text) ? text : `${text}.`);
const listed = (parts: readonly string[], i18n: I18n): string => parts.join(i18n.lang === "ar" ? "، " : ", ");

/** The window with its years; to the minute where it does not begin and end with days. */
function periodText([start, end]: Period, i18n: I18n): string {
  if (start === startOfDay(start) && end === startOfDay(end)) return i18n.period(start, end);
  const at = (time: number) => i18n.t.list.dateTime(i18n.date(time, "dayYear"), i18n.date(time, "time"));
  return `${at(start)} – ${at(end)}`;
}

/** Which filters are set, by the names that they have on screen; "" for none. */
function filtersText({selection}: Session, loaded: Loaded, i18n: I18n): string {
  if (!selection.isFiltered) return "";
  const t = HANDOUT[i18n.lang].text;
  const facets = Object.entries(selection.show).map(([facet, values]) => {
    const labels = values
      .slice(0, MOST_VALUES)
      .map((value) => said(valueLabel(loaded, facet, value, i18n), i18n.dir, 120));
    const names = listed(values.length > MOST_VALUES ? [...labels, "…"] : labels, i18n);
    return t.kept(said(columnLabel(loaded, facet, i18n), i18n.dir, 120), names || t.keptNone);
  });
  const q = selection.answered.trim();
  return t.filtered(
    [...facets, ...(q === "" ? [] : [t.search(said(q, i18n.dir))])].join(i18n.lang === "ar" ? "؛ " : "; "),
  );
}

/** When the stated total was stated and by whom; "" where the sentence names none. */
function totalText(session: Session, {story, totals}: Loaded, i18n: I18n): string {
  const total = totals.before(session.selection.playhead);
  if (total === null || session.selection.isFiltered || story.totals === undefined) return "";
  const t = HANDOUT[i18n.lang].text;
  const names = story.totals.parts;
  const parts = total.parts
    .filter(({value}) => value > 0)
    .map(({column, value}) => i18n.t.timeline.part(i18n.number(value), tame(i18n.text(names[column]))));
  const key = total.sources[0];
  const source = key === undefined ? null : citedAs(key, session.sources?.get(key), i18n);
  return t.total(
    i18n.date(total.date, "dayYear"),
    said(i18n.text(story.totals.statedBy), i18n.dir),
    listed(parts, i18n),
    source === null ? "" : t.from(said(source.publisher, i18n.dir, 200), source.date),
  );
}

/** The split of the primary series by who says so, in the record's own grades; the sentence has it in ours. */
function certaintyText({certaintyFacet, selection}: Session, loaded: Loaded, i18n: I18n): string {
  const {counts} = selection;
  if (certaintyFacet === null || counts === null) return "";
  const {aggregates} = counts;
  const byValue = aggregates.byFacet[aggregates.facets.indexOf(certaintyFacet)]!;
  const {values} = loaded.dataset.columns.categories[certaintyFacet]!;
  const parts = values.flatMap((value, code) => {
    const n = byValue[code * SERIES.length + PRIMARY]!;
    const name = said(valueLabel(loaded, certaintyFacet, value, i18n), i18n.dir, 120);
    return n > 0 && selection.keeps(certaintyFacet, value) ? [{n, name}] : [];
  });
  if (parts.length === 0) return "";
  const sorted = parts.sort((a, b) => b.n - a.n).slice(0, MOST_VALUES);
  const t = HANDOUT[i18n.lang].text;
  const split = sorted.map(({n, name}) => `${name} (${i18n.number(n)})`);
  const rest = parts.length > sorted.length ? [...split, "…"] : split;
  return `${t.pair(said(columnLabel(loaded, certaintyFacet, i18n), i18n.dir), listed(rest, i18n))}.`;
}

/** The two stretches that the screen compares. */
function tempoText({selection, axis}: Session, i18n: I18n): string {
  const {dataset, filtered, playhead} = selection;
  if (dataset === null || filtered === null || axis.stepUnit === "hour") return "";
  const {unit, length, last, before} = tempoAt(dataset, filtered.aggregates, playhead, axis.stepUnit);
  if (last === 0 && before === 0) return "";
  const words = i18n.t.common.tempo;
  const n = i18n.number(length);
  return HANDOUT[i18n.lang].text.tempo(i18n.number(last), words.last[unit](n), i18n.number(before), words.before(n));
}

/** The places with most of the primary series, and how many rows have none. */
function placesBlock({selection}: Session, {dataset}: Loaded, i18n: I18n): Block[] {
  const {counts} = selection;
  if (counts === null || dataset.placeCount === 0) return [];
  const t = HANDOUT[i18n.lang].text;
  const cells = new Uint32Array(8);
  let placed = 0;
  const all: {place: number; n: number}[] = [];
  for (let place = 0; place < dataset.placeCount; place++) {
    counts.aggregates.countPlace(place, cells);
    const n = cells[0]! + cells[1]! + cells[2]! + cells[3]!;
    placed += n;
    if (n > 0) all.push({place, n});
  }
  const items = all
    .sort((a, b) => b.n - a.n || a.place - b.place)
    .slice(0, MOST_PLACES)
    .map(({place, n}): Item => ({
      text: t.pair(said(placeLabel(dataset, place, i18n, true), i18n.dir), i18n.number(n)),
    }));
  const unplaced = counts.aggregates.bySeries[PRIMARY]! - placed;
  const more = unplaced === 0 ? {} : {more: t.unplaced(i18n.number(unplaced), unplaced)};
  return items.length === 0 ? [] : [{kind: "list", heading: t.places, items, ...more}];
}

/** The story's annotations that begin within the window, the most telling where there are many. */
function turnsBlock([from, to]: Period, {story}: Loaded, i18n: I18n): Block[] {
  const t = HANDOUT[i18n.lang].text;
  const within = story.annotations.flatMap(({time, text, rank}) => {
    const {start = null, end = null} = parsePeriod(time) ?? {};
    return start === null || end === null || start < from || start >= to ? [] : [{start, end, text, rank}];
  });
  const items = within
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_TURNS)
    .sort((a, b) => a.start - b.start)
    .map(({start, end, text}): Item => {
      const date = end - start <= DAY ? i18n.date(start, "dayYear") : i18n.period(start, end);
      return {text: t.pair(date, said(i18n.text(text), i18n.dir))};
    });
  return items.length === 0 ? [] : [{kind: "list", heading: t.turns, items}];
}

function sourcesBlock(cited: ReturnType<typeof citedIn>["cited"], whole: boolean, i18n: I18n): Block[] {
  if (cited.length === 0) return [];
  const t = HANDOUT[i18n.lang].text;
  const items = cited.slice(0, MOST_SOURCES).map(({publisher, date, url}): Item => {
    const name = t.from(said(publisher, i18n.dir, 200), date);
    return {text: url === null ? `${name} (${t.noAddress})` : name, url: url ?? undefined};
  });
  const left = cited.length - items.length;
  const more = !whole ? t.moreSourcesUncounted : left > 0 ? t.moreSources(i18n.number(left)) : undefined;
  return [{kind: "list", heading: t.sources, items, numbered: true, ...(more !== undefined && {more})}];
}

function compiledText({story}: Loaded, i18n: I18n): string {
  const stamp = parseDate(story.compiled ?? "", UTC);
  return stamp === null ? "" : HANDOUT[i18n.lang].text.compiled(i18n.date(stamp.ms, "dayYear"));
}
