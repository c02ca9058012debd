import {DAY} from "../data/calendar.ts";
import {PRIMARY} from "../data/dataset.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import {rich, strong, type Part} from "../i18n/rich.ts";
import type {Session} from "../state/session.svelte.ts";
import type {Told} from "../state/told.svelte.ts";

/**
 * What a window holds, that of the view unless another is given, in words: counts of rows that pass, and the stated total of others, kept apart.
 * `lead` stops where the certainty key goes on.
 */
export function sentence(
  session: Session,
  i18n: I18n,
  length: "long" | "short" | "lead",
  {window, tally}: Pick<Told, "window" | "tally"> = atOnce(session),
): Part[] {
  const {loaded, selection} = session;
  const short = length !== "long";
  if (loaded === null || tally === null) return [];
  const words = i18n.t.common.record;
  const [start, end] = window;
  const count = tally.bySeries[PRIMARY]!;
  const {from, to} = ends(i18n, start, end, loaded.bare === true, short);
  const noun = i18n.noun(count, loaded.story.series?.primary?.noun);
  const counted = boldFirst(`${i18n.number(count)} ${noun}`);
  const parts: Part[] = [];
  if (selection.isFiltered) parts.push(words.filtered, " ");
  if (count === 0) parts.push(...words.none(from, to, i18n.noun(0, loaded.story.series?.primary?.noun)));
  else if (short) parts.push(...words.short(counted, from));
  else if (end - start <= DAY) parts.push(...words.leadDay(from, counted));
  else parts.push(...words.lead(from, to, counted));

  const [official, media, claim, disputed] = tally.shownByCertainty as unknown as [number, number, number, number];
  const graded = loaded.mapping.certainty !== undefined && count > 0;
  if (length === "lead" && loaded.mapping.certainty !== undefined) return [...parts, words.colon];
  if (graded && short) {
    if (official > 0) parts.push(...words.shortOfficial(i18n.number(official), official));
    parts.push(words.stop);
  } else if (graded) {
    const rest: Part[][] = [];
    if (media > 0) rest.push(words.media(i18n.number(media), media));
    if (claim > 0) rest.push((media > 0 ? words.claim : words.claimAlone)(i18n.number(claim), claim));
    if (disputed > 0) rest.push(words.disputed(i18n.number(disputed), disputed));
    if (official > 0) parts.push(" ", ...words.official(i18n.number(official), official));
    if (rest.length > 0) parts.push(official > 0 ? words.semicolon : " ");
    rest.forEach((piece, i) => parts.push(...(i === 0 ? [] : [words.comma]), ...piece));
    if (official > 0 || rest.length > 0) parts.push(words.stop);
  } else if (short && count > 0) parts.push(words.stop);

  const total = loaded.totals.before(end);
  if (total !== null && !selection.isFiltered) {
    const label = i18n.text(loaded.story.totals!.label);
    parts.push(" ", ...(short ? words.shortTotal : words.total)(label, i18n.number(total.value)));
  }
  return parts;
}

const atOnce = ({selection: {window, counts}}: Session) => ({window, tally: counts?.aggregates ?? null});

/** The first and last day in words, the year only where the two differ in it, or where nothing else on the page says it. */
function ends(i18n: I18n, start: number, end: number, dated: boolean, short: boolean): {from: string; to: string} {
  const last = Math.max(start, end - 1);
  const sameYear = new Date(start).getUTCFullYear() === new Date(last).getUTCFullYear();
  const alone = short || end - start <= DAY;
  return {
    from: i18n.date(start, sameYear && !(dated && alone) ? "day" : "dayYear"),
    to: i18n.date(last, sameYear && !dated ? "day" : "dayYear"),
  };
}

/** `90 reports of attacks` with the number and its noun standing out. */
function boldFirst(text: string): Part[] {
  const second = text.indexOf(" ", text.indexOf(" ") + 1);
  return second === -1 ? [strong(text)] : rich`${strong(text.slice(0, second))}${text.slice(second)}`;
}
