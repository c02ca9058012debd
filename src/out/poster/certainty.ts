import {CERTAINTIES, COUNTER, type Certainty} from "../../data/dataset.ts";
import type {Session} from "../../state/session.svelte.ts";
import type {Item} from "../drawing/drawing.ts";
import {fillOf} from "./marks.ts";
import {boxAt, textAt, widthOfLine, type Page, type Style} from "./page.ts";

/** One look of the columns, and how many rows of the window have it. */
interface Look {
  name: Certainty | "counter";
  words: string;
  short: string;
  count(): number;
  items(x: number, middle: number): Item[];
}

const SWATCH = 13;
const LINE = 19;
const GAP = 5;
const APART = 12;

/** The looks that the window has when this is called; none for what the record does not say. */
export function looksOf(page: Page, session: Session): Look[] {
  const {inks, i18n} = page;
  const {loaded, selection} = session;
  const {counts} = selection;
  if (loaded === null || counts === null) return [];
  const {aggregates} = counts;
  const {certainty, certaintyShort} = i18n.t.common;
  const graded = loaded.mapping.certainty === undefined ? [] : CERTAINTIES;
  const looks: Look[] = graded.map((name, code) => ({
    name,
    words: certainty[name],
    short: certaintyShort[name],
    count: () => selection.counts!.aggregates.shownByCertainty[code]!,
    items: (x, middle) => {
      const edge = name === "official" ? 0 : name === "claim" ? 1.3 : 1;
      const box = {x: x + edge / 2, y: middle - 5.5 + edge / 2, width: SWATCH - edge, height: 11 - edge};
      const fill = fillOf(name, "attack", inks, inks.paper);
      return [{kind: "rect", ...box, fill, stroke: edge === 0 ? undefined : inks.attack, thick: edge}];
    },
  }));
  const label = i18n.text(loaded.story.series?.counter?.label);
  if (aggregates.bySeries[COUNTER]! > 0 && label !== "")
    looks.push({
      name: "counter",
      words: label,
      short: label,
      count: () => selection.counts!.aggregates.bySeries[COUNTER]!,
      items: (x, middle) => [{kind: "rect", x: x + 1, y: middle - 5.5, width: 11, height: 11, fill: inks.strike}],
    });
  return looks.filter((look) => look.count() > 0);
}

export interface Key {
  height: number;
  ground: Item[];
  moment(): Item[];
}

/** Looks under one another, each with its words, a bar and its count. */
export function listOf(page: Page, looks: readonly Look[], start: number, top: number, width: number): Key {
  const {inks, i18n} = page;
  const style: Style = {family: "sans", size: 12.5, weight: 400, fill: inks.ink, leading: LINE};
  const bold: Style = {...style, weight: 650};
  const most = Math.max(1, ...looks.map((look) => look.count()));
  const digits = Math.max(...looks.map((look) => page.measure(i18n.number(look.count()), bold)), 18);
  const room = width - SWATCH - GAP - digits - 12;
  const words = looks.map((look) => {
    const fits = widthOfLine(page, [{text: look.words}], style) <= room;
    return fits ? look.words : look.short;
  });
  const wide = Math.max(...words.map((text) => widthOfLine(page, [{text}], style)));
  const bar = Math.min(96, room - wide - 12);
  const middle = (i: number) => top + LINE * (i + 0.5);
  return {
    height: looks.length * LINE,
    ground: looks.flatMap((look, i): Item[] => {
      const swatch = boxAt(page, start, 0, SWATCH, 0);
      const text = [{text: words[i]!}];
      return [...look.items(swatch.x, middle(i)), textAt(page, text, start + SWATCH + GAP, middle(i) + 4.5, style)];
    }),
    moment: () =>
      looks.flatMap((look, i): Item[] => {
        const n = look.count();
        const long = bar > 16 ? Math.min(1, n / most) * bar : 0;
        const ink = look.name === "counter" ? inks.strike : inks.ctl;
        const number = textAt(page, [{text: i18n.number(n)}], start + width, middle(i) + 4.5, bold, "end");
        if (long === 0) return [number];
        const from = start + width - digits - 10 - bar;
        return [{kind: "rect", ...boxAt(page, from, middle(i) - 2, long, 4), fill: ink}, number];
      }),
  };
}

/** Looks beside one another, in as many lines as they need. */
export function chipsOf(page: Page, looks: readonly Look[], start: number, top: number, width: number): Key {
  const {inks, i18n} = page;
  const style: Style = {family: "sans", size: 12, weight: 400, fill: inks.ink, leading: LINE};
  const bold: Style = {...style, weight: 650};
  let [at, line] = [0, 0];
  const chips = looks.map((look) => {
    const words = widthOfLine(page, [{text: look.short}], style);
    const wide = SWATCH + GAP + words + 5 + page.measure(i18n.number(look.count()), bold);
    if (at > 0 && at + wide > width) [at, line] = [0, line + 1];
    const chip = {look, from: start + at, words, middle: top + LINE * (line + 0.5)};
    at += wide + APART;
    return chip;
  });
  return {
    height: looks.length === 0 ? 0 : (line + 1) * LINE,
    ground: chips.flatMap(({look, from, middle}): Item[] => [
      ...look.items(boxAt(page, from, 0, SWATCH, 0).x, middle),
      textAt(page, [{text: look.short}], from + SWATCH + GAP, middle + 4.3, style),
    ]),
    moment: () =>
      chips.map(({look, from, words, middle}) =>
        textAt(page, [{text: i18n.number(look.count())}], from + SWATCH + GAP + words + 5, middle + 4.3, bold),
      ),
  };
}
