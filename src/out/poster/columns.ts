import {CELLS} from "../../data/rowMarks.ts";
import {CERTAINTIES} from "../../data/dataset.ts";
import {barRects} from "../../timeline/bars.ts";
import {blockRect, type Rect} from "../../timeline/columns.ts";
import type {Plot} from "../../timeline/plot.svelte.ts";
import type {Inks} from "../../still/inks.ts";
import {EDGES} from "../../still/mapOf.ts";
import type {Fill, Item} from "../drawing/drawing.ts";
import {hundredth} from "../../still/rounded.ts";
import {fillOf} from "./marks.ts";

const CLASSES = CERTAINTIES.length;

/** The columns of a timeline: a mark for each report or, where those are too many, bars. They are worked out once; what is lit is asked for. */
export class ColumnItems {
  #plot: Plot;
  #inks: Inks;
  /** SVG paths by cell and column. */
  #paths: string[][];

  constructor(plot: Plot, inks: Inks) {
    this.#plot = plot;
    this.#inks = inks;
    const bins = plot.edges.length - 1;
    this.#paths = Array.from({length: CELLS}, () => Array<string>(bins).fill(""));
    if (plot.blocks) this.#takeBlocks(bins);
    else this.#takeBars(bins);
  }

  #edge(cell: number, width: number): number {
    const edge = EDGES[CERTAINTIES[cell % CLASSES]!];
    return this.#plot.blocks ? Math.min(edge, width * 0.3) : Math.min(edge, 0.6);
  }

  #takeBlocks(bins: number): void {
    const {counts, measures} = this.#plot;
    for (let bin = 0; bin < bins; bin++) {
      const level = {above: 0, below: 0};
      for (let cell = 0; cell < CELLS; cell++) {
        const counter = cell >= CLASSES;
        for (let n = counts[bin * CELLS + cell]!; n > 0; n--) {
          const at = counter ? level.below++ : level.above++;
          this.#add(cell, bin, blockRect(measures, {row: -1, bin, level: at, counter}));
        }
      }
    }
  }

  #takeBars(bins: number): void {
    const {counts, measures} = this.#plot;
    for (let bin = 0; bin < bins; bin++) {
      // One column alone, so that it keeps its number.
      const edges = measures.edges.subarray(bin, bin + 2);
      const rects = barRects({...measures, edges}, counts.subarray(bin * CELLS, (bin + 1) * CELLS));
      rects.forEach(([x, y, width, height], cell) => {
        if (x !== undefined) this.#add(cell, bin, {x, y: y!, width: width!, height: height!});
      });
    }
  }

  #add(cell: number, bin: number, {x, y, width, height}: Rect): void {
    const inset = this.#edge(cell, width) / 2;
    const [w, h] = [Math.max(0.3, width - 2 * inset), Math.max(0.3, height - 2 * inset)];
    this.#paths[cell]![bin] +=
      `M${hundredth(x + inset)} ${hundredth(y + inset)}h${hundredth(w)}v${hundredth(h)}h${-hundredth(w)}z`;
  }

  /** Columns `[from, to)` in the colours of their series, or, not `lit`, in those of what is still to come. */
  items(from: number, to: number, lit: boolean): Item[] {
    const inks = this.#inks;
    const plot = this.#plot;
    const width = plot.scale.length(plot.edges[1]! - plot.edges[0]!) * 0.8;
    return this.#paths.flatMap((paths, cell): Item[] => {
      const d = paths.slice(Math.max(0, from), Math.max(0, to)).join("");
      if (d === "") return [];
      const certainty = CERTAINTIES[cell % CLASSES]!;
      const hue = cell < CLASSES ? "attack" : "strike";
      const edge = this.#edge(cell, width);
      const later: Fill = certainty === "official" ? inks.fut : certainty === "media" ? inks["fut-light"] : inks.paper;
      return [
        {
          kind: "path",
          d,
          fill: lit ? fillOf(certainty, hue, inks, inks.paper) : later,
          stroke: edge > 0 ? (lit ? inks[hue] : inks.fut) : undefined,
          thick: edge,
          dash: !lit && certainty === "disputed" && plot.blocks ? [2, 1.6] : undefined,
        },
      ];
    });
  }
}
