import {seeded} from "./random.mjs";

export const DAY = 86_400_000;
export const WEEK = 7 * DAY;
export const START = Date.UTC(2014, 0, 1);
export const DAYS = 3652;
export const SPAN = DAYS * DAY;
export const SITES = 500;
export const SERIES = ["primary", "counter", "context"];
export const CERTAINTIES = ["official", "media", "claim", "disputed"];
export const CATEGORIES = ["battle", "blast", "protest", "riot", "raid", "strike", "arrest", "talks"];
export const ACTORS = Array.from({length: 40}, (_, i) => `Group ${i + 1}`);
const SEED = 42;

/** Shares of 0 to 1 as codes: the first value takes most, as in real records. */
const skewed = (share, count) => Math.floor(share * share * count);

/** The sites of a seeded record, in degrees. */
export function sites() {
  const random = seeded(SEED + 1);
  const lat = new Float64Array(SITES);
  const lon = new Float64Array(SITES);
  for (let site = 0; site < SITES; site++) {
    lat[site] = Math.round((random() * 110 - 50) * 1e4) / 1e4;
    lon[site] = Math.round((random() * 340 - 170) * 1e4) / 1e4;
  }
  return {lat, lon};
}

/**
 * A record of `rows` events over ten years, the same in every run: columns in time order. `time` is in ms; `series`, `certainty`,
 * `category` and `actor` are codes of the lists above; `site` is 0 to 499; `lat` and `lon` are each row's own, near its site or, with
 * `atSites`, exactly there.
 */
export function events(rows, {atSites = false} = {}) {
  const random = seeded(SEED);
  const places = sites();
  const columns = {
    length: rows,
    time: new Float64Array(rows),
    lat: new Float64Array(rows),
    lon: new Float64Array(rows),
    site: new Uint16Array(rows),
    series: new Uint8Array(rows),
    certainty: new Uint8Array(rows),
    category: new Uint8Array(rows),
    actor: new Uint8Array(rows),
    killed: new Float64Array(rows),
  };
  const {time, lat, lon, site, series, certainty, category, actor, killed} = columns;
  for (let row = 0; row < rows; row++) {
    time[row] = timeOf((row + random()) / rows);
    const at = skewed(random(), SITES);
    site[row] = at;
    // Drawn either way, so that the other columns are the same.
    const away = [(random() - 0.5) * 12, (random() - 0.5) * 16];
    lat[row] = atSites ? places.lat[at] : Math.round((places.lat[at] + away[0]) * 1e4) / 1e4;
    lon[row] = atSites ? places.lon[at] : Math.round((places.lon[at] + away[1]) * 1e4) / 1e4;
    const kind = random();
    series[row] = kind < 0.7 ? 0 : kind < 0.9 ? 1 : 2;
    certainty[row] = skewed(random(), CERTAINTIES.length);
    category[row] = skewed(random(), CATEGORIES.length);
    actor[row] = skewed(random(), ACTORS.length);
    killed[row] = Math.floor(random() * 5);
  }
  return columns;
}

/** Some years have more than others: an even share of the rows to a time in whole seconds, which never falls. */
function timeOf(share) {
  const waves = 3;
  const bent = share + (0.6 * Math.sin(2 * Math.PI * waves * share)) / (2 * Math.PI * waves);
  return START + Math.floor((bent * SPAN) / 1000) * 1000;
}

export const STEPS = 300;
const WINDOW_DAYS = Math.round(DAYS / 10);

/** The windows of a scrub, `[start, end)` in ms: a tenth of the record, in whole days, that slides from its start to its end in even steps. */
export function windows(steps = STEPS) {
  return Array.from({length: steps}, (_, i) => {
    const start = START + Math.round(((DAYS - WINDOW_DAYS) * i) / (steps - 1)) * DAY;
    return [start, start + WINDOW_DAYS * DAY];
  });
}

/** The first row at or after `at`. */
export function rowAt(time, at) {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
