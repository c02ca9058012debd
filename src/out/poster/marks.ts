import {COUNTER, PRIMARY, type Dataset} from "../../data/dataset.ts";
import {DAY} from "../../data/calendar.ts";
import {diamond, layers, reach, type Glyph, type Nest} from "../../map/glyphs.ts";
import type {Scene} from "../../map/scene.svelte.ts";
import type {Session} from "../../state/session.svelte.ts";
import type {Inks} from "../../still/inks.ts";
import {CASING, EDGES} from "../../still/mapOf.ts";
import type {Certainty} from "../../data/dataset.ts";
import type {Fill, Item} from "../drawing/drawing.ts";

export type Hue = "attack" | "strike";

/** What a mark is filled with, by how sure it is; `ground` is what lies under it. */
export function fillOf(certainty: Certainty, hue: Hue, inks: Inks, ground: string): Fill {
  if (certainty === "official") return inks[hue];
  if (certainty === "media") return inks[`${hue}-light`];
  if (certainty === "claim") return ground;
  return {kind: "hatch", colour: inks[hue], ground, pitch: 4, line: 1.6};
}

/** The marks in view as the session's window has them, with the ring of the chosen event. */
export function markItems(scene: Scene, inks: Inks): Item[] {
  const {width, height, drawn, chosenPlace} = scene;
  const inView = drawn.filter(({x, y, r}) => x > -r && y > -r && x < width + r && y < height + r);
  const halos = inView
    .filter(({halo}) => halo > 0)
    .flatMap(({x, y, halo, primary}): Item[] => {
      const hue = inks[primary.total > 0 ? "attack" : "strike"];
      return [
        {kind: "circle", x, y, r: halo, fill: hue, opacity: 0.1},
        {kind: "circle", x, y, r: halo, stroke: hue, thick: 1.2, dash: [1.5, 3], opacity: 0.75},
      ];
    });
  return [...halos, ...inView.flatMap((glyph) => glyphItems(glyph, inks)), ...chosenItems(scene, chosenPlace, inks)];
}

function glyphItems({x, y, primary, counter}: Glyph, inks: Inks): Item[] {
  const items: Item[] = [];
  if (primary.total > 0) items.push(...nestItems(primary, "attack", x, y, inks));
  if (counter.total > 0) items.push(...nestItems(counter, "strike", x, y, inks));
  return items;
}

/** Nested marks of one series: discs, or diamonds. */
export function nestItems(nest: Nest, hue: Hue, x: number, y: number, inks: Inks): Item[] {
  const round = hue === "attack";
  const shape = (r: number, ink: {fill: Fill; stroke?: string | undefined; thick?: number}): Item =>
    round ? {kind: "circle", x, y, r, ...ink} : {kind: "group", x, y, items: [{kind: "path", d: diamond(r), ...ink}]};
  const casing = shape(reach(nest) + CASING * (round ? 1 : Math.SQRT2), {fill: inks.land});
  return [
    casing,
    ...layers(nest).map(({certainty, r}) => {
      const edge = EDGES[certainty];
      const inner = Math.max(0.3, r - edge * (round ? 0.5 : Math.SQRT1_2));
      return shape(inner, {
        fill: fillOf(certainty, hue, inks, inks.land),
        stroke: edge > 0 ? inks[hue] : undefined,
        thick: edge,
      });
    }),
  ];
}

function chosenItems(scene: Scene, place: number, inks: Inks): Item[] {
  if (place === -1) return [];
  const glyph = scene.drawn.find((drawn) => drawn.place === place);
  if (glyph === undefined) return [];
  const {x, y} = glyph;
  const r = glyph.r + 4;
  return [
    {kind: "circle", x, y, r, stroke: inks.land, thick: 4.6},
    {kind: "circle", x, y, r, stroke: inks.ink, thick: 1.8},
  ];
}

const MOST_RINGS = 24;
const RINGS = [
  {away: 4.6, opacity: 0.7},
  {away: 9, opacity: 0.3},
] as const;

/**
 * Rings around the places of what the playhead has just passed: full for what began within the last day, gone after the next. None where time
 * is told in more than days, and none on a day of very many places.
 */
export function ringItems(scene: Scene, session: Session, inks: Inks): Item[] {
  const {dataset, filtered, playhead, window} = session.selection;
  if (dataset === null || filtered === null || !["hour", "day"].includes(session.axis.stepUnit)) return [];
  const fresh = freshPlaces(dataset, Math.max(window[0], playhead - 2 * DAY), playhead, (row) =>
    filtered.aggregates.passes(row),
  );
  if (fresh.size > MOST_RINGS) return [];
  return [...fresh].flatMap(([place, {strength, counter}]): Item[] => {
    const glyph = scene.drawn.find((drawn) => drawn.place === place);
    if (glyph === undefined) return [];
    const {x, y, r} = glyph;
    const stroke = inks[counter ? "strike" : "attack"];
    return RINGS.map(({away, opacity}) => ({
      kind: "circle",
      x,
      y,
      r: r + away,
      stroke,
      thick: 1.6,
      opacity: Math.round(opacity * strength * 1000) / 1000,
    }));
  });
}

function freshPlaces(dataset: Dataset, from: number, to: number, passes: (row: number) => boolean) {
  const {series, place, start} = dataset.columns;
  const [i0, i1] = dataset.rows(from, to);
  const found = new Map<number, {strength: number; counter: boolean}>();
  for (let row = i0; row < i1 && found.size <= MOST_RINGS; row++) {
    const strength = Math.min(1, 2 - (to - start[row]!) / DAY);
    if (place[row] === -1 || series[row]! > COUNTER || strength <= 0 || !passes(row)) continue;
    const before = found.get(place[row]!);
    found.set(place[row]!, {
      strength: Math.max(strength, before?.strength ?? 0),
      counter: series[row] !== PRIMARY && (before?.counter ?? true),
    });
  }
  return found;
}
