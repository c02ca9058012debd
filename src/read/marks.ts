import {CERTAINTIES, COUNTER, PLACE_PRECISIONS, PRIMARY, type Certainty} from "../data/dataset.ts";
import type {Loaded} from "../data/load.ts";

/** A kind of mark that is drawn somewhere on the page. */
export type Mark = Certainty | "block" | "later" | "line" | "circle" | "halo" | "counter";

const HALOS = ["district", "province"].map((name) => PLACE_PRECISIONS.indexOf(name as never));

/** The marks that this data has, in reading order: those of the timeline's blocks, then the others. */
export function marksOf({dataset, mapping, totals}: Loaded): {blocks: Mark[]; others: Mark[]} {
  const {series, certainty, background, place, places} = dataset.columns;
  const present = new Set<number>();
  let counters = false;
  let placed = false;
  let halos = false;
  for (let row = 0; row < dataset.length; row++) {
    if (background[row] === 1 || series[row]! > COUNTER) continue;
    if (series[row] === COUNTER) counters = true;
    else present.add(certainty[row]!);
    if (place[row] === -1) continue;
    if (series[row] === PRIMARY) placed = true;
    halos ||= HALOS.includes(places.precision[place[row]!]!);
  }
  const graded = mapping.certainty !== undefined;
  return {
    blocks: [...(graded ? CERTAINTIES.filter((_, i) => present.has(i)) : (["block"] as const)), "later"],
    others: [
      ...(totals.figures.length > 0 ? (["line"] as const) : []),
      ...(placed ? (["circle"] as const) : []),
      ...(halos ? (["halo"] as const) : []),
      ...(counters ? (["counter"] as const) : []),
    ],
  };
}
