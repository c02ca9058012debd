import type {CoordinateProfile} from "./coordinateStyle.ts";
import type {Draft} from "./draft.ts";
import {scoreName} from "./nameScore.ts";
import type {Assumption, Doubt} from "./understanding.ts";
import type {WhenStyles} from "./whenStyles.ts";

/** Whether latitude was taken from a column that is called longitude, because only that makes sense. */
function isTurned(draft: Draft): boolean {
  const [lat, lon] = [draft.get("lat")?.columns[0], draft.get("lon")?.columns[0]];
  return (
    lat !== undefined &&
    lon !== undefined &&
    lat !== lon &&
    scoreName("lon", lat.key).score > scoreName("lat", lat.key).score &&
    scoreName("lat", lon.key).score > scoreName("lon", lon.key).score
  );
}

/** What the file does not settle, and what to ask before its rows are shown. */
export function uncertain({
  draft,
  when,
  coordinates,
  zone,
  headerSure,
  known,
}: {
  draft: Draft;
  when: WhenStyles;
  coordinates: CoordinateProfile | null;
  zone: string;
  headerSure: boolean;
  /** Whether the layout is a known one. */
  known: boolean;
}): {assumptions: Assumption[]; doubts: Doubt[]} {
  const assumptions: Assumption[] = [...when.assumptions];
  const doubts = new Set<Doubt>(when.doubts);
  if (when.clock) assumptions.push({code: "timezone", zone, instants: when.instants});
  if (!headerSure) {
    assumptions.push({code: "no-header"});
    if (!known) doubts.add("no-header");
  }
  if (draft.get("start") == null) doubts.add("no-start");
  if (coordinates !== null) {
    const settled = draft.get("lat")?.why.code === "user" || draft.get("lat")?.why.code === "recipe";
    const turned = isTurned(draft);
    if (coordinates.projection !== null) doubts.add("projected");
    if ((coordinates.swapped || turned) && !settled) {
      assumptions.push({code: "swapped", example: coordinates.example});
      doubts.add("swapped");
    }
  }
  return {assumptions, doubts: [...doubts]};
}
