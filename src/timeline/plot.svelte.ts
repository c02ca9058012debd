import {binEdges} from "../data/bins.ts";
import {CELLS} from "../data/rowMarks.ts";
import {CERTAINTIES, COUNTER, PRIMARY} from "../data/dataset.ts";
import {parsePeriod} from "../data/period.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import {placeLabel} from "../i18n/labels.ts";
import type {Session} from "../state/session.svelte.ts";
import type {Size} from "../ui/layout.ts";
import {binAt, columnOf, fitsBlocks, stackRows, tallest, type Measures} from "./columns.ts";
import {figurePoints, topOf} from "./figures.ts";
import {addsUp, addUp, fineColumns, sameOr} from "./binning.ts";
import type {Bead, Lane} from "./lanes.ts";
import {ANNOTATIONS, counterHeight, layout, unitHeight, type Geometry} from "./layout.ts";
import {Ruler} from "./ruler.svelte.ts";
import {timeScale} from "./scale.ts";

const LANE = 13.5;
/** Above this many rows in the extent the lanes are drawn as bars. */
const MOST_BEADS = 2000;

/** What the parts of one timeline share: where things stand, and what the columns hold. Nothing here hangs on the window but `window`. */
export class Plot {
  readonly session: Session;
  readonly i18n: I18n;
  readonly ruler: Ruler;
  #box: () => {size: Size; width: number; height: number};

  constructor(session: Session, i18n: I18n, box: () => {size: Size; width: number; height: number}) {
    this.session = session;
    this.i18n = i18n;
    this.#box = box;
    this.ruler = new Ruler(() => i18n.lang);
  }

  readonly size: Size = $derived.by(() => this.#box().size);
  readonly narrow: boolean = $derived(this.size === "phone" || this.size === "mini");
  readonly loaded = $derived.by(() => this.session.loaded);
  readonly story = $derived(this.loaded?.story ?? null);
  readonly dataset = $derived(this.loaded?.dataset ?? null);
  readonly extent = $derived.by(() => this.session.axis.extent);
  readonly unit = $derived.by(() => this.session.axis.unit);
  readonly lanesOn: boolean = $derived.by(
    () => this.session.axis.mode === "lanes" && (this.dataset?.placeCount ?? 0) > 0 && this.size !== "mini",
  );

  readonly hasCounter: boolean = $derived.by(() => {
    const series = this.dataset?.columns.series;
    return series !== undefined && series.includes(COUNTER);
  });

  readonly words = $derived.by(() => {
    const series = this.story?.series;
    return {
      primary: this.i18n.text(series?.primary?.label) || this.i18n.t.common.event(5),
      counter: this.i18n.text(series?.counter?.label),
      total: this.i18n.text(this.story?.totals?.label),
    };
  });

  /** What lays out the lanes; null until they are shown for the first time. */
  #lanes = $state.raw<typeof import("./lanes.ts") | null>(null);
  async loadLanes(): Promise<void> {
    this.#lanes ??= await import("./lanes.ts");
  }
  /** The places in order of their reports; taken once for a record, and only when its lanes are shown. */
  #ranked = $derived.by(() =>
    this.lanesOn && this.dataset !== null ? (this.#lanes?.rankPlaces(this.dataset) ?? null) : null,
  );
  #chosen = (fit: number): Lane[] => (this.#ranked === null ? [] : this.#lanes!.chooseLanes(this.#ranked, fit));
  #names: number = $derived.by(() => {
    if (this.#ranked === null) return 0;
    const most = this.narrow ? 104 : 168;
    const named = this.#chosen(12).map(({place}) => this.laneName(place));
    const widest = Math.max(60, ...named.map((name) => this.ruler.width(name, 12, 500)));
    return Math.min(most, widest + 44);
  });

  /** Px for the words at the axis: a number of its own, so that fonts that come and change nothing have nothing drawn anew. */
  #wordsWidth: number = $derived.by(() => {
    const {primary, counter, total} = this.words;
    return this.narrow ? 0 : Math.max(...[primary, counter, total].map((word) => this.ruler.width(word))) + 10;
  });

  readonly geometry: Geometry = $derived.by(() => {
    const {size, width, height} = this.#box();
    return layout(size, width, height, {
      left: this.#names,
      words: this.#wordsWidth,
      annotated: this.annotations.length > 0,
      counter: this.hasCounter,
    });
  });
  readonly scale = $derived.by(() => timeScale(this.extent, this.geometry.left, this.geometry.right));

  #edges: Float64Array = new Float64Array(1);
  readonly edges: Float64Array = $derived.by(
    () => (this.#edges = sameOr(this.#edges, binEdges(this.extent, this.unit))),
  );
  /** The whole record in fine columns, which those on screen are added up from. */
  readonly fine = $derived.by(() => fineColumns(this.session.axis.whole));
  readonly isFine: boolean = $derived.by(() => addsUp(this.fine.unit, this.unit));
  #fineCounts = $derived.by(() => this.#count(this.fine.edges));
  readonly counts: Uint32Array = $derived.by(() =>
    this.isFine ? addUp(this.#fineCounts, this.fine.edges, this.edges, CELLS) : this.#count(this.edges),
  );
  #count(edges: Float64Array): Uint32Array {
    const {filtered} = this.session.selection;
    if (filtered === null || this.dataset === null) return new Uint32Array((edges.length - 1) * CELLS);
    return filtered.aggregates.binned(edges);
  }
  readonly tallest = $derived(tallest(this.counts));
  /** Each report is a mark of its own; else there are bars. */
  readonly blocks: boolean = $derived.by(() => {
    const middle = (this.edges.length - 1) >> 1;
    return fitsBlocks(this.counts, columnOf({...this.measures, edges: this.edges}, middle).width);
  });
  readonly stacks = $derived.by(() => {
    const {filtered} = this.session.selection;
    if (!this.blocks || filtered === null || this.dataset === null) return null;
    return stackRows(this.dataset, filtered.aggregates, this.edges, this.counts);
  });
  readonly measures: Measures = $derived.by(() => {
    const {baseline} = this.geometry;
    const unit = unitHeight(this.geometry, this.tallest[PRIMARY], this.figures.length > 0 ? 0.6 : 0.85);
    return {
      edges: this.edges,
      scale: this.scale,
      baseline,
      unit,
      counterUnit: counterHeight(this.geometry, this.geometry.unit, this.tallest[COUNTER]),
    };
  });

  readonly lanes = $derived.by(() => {
    const {top, baseline, foot} = this.geometry;
    return this.#chosen(Math.max(2, Math.floor((baseline + foot - top - 4) / LANE)));
  });
  readonly laneHeight: number = $derived.by(() => {
    const {top, baseline, foot} = this.geometry;
    return Math.min(22, (baseline + foot - top - 4) / Math.max(1, this.lanes.length));
  });
  /** Few enough reports for a bead each; else the lanes have bars. */
  readonly isBeaded: boolean = $derived(this.lanesOn && this.counts.reduce((sum, n) => sum + n, 0) <= MOST_BEADS);
  readonly beadRadius: number = $derived.by(() => {
    const pitch = this.scale.length(this.edges[1]! - this.edges[0]!);
    return Math.max(1.8, Math.min(3.6, this.laneHeight * 0.3, pitch * 0.9));
  });
  readonly beads: readonly Bead[] = $derived.by(() => {
    const {filtered} = this.session.selection;
    if (this.dataset === null || filtered === null || !this.isBeaded || this.#lanes === null) return [];
    return this.#lanes.beadsOf(this.dataset, filtered.aggregates, this.lanes, this.edges, this.scale, this.beadRadius);
  });
  laneY(lane: number): number {
    return this.geometry.top + 4 + (lane + 0.5) * this.laneHeight;
  }
  laneName(place: number): string {
    return place === -1 ? this.i18n.t.timeline.otherPlaces : placeLabel(this.dataset!, place, this.i18n);
  }

  readonly figures = $derived.by(() => this.loaded?.totals.figures ?? []);
  readonly totalsTop: number = $derived.by(() => topOf(this.loaded?.totals.max ?? 1));
  readonly valueY = $derived.by(() => {
    const {top, baseline} = this.geometry;
    const k = (baseline - top) / this.totalsTop;
    return (value: number) => baseline - value * k;
  });
  readonly points = $derived.by(() => figurePoints(this.figures, this.scale, this.valueY));

  /** The story's annotations as times, those that cannot be read left out; none where the size has no room. */
  readonly annotations = $derived.by(() => {
    if (ANNOTATIONS[this.size] === 0) return [];
    return (this.story?.annotations ?? []).flatMap((annotation) => {
      const period = parsePeriod(annotation.time);
      return period === null || period.start === null || period.end === null
        ? []
        : [{annotation, start: period.start, end: period.end, span: annotation.time.includes("..")}];
    });
  });

  /** Ends of the window in px, on whole dots of the screen: while time goes slowly most frames change nothing. */
  readonly #x0: number = $derived.by(() => onDot(this.scale.x(this.session.selection.window[0])));
  readonly #x1: number = $derived.by(() => onDot(this.scale.x(this.session.selection.window[1])));
  /** The window in px; `from` and `to` are cut to the plot. */
  readonly window = $derived.by(() => {
    const {left, right} = this.geometry;
    const clamp = (x: number) => Math.max(left, Math.min(right, x));
    return {x0: this.#x0, x1: this.#x1, from: clamp(this.#x0), to: clamp(this.#x1)};
  });
  /** The columns that the window touches, `[from, to)`. */
  readonly litFrom: number = $derived.by(() => {
    const [start] = this.session.selection.window;
    return lowerBin(this.edges, start);
  });
  readonly litTo: number = $derived.by(() => {
    const [, end] = this.session.selection.window;
    return lowerBin(this.edges, end - 1) + 1;
  });
  /** Whether the columns, or the lanes, are bars. */
  readonly barred: boolean = $derived.by(() => (this.lanesOn ? !this.isBeaded : !this.blocks));

  /** The column of a row that is drawn, -1 for none. */
  binOf(row: number): number {
    const {dataset, edges} = this;
    const passes = this.session.selection.filtered?.aggregates.passes(row) ?? false;
    return dataset === null || !passes || dataset.columns.series[row]! > COUNTER
      ? -1
      : binAt(edges, dataset.columns.start[row]!);
  }
  /** Px from the baseline to the top of a column. */
  columnHeight(bin: number): number {
    const first = bin * CELLS;
    let total = 0;
    for (let c = 0; c < CERTAINTIES.length; c++) total += this.counts[first + c] ?? 0;
    return total * this.measures.unit;
  }

  certainty(row: number): (typeof CERTAINTIES)[number] {
    return CERTAINTIES[this.dataset!.columns.certainty[row]!]!;
  }
}

function onDot(px: number): number {
  const ratio = globalThis.devicePixelRatio || 1;
  return Math.round(px * ratio) / ratio;
}

/** The column that holds a time, counted on before the first and after the last. */
function lowerBin(edges: Float64Array, time: number): number {
  if (time < edges[0]!) return -1;
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
