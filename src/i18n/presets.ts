import {named} from "./openWords.ts";

const NAMES: Readonly<Record<string, string>> = {
  acled: "ACLED",
  "acled-2018": "ACLED",
  "acled-old": "ACLED",
  "ucdp-ged": "UCDP GED",
  gtd: "GTD",
  "gdelt-1": "GDELT 1",
  "gdelt-2": "GDELT 2",
  airwars: "Airwars",
  timemap: "TimeMap",
  bellingcat: "Bellingcat",
  timelinejs: "TimelineJS",
  "timelinejs-sheet": "TimelineJS",
  usgs: "USGS",
  firms: "NASA FIRMS",
  hxl: "HXL",
  opendatasoft: "Opendatasoft",
  wikidata: "Wikidata",
  dateline: "Dateline",
};

/** What a preset is called everywhere. */
export const presetName = (preset: string): string => named(NAMES, preset, preset);
