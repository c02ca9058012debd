import {isRecord, member} from "./parseJson.ts";

/** First and last time of a feature, as they stand in the file, and the properties they were taken from. */
export interface FeatureTimes {
  start: unknown;
  end: unknown;
  used: readonly string[];
}

const LISTS = ["coordTimes", "times", "coordinateProperties"];

/**
 * Reads the ways in which features say when: `when` of geojson-events (`start`, `end` or `stop`, `datetime`) and of Linked Places (`timespans`),
 * on the feature, its properties or its geometry; and the list of times a position that converters from GPX write (`coordTimes`, `times`,
 * `coordinateProperties.times`). Null where there is none of them.
 */
export function timesOfFeature(feature: unknown): FeatureTimes | null {
  const properties = member(feature, "properties");
  for (const holder of [feature, properties, member(feature, "geometry")]) {
    const times = timesOfWhen(member(holder, "when"));
    if (times !== null) return {...times, used: holder === properties ? ["when"] : []};
  }
  for (const name of LISTS) {
    const list = member(properties, name);
    const times = leaves(isRecord(list) ? member(list, "times") : list);
    if (times !== null) return {...times, used: [name]};
  }
  return null;
}

function timesOfWhen(when: unknown): {start: unknown; end: unknown} | null {
  if (isTime(when)) return {start: when, end: undefined};
  const spans = member(when, "timespans");
  if (Array.isArray(spans) && spans.length > 0) {
    const start = boundOf(member(spans[0], "start"), ["in", "earliest", "latest"]);
    const end = boundOf(member(spans.at(-1), "end"), ["in", "latest", "earliest"]);
    return start === undefined && end === undefined ? null : {start, end};
  }
  const span = member(when, "timespan");
  if (span !== undefined) return timesOfWhen(span);
  const start = firstOf(when, ["start", "datetime", "date", "timestamp", "begin"]);
  const end = firstOf(when, ["end", "stop"]);
  const bounds = [boundOf(start, ["in", "earliest", "latest"]), boundOf(end, ["in", "latest", "earliest"])];
  return bounds.every((bound) => bound === undefined) ? null : {start: bounds[0], end: bounds[1]};
}

function firstOf(holder: unknown, names: readonly string[]): unknown {
  return names.map((name) => member(holder, name)).find((value) => value !== undefined && value !== null);
}

const boundOf = (bound: unknown, names: readonly string[]): unknown => {
  const value = isRecord(bound) ? firstOf(bound, names) : bound;
  return isTime(value) ? value : undefined;
};

const isTime = (value: unknown): boolean => typeof value === "string" || typeof value === "number";

/** The first and the last of a list of times, or of a list of such lists. */
function leaves(list: unknown): {start: unknown; end: unknown} | null {
  if (!Array.isArray(list) || list.length === 0) return null;
  const first = Array.isArray(list[0]) ? list[0][0] : list[0];
  const last = Array.isArray(list.at(-1)) ? list.at(-1).at(-1) : list.at(-1);
  if (![first, last].every(isMoment)) return null;
  return {start: first, end: first === last ? undefined : last};
}

/** A year with more, or a count of seconds or milliseconds; not any small number. */
const isMoment = (value: unknown): boolean =>
  typeof value === "string" ? /^\s*[+-]?\d{4}/.test(value) : typeof value === "number" && Math.abs(value) > 1e8;
