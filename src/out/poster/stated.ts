import type {Total} from "../../data/totals.ts";
import type {Rect} from "../../timeline/columns.ts";
import type {Plot} from "../../timeline/plot.svelte.ts";
import type {PlacedLabel} from "../../timeline/labels.svelte.ts";
import {LINE} from "../../timeline/layout.ts";
import {columnsUnder, envelope, placeValue, statedDetail} from "../../timeline/placeValue.ts";
import type {Item, TextItem} from "../drawing/drawing.ts";
import type {Page} from "./page.ts";

/** How it may be set, and what it costs not to have it as it should be. */
const SETTINGS = [
  {size: 24, told: true, cost: 0},
  {size: 24, told: false, cost: 6},
  {size: 19, told: true, cost: 5},
  {size: 19, told: false, cost: 10},
] as const;
const AWAY = 10;

/** The total that was stated last, beside the playhead, with who stated it and of what parts. */
export function statedItems(
  page: Page,
  plot: Plot,
  labels: readonly PlacedLabel[],
  at: {x: number; y: number},
  total: Total,
): Item[] {
  const {inks, i18n, measure} = page;
  const number = i18n.number(total.value);
  const words = i18n.text(plot.story?.totals?.statedBy) || plot.words.total;
  const detail = statedDetail(plot, total);
  const {geometry, points} = plot;
  // Over the plot there is room where no annotation stands.
  const room = {...geometry, top: geometry.tiers.length === 0 ? geometry.top - 8 : 0};
  const tried = SETTINGS.filter(({told: isTold}) => !isTold || detail !== "").map(({size, told: isTold, cost}) => {
    const line = measure(number, {size, weight: 640, family: "serif"}) + 5 + measure(words, {size: 12, weight: 400});
    const under = isTold ? measure(detail, {size: 11, weight: 400}) : 0;
    const box = {width: Math.max(line, under), height: size + (isTold ? 13 : 0)};
    const found = placeValue(
      at,
      box,
      room,
      (from, to) => envelope(points, from, to),
      (rect) => columnsUnder(plot, rect) + labelsUnder(labels, rect),
    );
    return {...found, size, isTold, cost: found.cost + cost};
  });
  const placed = tried.reduce((best, each) => (each.cost < best.cost ? each : best));
  const shown = placed.isTold ? detail : "";
  const anchor = placed.side === "left" ? "right" : "left";
  const x = at.x + (placed.side === "left" ? -AWAY : AWAY);
  const text: Omit<TextItem, "y" | "runs" | "size" | "fill"> = {
    kind: "text",
    x,
    family: "sans",
    weight: 400,
    anchor,
    dir: i18n.dir,
    halo: {colour: inks.paper, thick: 3.5},
  };
  return [
    {kind: "circle", x: at.x, y: at.y, r: 4.4, fill: inks.ink, stroke: inks.paper, thick: 1.5},
    {
      ...text,
      y: placed.bottom - (shown === "" ? 0 : 14) - 3,
      size: 12,
      fill: inks.ink,
      runs: [{text: number, size: placed.size, weight: 640, family: "serif"}, {text: `\u00a0${words}`}],
    },
    ...(shown === "" ? [] : [{...text, y: placed.bottom - 4, size: 11, fill: inks.muted, runs: [{text: shown}]}]),
  ];
}

/** What it costs to stand over annotations, or their leaders. */
function labelsUnder(labels: readonly PlacedLabel[], {x, y, width, height}: Rect): number {
  return labels.reduce((cost, label) => {
    const isOver = x < label.from + label.width + 4 && x + width > label.from - 4;
    const meets = y < label.top + label.lines.length * LINE + 3 && y + height > label.top;
    const crossed = label.x > x - 3 && label.x < x + width + 3 && y < label.foot && y + height > label.top;
    return cost + (isOver && meets ? 60 : 0) + (crossed ? 3 : 0);
  }, 0);
}
