import {CROWD} from "../../i18n/crowd.ts";
import {DIAMOND, diamond} from "../../map/glyphs.ts";
import {scaleLines, scaleSteps} from "../../map/legend.ts";
import type {Scene} from "../../map/scene.svelte.ts";
import {sparkPitch, type SparkUnit} from "../../map/sparks.ts";
import type {Session} from "../../state/session.svelte.ts";
import type {Item} from "../drawing/drawing.ts";
import type {Ramp} from "./cells.ts";
import {SAMPLE_SCALE, sparkItems} from "./names.ts";
import {leftOf, textAt, widthOfLine, type Page, type Style} from "./page.ts";

export interface KeyInput {
  page: Page;
  session: Session;
  scene: Scene;
  /** What a bar of a place's little history stands for; null where there are none. */
  spark: SparkUnit | null;
  ramps: readonly Ramp[];
  start: number;
  width: number;
  /** Where the letters of its last line stand. */
  foot: number;
}

export interface MapKey {
  items: Item[];
  /** Room that it takes. */
  width: number;
  height: number;
}

const SAMPLE = [1, 2, 3, 2, 4, 3, 1.5];
const LINE = 11;
const GAP = 7;
const APART = 18;

/** One sign of a key, drawn from its left end on the line that letters stand on, and its words. */
interface Entry {
  width: number;
  height: number;
  items: (left: number, foot: number) => Item[];
  words: string;
}

/** The key to what is on the map, in as many lines as it needs. What is wider than a line is left out. */
export function mapKeyOf(input: KeyInput): MapKey {
  const {page, start, width, ramps} = input;
  const style: Style = {family: "sans", size: 11.5, weight: 400, fill: page.inks.ink2, leading: 15};
  const entries = ramps.length > 0 ? rampEntries(input, style) : markEntries(input, style);
  const lines: {entry: Entry; at: number; wide: number}[][] = [];
  for (const entry of entries) {
    const wide = entry.width + GAP + widthOfLine(page, [{text: entry.words}], style);
    const last = lines.at(-1)?.at(-1);
    const at = last === undefined ? 0 : last.at + last.wide + APART;
    if (wide > width) continue;
    if (last === undefined || at + wide > width) lines.push([{entry, at: 0, wide}]);
    else lines.at(-1)!.push({entry, at, wide});
  }
  const items: Item[] = [];
  let foot = input.foot;
  for (const line of lines.reverse()) {
    for (const {entry, at} of line) {
      const left = leftOf(page, start + at) - (page.i18n.dir === "rtl" ? entry.width : 0);
      const words = textAt(page, [{text: entry.words}], start + at + entry.width + GAP, foot, style);
      items.push(...entry.items(left, foot), {...words, halo: {colour: page.inks.paper, thick: 3}});
    }
    foot -= Math.max(...line.map(({entry}) => entry.height)) + 3;
  }
  const widest = Math.max(0, ...lines.flat().map(({at, wide}) => at + wide));
  return {items, width: widest, height: input.foot - foot};
}

function markEntries({page, session, scene, spark}: KeyInput, style: Style): Entry[] {
  const {inks, i18n} = page;
  const words = i18n.t.map.legend;
  const story = session.loaded?.story;
  const label = i18n.text(story?.series?.primary?.label) || i18n.t.common.event(5);
  const entries: Entry[] = [];
  const steps = scaleSteps(scene.key.most).map((n) => ({n, r: scene.k * Math.sqrt(n)}));
  const big = steps[0]?.r ?? 0;
  if (steps.length > 0) {
    const lines = scaleLines(
      steps.map(({r}) => r),
      LINE,
    );
    const digits = Math.max(...steps.map(({n}) => page.measure(i18n.number(n), {size: 11, weight: 400})));
    const numbered = steps.length > 1 && 2 * big > LINE * 1.4;
    entries.push({
      width: 2 * big + (numbered ? 16 + digits : 0),
      height: Math.max(2 * big, numbered ? lines.at(-1)! + 4 : 0, 15),
      words: words.atPlace(label),
      items: (left, foot) =>
        steps.flatMap(({n, r}, i): Item[] => {
          const top = foot + 2 - 2 * r;
          const x = left + big;
          const line = Math.min(foot + 2, foot + 2 - 2 * big + lines[i]! + 1);
          const circle: Item = {kind: "circle", x, y: top + r, r, stroke: inks.attack, thick: 1.2};
          if (!numbered) return [circle];
          return [
            circle,
            {
              kind: "path",
              d: `M${x + 3} ${top}H${left + 2 * big + 4}L${left + 2 * big + 9} ${line}h3`,
              stroke: inks.muted,
              thick: 0.8,
              dash: [1.5, 2],
            },
            {
              kind: "text",
              x: left + 2 * big + 15,
              y: line + 4,
              runs: [{text: i18n.number(n)}],
              family: "sans",
              size: 11,
              weight: 400,
              fill: style.fill,
              anchor: "left",
              dir: "ltr",
              halo: {colour: inks.paper, thick: 2.4},
            },
          ];
        }),
    });
  }
  if (spark !== null) {
    const {pitch, width} = sparkPitch(SAMPLE.length);
    entries.push({
      width: SAMPLE.length * pitch,
      height: 16,
      words: words.each[spark](label),
      items: (left, foot) => sparkItems(SAMPLE, left, foot + 1, {pitch, width, scale: SAMPLE_SCALE}, page),
    });
  }
  if (scene.key.hasHalo)
    entries.push({
      width: 19,
      height: 17,
      words: words.coarse,
      items: (left, foot) => [
        {kind: "circle", x: left + 9.6, y: foot - 4, r: 9.6, fill: inks.attack, opacity: 0.1},
        {kind: "circle", x: left + 9.6, y: foot - 4, r: 9.6, stroke: inks.attack, thick: 1.2, dash: [1.5, 3]},
        {kind: "circle", x: left + 9.6, y: foot - 4, r: 4, fill: inks.land, stroke: inks.attack, thick: 1.3},
      ],
    });
  if (scene.key.hasCounter)
    entries.push({
      width: 11,
      height: 14,
      words: i18n.noun(1, story?.series?.counter?.noun),
      items: (left, foot) => [
        {
          kind: "group",
          x: left + 5.5,
          y: foot - 4,
          items: [{kind: "path", d: diamond(4.6 * DIAMOND), fill: inks.strike}],
        },
      ],
    });
  return entries;
}

function rampEntries({page, session, ramps}: KeyInput, style: Style): Entry[] {
  const {i18n} = page;
  const words = CROWD[i18n.lang];
  const story = session.loaded?.story;
  return ramps.map(({series, shades}) => {
    const texts = shades.map(({least}, i) =>
      i === shades.length - 1 && i > 0 ? words.more(i18n.number(least)) : i18n.number(least),
    );
    const widths = texts.map((text) => Math.max(22, widthOfLine(page, [{text}], {...style, size: 11}) + 6));
    const from = (i: number) => widths.slice(0, i).reduce((sum, each) => sum + each, 0);
    return {
      width: from(widths.length),
      height: 22,
      words: words.cells(i18n.text(story?.series?.[series]?.label) || i18n.t.common.event(5)),
      items: (left, foot) =>
        shades.flatMap(({colour}, i): Item[] => [
          {kind: "rect", x: left + from(i), y: foot - 17, width: widths[i]!, height: 6, fill: colour},
          {
            kind: "text",
            x: left + from(i) + 1,
            y: foot,
            runs: [{text: texts[i]!}],
            family: "sans",
            size: 11,
            weight: 400,
            fill: style.fill,
            anchor: "left",
            dir: i18n.dir,
            halo: {colour: page.inks.paper, thick: 2.4},
          },
        ]),
    };
  });
}
