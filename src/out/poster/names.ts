import {CELLS} from "../../data/rowMarks.ts";
import type {Label} from "../../map/labelling.svelte.ts";
import {SPARK_HEIGHT, sparkBars, sparkEdges, sparkPitch} from "../../map/sparks.ts";
import type {Period} from "../../data/period.ts";
import type {Session} from "../../state/session.svelte.ts";
import {lineOf, shareOf} from "../../still/mapOf.ts";
import type {Item, Run, TextItem} from "../drawing/drawing.ts";
import {hundredth} from "../../still/rounded.ts";
import type {Page} from "./page.ts";

/** Names and little histories on a map, which keep their places while the window moves over `over`. */
export class Names {
  #page: Page;
  #session: Session;
  #labels: readonly Label[];
  #focus: readonly string[];
  #edges: number[];
  #scale: number;
  /** The mark of a place and its name are fixed; what it says follows the window. */
  readonly ground: Item[];

  constructor(page: Page, session: Session, labels: readonly Label[], scale: number, over: Period) {
    this.#page = page;
    this.#session = session;
    this.#labels = labels;
    this.#scale = scale;
    this.#edges = sparkEdges(over).edges;
    this.#focus = session.loaded?.story.focus ?? [];
    this.ground = labels.filter(({place}) => place === -1).flatMap((label) => this.#named(label));
  }

  get hasSparks(): boolean {
    return this.#labels.some(({spark}) => spark !== null);
  }

  #text(label: Label, runs: readonly Run[], look: {fill: string; weight?: number; opacity?: number}): TextItem {
    const {x, y, anchor} = lineOf(label);
    const {inks, i18n} = this.#page;
    const {size, weight, tracking} = label.face;
    return {
      kind: "text",
      x,
      y,
      anchor,
      runs,
      family: "sans",
      size,
      weight: look.weight ?? weight,
      fill: look.fill,
      dir: i18n.dir,
      tracking,
      halo: {colour: inks.land, thick: 3.2},
      opacity: look.opacity,
    };
  }

  #named(label: Label): Item[] {
    const {inks} = this.#page;
    const isFaint = label.kind === "country" && this.#focus.length > 0 && !this.#focus.includes(label.id.slice(-2));
    const text = this.#text(label, [{text: label.name}], {fill: inks.muted, opacity: isFaint ? 0.85 : undefined});
    const halo = {...text, halo: {colour: isFaint ? inks.neighbour : inks.land, thick: 3.2}};
    if (label.kind === "country") return [halo];
    const [x, y] = lineOf(label).dot;
    return [
      label.kind === "city"
        ? {kind: "circle", x, y, r: 1.7, fill: inks.muted}
        : {kind: "circle", x, y, r: 2.4, fill: inks.land, stroke: inks.muted, thick: 1.2},
      halo,
    ];
  }

  /** Of the places that have a row in the window. */
  moment(): Item[] {
    const {inks, i18n} = this.#page;
    const {counts} = this.#session.selection;
    if (counts === null) return [];
    const cells = new Uint32Array(CELLS);
    return this.#labels.flatMap((label): Item[] => {
      if (label.place === -1) return [];
      counts.aggregates.countPlace(label.place, cells.fill(0), 0);
      const all = cells.reduce((sum, n) => sum + n, 0);
      const primary = cells.subarray(0, CELLS / 2).reduce((sum, n) => sum + n, 0);
      if (all === 0) return [];
      const isSingle = label.kind === "single";
      const count = primary >= 2 || label.count !== "" ? `\u00a0\u00a0${i18n.number(primary)}` : "";
      const runs = [{text: label.name}, ...(count === "" ? [] : [{text: count, weight: 400, fill: inks.muted}])];
      return [...this.#spark(label), this.#text(label, runs, {fill: isSingle ? inks.ink2 : inks.ink})];
    });
  }

  #spark({spark, place, placed: {box, stand}}: Label): Item[] {
    const {dataset, counts} = this.#session.selection;
    if (spark === null || dataset === null || counts === null) return [];
    const bars = sparkBars(dataset, counts.aggregates, place, counts.rows, this.#edges);
    const {pitch, width} = sparkPitch(spark.length);
    const left = box.x + (box.width - spark.length * pitch) * shareOf(stand);
    const foot = box.y + box.height;
    return sparkItems(bars, left, foot, {pitch, width, scale: this.#scale}, this.#page);
  }
}

/** Bars on a base line. */
export function sparkItems(
  bars: readonly number[],
  left: number,
  foot: number,
  {pitch, width, scale}: {pitch: number; width: number; scale: number},
  {inks}: Page,
): Item[] {
  const d = bars.map((n, i) => {
    const x = left + i * pitch + (pitch - width) / 2;
    return n === 0
      ? ""
      : `M${hundredth(x)} ${hundredth(foot)}v${hundredth(-n * scale)}h${hundredth(width)}v${hundredth(n * scale)}z`;
  });
  return [
    {kind: "path", d: d.join(""), fill: inks.attack, opacity: 0.9},
    {
      kind: "path",
      d: `M${hundredth(left)} ${hundredth(foot + 0.5)}h${hundredth(bars.length * pitch)}`,
      stroke: inks.ctl,
    },
  ];
}

export const SAMPLE_SCALE = SPARK_HEIGHT / 4;
