import {readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {root} from "../../.ci/setup.mjs";

// An independent count of the shipped record: plain loops over the files, nothing of the app's.

const table = (name) => Papa.parse(readFileSync(join(root, "data", name), "utf8").trim(), {header: true}).data;

export const story = JSON.parse(readFileSync(join(root, "data/story.json"), "utf8"));
export const rows = table("events.csv");
export const sites = new Map(table("sites.csv").map((site) => [site.site_id, site]));
export const sources = new Map(table("sources.csv").map((source) => [source.id, source]));
export const totals = table("totals.csv");

export const FACETS = ["status", "category", "actor_side", "weapon", "country"];
export const CLASSES = ["official", "media", "claim", "disputed"];
const CLASS_OF = {
  us_official: "official",
  host_government: "official",
  media_report: "media",
  claim_only: "claim",
  disputed: "disputed",
};
const SERIES_OF = {attack: "reports", interception: "reports", us_strike: "strikes"};

for (const {id, start} of rows)
  if (!/^\d{4}-\d\d-\d\d(T.*\+03:00)?$/.test(start)) throw new Error(`${id} is not on Baghdad's clock: ${start}`);

export const dayOf = (row) => row.start.slice(0, 10);
export const classOf = (row) => CLASS_OF[row.status];
export const seriesOf = (row) => SERIES_OF[row.category] ?? "context";
export const isCounted = (row) => row.scope !== "background";
export const isOnMap = (row) => row.place_precision !== "country" && row.site !== "";
export const label = (column, value, language = "en") =>
  value === "" ? "Not stated" : (story.columns[column].values[value]?.[language] ?? value);

const zeros = () => Object.fromEntries(CLASSES.map((name) => [name, 0]));
const add = (counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * Counts what began on the days `from` to `to`, both included. `show` keeps values by column; a column's own counts leave its own
 * filter out, and so do the certainty rows for the status.
 */
export function count(from, to, show = {}) {
  const result = {
    reports: 0,
    strikes: 0,
    context: 0,
    events: 0,
    certainty: zeros(),
    certaintyRows: zeros(),
    strikesByCertainty: zeros(),
    facets: Object.fromEntries(FACETS.map((facet) => [facet, new Map()])),
    places: new Map(),
    unplaced: 0,
    days: new Map(),
  };
  for (const row of rows) {
    const day = dayOf(row);
    if (!isCounted(row) || day < from || day > to) continue;
    const series = seriesOf(row);
    const failing = Object.keys(show).filter((column) => !show[column].includes(row[column]));
    for (const facet of FACETS) {
      if (failing.some((column) => column !== facet)) continue;
      // What a row is (attack, strike, statement) is counted over all rows, everything else over the reports of attacks.
      if (facet === "category" || series === "reports") add(result.facets[facet], row[facet]);
    }
    if (series === "reports" && failing.every((column) => column === "status")) result.certaintyRows[classOf(row)]++;
    if (failing.length > 0) continue;
    result.events++;
    result[series]++;
    if (series === "reports") result.certainty[classOf(row)]++;
    if (series === "strikes") result.strikesByCertainty[classOf(row)]++;
    if (series === "reports") add(result.days, day);
    if (series === "context") continue;
    if (!isOnMap(row)) {
      result.unplaced++;
      continue;
    }
    if (!result.places.has(row.site)) result.places.set(row.site, {reports: 0, strikes: 0, certainty: zeros()});
    const place = result.places.get(row.site);
    place[series]++;
    if (series === "reports") place.certainty[classOf(row)]++;
  }
  return result;
}

/** Values of a column that any counted row has, whatever the window. */
export function valuesOf(facet) {
  const values = new Set();
  for (const row of rows)
    if (isCounted(row) && (facet === "category" || seriesOf(row) === "reports")) values.add(row[facet]);
  return values;
}

/** The total last stated for a day up to `day`. */
export const totalAt = (day) => totals.filter((row) => row.as_of <= day).at(-1);

export const publishersOf = (row) =>
  row.source.split(";").map((key) => {
    const {publisher} = sources.get(key.trim());
    return publisher;
  });

export const shiftDay = (day, by) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
export const dayNumber = (day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const dayOfNumber = (number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
