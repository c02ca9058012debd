import {BELOW, COLUMN} from "../timeline/columns.ts";
import {figureTicks, stepPath, type Point} from "../timeline/figures.ts";
import {Labels} from "../timeline/labels.svelte.ts";
import {Plot} from "../timeline/plot.svelte.ts";
import {axisTicks} from "../timeline/ticks.ts";
import type {Size} from "../ui/layout.ts";
import {ink} from "./inks.ts";
import {hundredth, tenth} from "./rounded.ts";
import type {Run} from "./stacks.ts";
import type {Telling} from "./telling.ts";

export interface TimelineInput {
  telling: Telling;
  size: Size;
  /** Px of the drawing, with the room for the rail that it has not. */
  width: number;
  height: number;
  /** What the ids of the columns' paths begin with; `runs` are those paths. */
  prefix: string;
  runs: readonly Run[];
  /** Begins the ids of this drawing's own. */
  name: string;
}

const EDGES = {official: 0, media: 0.9, claim: 1.2, disputed: 0.9};
const hueOf = ({counter, lit}: Run): "fut" | "strike" | "attack" => (!lit ? "fut" : counter ? "strike" : "attack");
const tenths = (path: string) => path.replace(/\d+\.\d+/g, (n) => String(tenth(Number(n))));
/** Dots of a round pen. */
const dots = (points: readonly Point[]) => points.map(({x, y}) => `M${tenth(x)} ${tenth(y)}h0`).join("");

/** The columns on either side of the baseline: outlines, and what is in them. Each report is a dash along its column. */
function sidesOf(plot: Plot, {runs, prefix, name}: TimelineInput) {
  const {measures, scale, geometry} = plot;
  const pitch = scale.length(plot.edges[1]! - plot.edges[0]!);
  const first = scale.x(plot.edges[0]!) + pitch / 2;
  /** Each report a dash along its column, `inset` px smaller on every side. */
  function dashes(unit: number, start: number, inset: number) {
    const width = {"stroke-width": hundredth(COLUMN - (2 * inset) / pitch)};
    if (plot.stacks === null) return width;
    const gap = Math.min(1.2, unit * 0.15) / unit;
    const [dash, rest, offset] = [1 - gap - (2 * inset) / unit, gap + (2 * inset) / unit, gap * start + inset / unit];
    return {
      ...width,
      "stroke-dasharray": `${hundredth(dash)} ${hundredth(rest)}`,
      "stroke-dashoffset": hundredth(-offset),
    };
  }
  return [false, true].map((counter) => {
    const unit = counter ? measures.counterUnit : measures.unit;
    const start = counter ? 0 : 0.5;
    const own = runs.map((run, i) => ({...run, id: `${prefix}${i}`})).filter((run) => run.counter === counter);
    return {
      counter,
      transform: `translate(${tenth(first)} ${tenth(geometry.baseline + (counter ? BELOW : 0))})scale(${hundredth(pitch)} ${hundredth(counter ? unit : -unit)})`,
      hatch: `scale(${hundredth(1 / pitch)} ${hundredth(1 / unit)})rotate(45)`,
      isHatched: own.some(({certainty, lit}) => certainty === "disputed" && lit),
      outer: dashes(unit, start, 0),
      runs: own.map((run) => ({...run, hue: hueOf(run)})),
      inner: own
        .filter(({certainty}) => EDGES[certainty] > 0)
        .map((run) => ({
          ...run,
          ...dashes(unit, start, Math.min(EDGES[run.certainty], pitch * COLUMN * 0.3)),
          fill:
            run.certainty === "media"
              ? ink(`${hueOf(run)}-light`)
              : run.certainty === "disputed" && run.lit
                ? `url(#${name}-${hueOf(run)})`
                : ink("paper"),
        })),
    };
  });
}

/** The line of the stated totals as it stands with the playhead at `x1`: behind it, before it, and what was stated last. */
export function stepsAt({points, loaded, session}: Plot, x1: number) {
  const past = points.filter(({x}) => x <= x1 + 0.5);
  const later = points.slice(past.length);
  const at = past.at(-1);
  const start = at ?? later[0];
  return {
    past,
    later,
    at,
    stated: loaded?.totals.before(session.selection.playhead) ?? null,
    pastPath: at === undefined ? "" : `${stepPath(past)}H${x1}`,
    laterPath: later.length === 0 ? "" : `M${x1},${start!.y}${stepPath(later).replace(/^M([^,]+),/, "H$1V")}`,
  };
}

/** Everything that a drawing of the timeline holds, as the app works it out. */
export function timelineOf(input: TimelineInput) {
  const {telling, size, width, height} = input;
  const {session, i18n} = telling;
  const plot = new Plot(session, i18n, () => ({size, width, height}));
  const {geometry, scale, points, window} = plot;
  const {left, right, top} = geometry;
  const ticks = axisTicks(plot.extent, {
    scale,
    left,
    right,
    format: (time, format) => i18n.date(time, format),
    measure: (text) => plot.ruler.width(text),
    short: plot.narrow,
  });
  const totals = points.length === 0 ? [] : figureTicks(plot.totalsTop, 3);

  const x1 = tenth(window.x1);
  const {at, stated, pastPath, laterPath, past, later} = stepsAt(plot, x1);
  const statedBy = stated === null ? "" : i18n.text(plot.story?.totals?.statedBy);
  const bandTop = top + (plot.narrow ? 6 : 10);
  const clamp = (x: number) => Math.max(left, Math.min(right, x));
  return {
    plot,
    labels: new Labels(plot).placed,
    sides: sidesOf(plot, input),
    ticks,
    totals,
    x1,
    at,
    pastPath: tenths(pastPath),
    laterPath: tenths(laterPath),
    dots: [dots(later), dots(past)],
    stated,
    statedBy,
    bandTop,
    clamp,
  };
}
