import {Cells} from "../../map/cells.ts";
import {cssColour, readColour} from "../../map/colours.ts";
import {SHADES, shadeOf, shades} from "../../map/density.ts";
import type {Scene} from "../../map/scene.svelte.ts";
import {Spread} from "../../map/spread.ts";
import type {Session} from "../../state/session.svelte.ts";
import type {Inks} from "../../still/inks.ts";
import type {Item} from "../drawing/drawing.ts";
import {hundredth} from "../../still/rounded.ts";

/** Side of a square in units of the page. */
const SIDE = 5;

export interface Ramp {
  series: "primary" | "counter";
  shades: {colour: string; least: number}[];
}

/**
 * Rows counted in squares, where there are too many places for a mark each: at most one path for each shade of each series, whatever the
 * number of rows. The shades are those of the map on screen.
 */
export class Counted {
  #session: Session;
  #spread: Spread | null = null;
  #colours: Record<"primary" | "counter", string[]>;
  #deepest = {primary: 0, counter: 0};

  constructor(session: Session, scene: Scene, inks: Inks) {
    this.#session = session;
    const [land, ink] = [readColour(inks.land), readColour(inks.ink)];
    const ramp = (hue: string) => shades(land, readColour(hue), ink).map(cssColour);
    this.#colours = {primary: ramp(inks.attack), counter: ramp(inks.strike)};
    const {dataset, filtered} = session.selection;
    const {points, camera, width, height, frame, covers} = scene;
    if (dataset === null || filtered === null || points === null) return;
    points.fill();
    const stage = {camera, width, height, frame, covers};
    this.#spread = new Spread(dataset, filtered.aggregates, points, stage, new Cells(stage, SIDE));
    this.moment();
    const {primary, counter} = this.#spread.cells!;
    const deepest = (counts: Int32Array) => shadeOf(counts.reduce((most, n) => Math.max(most, n), 0));
    this.#deepest = {primary: deepest(primary), counter: deepest(counter)};
  }

  /** The shades that there are in the window that it was made in. */
  get ramps(): Ramp[] {
    return (["primary", "counter"] as const)
      .map((series) => ({
        series,
        shades: SHADES.slice(0, this.#deepest[series]).map((least, i) => ({colour: this.#colours[series][i]!, least})),
      }))
      .filter((ramp) => ramp.shades.length > 0);
  }

  moment(): Item[] {
    const spread = this.#spread;
    const cells = spread?.cells ?? null;
    if (spread === null || cells === null) return [];
    spread.moveTo(...(this.#session.selection.rows as [number, number]));
    const paths = new Map<string, string>();
    const {columns, lines, left, top, side, primary, counter} = cells;
    const colourAt = (cell: number): string | undefined => {
      const [above, below] = [primary[cell]!, counter[cell]!];
      if (above + below === 0) return undefined;
      return above >= below ? this.#colours.primary[shadeOf(above) - 1] : this.#colours.counter[shadeOf(below) - 1];
    };
    for (let line = 0; line < lines; line++) {
      for (let column = 0; column < columns;) {
        const colour = colourAt(line * columns + column);
        let end = column + 1;
        while (end < columns && colourAt(line * columns + end) === colour) end++;
        if (colour !== undefined) {
          const d = `M${hundredth(left + column * side)} ${hundredth(top + line * side)}h${(end - column) * side}v${side}h${-(end - column) * side}z`;
          paths.set(colour, (paths.get(colour) ?? "") + d);
        }
        column = end;
      }
    }
    return [...paths].sort().map(([fill, d]) => ({kind: "path", d, fill}));
  }
}
