import {isOwnHeader} from "../../save/header.ts";
import {acledPresets} from "./acled.ts";
import {airwars} from "./airwars.ts";
import {dateline} from "./dateline.ts";
import {gdeltPresets} from "./gdelt.ts";
import {gtd} from "./gtd.ts";
import {opendatasoft, wikidata} from "./portals.ts";
import type {Preset} from "./preset.ts";
import {firms, usgs} from "./sensors.ts";
import {timelineJson, timelineSheet} from "./timelinejs.ts";
import {bellingcat, timemap} from "./timemap.ts";
import {ucdp} from "./ucdp.ts";

const PRESETS: readonly Preset[] = [
  ...acledPresets,
  ucdp,
  gtd,
  ...gdeltPresets,
  airwars,
  bellingcat,
  timemap,
  timelineJson,
  timelineSheet,
  usgs,
  firms,
  opendatasoft,
  wikidata,
  dateline,
];

/** The layout whose columns these are: of several, the one that asks for most. `keys` are normalised names. */
export function findPreset(keys: readonly string[], sample: readonly (readonly string[])[]): Preset | null {
  // Its other columns may be those of any layout.
  if (isOwnHeader(keys)) return dateline;
  const present = new Set(keys);
  let best: Preset | null = null;
  let most = -1;
  for (const preset of PRESETS) {
    const met = preset.need.filter((set) => set.every((key) => present.has(key))).map((set) => set.length);
    if (preset.need.length > 0 && met.length === 0) continue;
    if (preset.fits?.(keys, sample) === false) continue;
    const asked = Math.max(0, ...met);
    if (asked > most) {
      best = preset;
      most = asked;
    }
  }
  return best;
}

export const presetNamed = (name: string | null): Preset | null =>
  PRESETS.find((preset) => preset.name === name) ?? null;
