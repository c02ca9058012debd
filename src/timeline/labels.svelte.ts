import {COUNTER, SERIES} from "../data/dataset.ts";
import {DAY} from "../data/calendar.ts";
import {binAt} from "./columns.ts";
import {ANNOTATIONS} from "./layout.ts";
import type {Plot} from "./plot.svelte.ts";
import {LEADER, solve} from "./solve.ts";
import {shapesOf, tokensOf, type Token} from "./wrap.ts";

const WIDEST = 168;
const MOST_SLACK = 12;
const LONG = 400 * DAY;

/** One annotation in its place over the plot. */
export interface PlacedLabel {
  key: number;
  start: number;
  end: number;
  span: boolean;
  counter: boolean;
  events: readonly string[];
  date: string;
  text: string;
  lines: Token[][];
  side: "left" | "right";
  /** Of the leader. */
  x: number;
  top: number;
  foot: number;
  slack: number;
  /** Left and width of the text. */
  from: number;
  width: number;
}

/** The story's annotations, wrapped and placed for the room and the language; the same whatever the window. */
export class Labels {
  #plot: Plot;

  constructor(plot: Plot) {
    this.#plot = plot;
  }

  #formats = $derived.by(() => {
    const {i18n, session} = this.#plot;
    const [from, to] = session.axis.whole;
    const year = to - from > LONG ? ({year: "numeric"} as const) : {};
    return new Intl.DateTimeFormat(i18n.locale, {day: "numeric", month: "short", ...year, timeZone: "UTC"});
  });

  date(start: number, end: number, span: boolean): string {
    const {i18n, session} = this.#plot;
    const [from, to] = session.axis.whole;
    if (span) return this.#formats.formatRange(start, end - DAY).replace(/^(\d+)\s*–\s*(\d+)/, "$1–$2");
    return i18n.date(start, to - from > LONG ? "dayShortYear" : "dayShort");
  }

  readonly placed: readonly PlacedLabel[] = $derived.by(() => {
    const {annotations, geometry, scale, size, i18n, ruler} = this.#plot;
    const cut = size === "phone";
    const measure = (text: string, strong: boolean) => ruler.width(text, 12, strong ? 650 : 400);
    const slack = Math.min(scale.length(DAY) / 2, MOST_SLACK);
    const all = annotations.flatMap((found, key) => {
      const {annotation, start, end, span} = found;
      const x = scale.x(Math.min(start + DAY / 2, (start + end) / 2));
      if (x < geometry.left || x > geometry.right) return [];
      const full = i18n.text(annotation.text);
      const text = cut ? full.split(/\s*[:：]/)[0]! : full;
      const date = this.date(start, end, span);
      const tokens = tokensOf(cut && span ? "" : date, text);
      const shapes = shapesOf(tokens, measure, geometry.lines, WIDEST);
      return [{...found, key, x, text: full, date, shapes}];
    });
    const solved = solve(
      all.map(({x, shapes, annotation, span}) => ({
        x,
        rank: annotation.rank,
        slack: span ? 0 : slack,
        shapes: shapes.map(({lines, width}) => ({lines: lines.length, width})),
      })),
      {
        tiers: geometry.tiers.length,
        from: 0,
        to: geometry.width,
        reading: i18n.dir === "rtl" ? "left" : "right",
        most: ANNOTATIONS[size],
      },
    );
    return solved.map(({label, tier, side, shape}) => {
      const {key, annotation, start, end, span, x, text, date, shapes} = all[label]!;
      const {lines, width} = shapes[shape]!;
      return {
        key,
        start,
        end,
        span,
        counter: SERIES.indexOf(annotation.series) === COUNTER,
        events: annotation.events,
        date,
        text,
        lines,
        side,
        x,
        top: geometry.tiers[tier]!,
        foot: this.#foot(start, span),
        slack: side === "right" ? slack : 0,
        from: side === "right" ? x + LEADER : x - LEADER - width,
        width,
      };
    });
  });

  /** Where a leader ends: clear above its day's column, at the top of the band for a span, at the plot in lanes. */
  #foot(start: number, span: boolean): number {
    const {geometry, edges, lanesOn} = this.#plot;
    if (lanesOn) return geometry.top;
    if (span) return this.bandTop;
    const bin = binAt(edges, start);
    const height = bin === -1 ? 0 : this.#plot.columnHeight(bin);
    return Math.min(geometry.baseline - 14, geometry.baseline - height - 5);
  }

  readonly bandTop: number = $derived.by(() => this.#plot.geometry.top + (this.#plot.narrow ? 6 : 10));

  /** The label of the playhead's own day, which has the playhead for its leader; -1 for none. */
  readonly active: number = $derived.by(() => {
    const {playhead} = this.#plot.session.selection;
    return this.placed.findIndex(({start, span}) => !span && playhead > start && playhead <= start + DAY);
  });
  /** Whether the playhead stands close enough to be drawn as the leader. */
  readonly joined: boolean = $derived.by(() => {
    const label = this.placed[this.active];
    if (label === undefined) return false;
    const {x1} = this.#plot.window;
    return Math.abs(x1 - label.x) <= MOST_SLACK && x1 <= this.#plot.geometry.right;
  });
  /** Top of the playhead's line. */
  readonly headTop: number = $derived.by(() =>
    this.joined ? this.placed[this.active]!.top : this.#plot.geometry.top - (this.#plot.narrow ? 0 : 2),
  );
}
