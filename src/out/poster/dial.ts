import {ceilDay} from "../../data/calendar.ts";
import {tempoAt} from "../../data/tempo.ts";
import type {Session} from "../../state/session.svelte.ts";
import {readoutOf} from "../../story/readout.ts";
import type {Item} from "../drawing/drawing.ts";
import {boxAt, textAt, type Page, type Style} from "./page.ts";

const LATIN_DIGIT = 0.66;

/**
 * The date of the playhead, large: `high` units from the top of its figure to the line that it stands on. Where the picture `moves`, there is
 * room for two digits, so that only a digit changes from day to day; else the figure stands flush.
 */
export function dateItems(
  page: Page,
  session: Session,
  start: number,
  top: number,
  high: number,
  /** How far it may go. */
  until: number,
  /** With the stretch of the window in words. */
  ranged: boolean,
  moves: boolean,
): Item[] {
  const {inks} = page;
  const {figure, month, rest: told, isLong} = readoutOf(session, page.i18n);
  const size = (high / LATIN_DIGIT) * (isLong ? 0.62 : 1);
  const foot = top + high;
  const big: Style = {family: "serif", size, weight: 650, fill: inks.ink, leading: size, tracking: -0.04};
  const small: Style = {
    family: "sans",
    size: !ranged ? Math.max(11, high * 0.19) : 11.5,
    weight: 400,
    fill: inks.ink2,
    leading: 1,
  };
  const step = small.size * 1.32;
  const widest = isLong ? figure.replace(/\d/g, "0") : moves ? "00" : figure;
  const room = page.measure(widest, {size, weight: 650, family: "serif", tracking: big.tracking ?? 0});
  const beside = start + room + high * 0.16;
  const wanted = Math.max(14, high * 0.32);
  const wide = page.measure(month, {size: wanted, weight: 640, family: "serif"});
  const fit = wanted * Math.min(1, (until - beside) / wide);
  const name: Style = {family: "serif", size: fit, weight: 640, fill: inks.ink, leading: 1};
  const range = !ranged ? "" : rangeOf(page, session, until - beside);
  const rest = range === "" ? told : [told.join(" · "), range].filter((text) => text !== "");
  const lines = rest.length;
  return [
    // A figure reads from left to right in every language.
    {
      ...textAt(page, [{text: figure}], isLong ? start : start + room, foot, big, isLong ? "start" : "end"),
      dir: "ltr",
      tracking: big.tracking,
    },
    textAt(page, [{text: month}], beside, foot - lines * step - small.size * 0.12, name),
    ...rest.map((text, i) => textAt(page, [{text}], beside, foot - (lines - 1 - i) * step, small)),
  ];
}

const SMALL: Omit<Style, "fill"> = {family: "sans", size: 11.5, weight: 400, leading: 15};

/** The stretch of the window in words, shorter where they have no room, and none where even that has not. */
function rangeOf({i18n, measure}: Page, {selection: {window}}: Session, width: number): string {
  const texts = (["long", "short"] as const).map((year) => i18n.period(window[0], ceilDay(window[1]), year));
  return texts.find((text) => measure(text, SMALL) <= width) ?? "";
}

/** The stretch of the window as a line of its own. */
export function rangeItem(page: Page, session: Session, start: number, y: number, width: number): Item {
  return textAt(page, [{text: rangeOf(page, session, width)}], start, y, {...SMALL, fill: page.inks.muted});
}

/** Height of the two lines of the tempo. */
export const TEMPO_HEIGHT = 40;

/** How fast things happen: the last stretch against the one before. None where time goes by hours. */
export function tempoItems(page: Page, session: Session, start: number, top: number, width: number): Item[] {
  const {dataset, filtered, playhead} = session.selection;
  if (dataset === null || filtered === null || session.axis.stepUnit === "hour") return [];
  const {inks, i18n} = page;
  const words = i18n.t.common.tempo;
  const tempo = tempoAt(dataset, filtered.aggregates, playhead, session.axis.stepUnit);
  const length = i18n.number(tempo.length);
  const lines = [
    {n: tempo.last, text: words.last[tempo.unit](length), number: inks.ink, bar: inks.attack, fill: inks.ink},
    {n: tempo.before, text: words.before(length), number: inks.ink2, bar: inks.ctl, fill: inks.ink2},
  ];
  const number: Style = {family: "sans", size: 16, weight: 700, fill: inks.ink, leading: 20};
  const label: Style = {family: "sans", size: 12, weight: 400, fill: inks.ink, leading: 20};
  const digits = page.measure("8".repeat(Math.max(2, ...lines.map(({n}) => i18n.number(n).length))), number);
  const wide = Math.max(...lines.map(({text}) => page.measure(text, label)));
  const room = Math.min(72, width - digits - wide - 16);
  const most = Math.max(1, tempo.last, tempo.before);
  return lines.flatMap(({n, text, number: ink, bar, fill}, i): Item[] => {
    const foot = top + 14 + i * 22;
    const long = room > 12 ? (n / most) * room : 0;
    const after = room > 12 ? digits + 8 + room + 8 : digits + 8;
    return [
      textAt(page, [{text: i18n.number(n)}], start + digits, foot, {...number, fill: ink}, "end"),
      ...(long > 0
        ? [{kind: "rect" as const, ...boxAt(page, start + digits + 8, foot - 10, long, 10), fill: bar}]
        : []),
      textAt(page, [{text}], start + after, foot - 1, {...label, fill}),
    ];
  });
}
