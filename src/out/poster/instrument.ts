import {CELLS} from "../../data/rowMarks.ts";
import {PICTURE} from "../../i18n/picture.ts";
import type {Session} from "../../state/session.svelte.ts";
import {stepsAt} from "../../still/timelineOf.ts";
import {figureTicks, stepPath} from "../../timeline/figures.ts";
import {Labels, type PlacedLabel} from "../../timeline/labels.svelte.ts";
import {LINE} from "../../timeline/layout.ts";
import {Plot} from "../../timeline/plot.svelte.ts";
import {axisTicks} from "../../timeline/ticks.ts";
import type {Box, Size} from "../../ui/layout.ts";
import type {Item, TextItem} from "../drawing/drawing.ts";
import {hundredth} from "../../still/rounded.ts";
import {ColumnItems} from "./columns.ts";
import type {Page} from "./page.ts";
import {statedItems} from "./stated.ts";

/** Px of the rail under the axis, which a picture has not. */
const RAIL = 28;
const MINUTE = 60_000;

/** The timeline of a picture. Time runs from left to right in every language. */
export class Instrument {
  #page: Page;
  #box: Box;
  #plot: Plot;
  #columns: ColumnItems;
  #labels: Labels;
  readonly ground: Item[];

  constructor(page: Page, session: Session, box: Box, size: Size) {
    this.#page = page;
    this.#box = box;
    this.#plot = new Plot(session, page.i18n, () => ({size, width: box.width, height: box.height + RAIL}));
    this.#columns = new ColumnItems(this.#plot, page.inks);
    this.#labels = new Labels(this.#plot);
    this.ground = [this.#placed(this.#fixed())];
  }

  moment(): Item[] {
    return [this.#placed(this.#moving())];
  }

  #placed(items: Item[]): Item {
    return {kind: "group", x: this.#box.x, y: this.#box.y, items};
  }

  #text(text: string, x: number, y: number, fill: string, anchor: TextItem["anchor"] = "left"): TextItem {
    return {
      kind: "text",
      x,
      y,
      runs: [{text}],
      family: "sans",
      size: 11,
      weight: 400,
      fill,
      anchor,
      dir: this.#page.i18n.dir,
    };
  }

  #fixed(): Item[] {
    const {inks, i18n} = this.#page;
    const plot = this.#plot;
    const {geometry, scale, points} = plot;
    const {left, right, baseline, foot, axisY} = geometry;
    const clamp = (x: number) => Math.max(left, Math.min(right, x));
    const bands = plot.annotations
      .filter(({span}) => span)
      .map(({start, end}): Item => {
        const [x, to] = [clamp(scale.x(start)), clamp(scale.x(end))];
        const y = this.#labels.bandTop;
        return {kind: "rect", x, y, width: to - x, height: baseline - y, fill: inks.ink, opacity: 0.055};
      });
    const totals = points.length === 0 ? [] : figureTicks(plot.totalsTop, 3);
    const grid = totals.map((n) => `M${left} ${crisp(plot.valueY(n))}H${right}`).join("");
    const ticks = axisTicks(plot.extent, {
      scale,
      left,
      right,
      format: (time, format) => i18n.date(time, format),
      measure: (text) => this.#page.measure(text, {size: 11, weight: 400}),
      short: plot.narrow,
    });
    const lines = ticks.filter(({line}) => line).map(({x}) => `M${hundredth(x)} ${baseline}v${foot + 4}`);
    const {primary, counter, total} = plot.words;
    const x = right + 6;
    return [
      ...bands,
      {kind: "path", d: grid, stroke: inks.rule},
      ...this.#columns.items(0, plot.edges.length - 1, false),
      {kind: "path", d: `M${left} ${baseline}H${right}`, stroke: inks.ink},
      {kind: "path", d: lines.join(""), stroke: inks.ctl},
      ...(points.length === 0 ? [] : [{kind: "path" as const, d: stepPath(points), stroke: inks.ctl, thick: 1.4}]),
      ...points.map((at): Item => ({kind: "circle", ...at, r: 2.6, fill: inks.paper, stroke: inks.ctl, thick: 1.2})),
      ...ticks
        .filter(({text}) => text !== "")
        .map(({x, text, line}) => this.#text(text, x + (line ? 5 : 0), axisY + 4, inks.muted)),
      ...totals
        .filter((n) => plot.valueY(n) + 4 - this.#totalY(totals) >= 12.5)
        .map((n) => this.#text(i18n.number(n), x, plot.valueY(n) + 4, inks.muted)),
      ...(totals.length === 0 ? [] : [this.#text(total, x, this.#totalY(totals), inks.muted)]),
      this.#text(primary, x, baseline - 6, inks.attack),
      ...(plot.hasCounter ? [this.#text(counter, x, baseline + 12, inks.strike)] : []),
    ];
  }

  /** What the columns beyond the playhead are; none where there are none. */
  #later(): Item[] {
    const {inks, i18n} = this.#page;
    const {counts, edges, litTo, geometry} = this.#plot;
    const {right, axisY} = geometry;
    const from = litTo * CELLS;
    if (litTo >= edges.length - 1 || !counts.subarray(from).some((n) => n > 0)) return [];
    return [this.#text(PICTURE[i18n.lang].later, right + 6, axisY + 4, inks.muted)];
  }

  #totalY(totals: readonly number[]): number {
    const {geometry, totalsTop, valueY} = this.#plot;
    return Math.max(geometry.top + 0.5, Math.min(geometry.top + 4, valueY(totals.at(-1) ?? totalsTop) - 7.5));
  }

  #moving(): Item[] {
    const {inks} = this.#page;
    const plot = this.#plot;
    const {geometry, scale} = plot;
    const {left, right, top, baseline, foot} = geometry;
    const clamp = (x: number) => Math.max(left, Math.min(right, x));
    const {window, playhead} = plot.session.selection;
    const [from, to] = [clamp(scale.x(window[0])), clamp(scale.x(window[1]))];
    const {pastPath, past, stated} = stepsAt(plot, hundredth(to));
    const isInside = scale.x(playhead) >= left && scale.x(playhead) <= right;
    const dots = past.filter(({x}) => x >= left - 4);
    return [
      {
        kind: "rect",
        x: from,
        y: top,
        width: to - from,
        height: baseline + foot - top,
        fill: inks.attack,
        opacity: 0.05,
      },
      ...this.#columns.items(plot.litFrom, plot.litTo, true),
      {kind: "path", d: `M${from} ${baseline}H${to}`, stroke: inks.ink},
      ...this.#annotations(playhead),
      ...(pastPath === ""
        ? []
        : [
            {
              kind: "group" as const,
              clip: {x: left - 1, y: 0, width: right - left + 2, height: geometry.height},
              items: [
                {kind: "path" as const, d: pastPath, stroke: inks.paper, thick: 5, join: "round" as const},
                {kind: "path" as const, d: pastPath, stroke: inks.ink, thick: 2, join: "round" as const},
              ],
            },
          ]),
      ...this.#later(),
      ...dots.map((dot): Item => ({kind: "circle", ...dot, r: 2.6, fill: inks.paper, stroke: inks.ink, thick: 1.5})),
      ...(isInside
        ? [
            {
              kind: "path" as const,
              d: `M${hundredth(to)} ${this.#labels.headTop}V${baseline + foot}`,
              stroke: inks.ink,
              thick: 2,
            },
          ]
        : []),
      ...(isInside && stated !== null
        ? statedItems(this.#page, plot, this.#labels.placed, {x: to, y: plot.valueY(stated.value)}, stated)
        : []),
    ];
  }

  #annotations(playhead: number): Item[] {
    const {inks} = this.#page;
    const {placed, active, joined} = this.#labels;
    return placed.flatMap((label, i): Item[] => {
      const {x, top, foot, start, counter} = label;
      const isLater = start + MINUTE > playhead;
      const words = this.#words(label, isLater, i === active);
      // The playhead is the leader of its own day's.
      if (i === active && joined) return words;
      const stroke = isLater ? inks.ctl : counter ? inks.strike : inks.ink2;
      return [{kind: "path", d: `M${hundredth(x)} ${hundredth(top)}V${hundredth(foot)}`, stroke}, ...words];
    });
  }

  #words({lines, from, width, top, counter}: PlacedLabel, isLater: boolean, isNow: boolean): Item[] {
    const {inks, i18n} = this.#page;
    const rtl = i18n.dir === "rtl";
    const strong = {weight: 650, fill: isLater ? inks.muted : counter ? inks.strike : isNow ? inks.attack : inks.ink};
    return lines.map((line, i) => {
      const runs = line.map(({text, strong: stands}, at) => ({
        text: at < line.length - 1 ? `${text} ` : text,
        ...(stands && strong),
      }));
      return {
        kind: "text",
        x: rtl ? from + width : from,
        y: top + 11 + i * LINE,
        runs,
        family: "sans",
        size: 12,
        weight: 400,
        fill: isLater ? inks.muted : inks.ink2,
        anchor: rtl ? "right" : "left",
        dir: i18n.dir,
      };
    });
  }
}

const crisp = (y: number): number => Math.round(y) + 0.5;
