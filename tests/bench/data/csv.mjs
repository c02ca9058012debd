import {once} from "node:events";
import {createWriteStream, existsSync} from "node:fs";
import {mkdir, rename} from "node:fs/promises";
import {join} from "node:path";
import {ACTORS, CATEGORIES, CERTAINTIES, events} from "./events.mjs";

const HEADER = "id,date,latitude,longitude,place,category,certainty,actor,killed,title,notes";
const WORDS = "at dawn near the bridge, a group of armed men stopped two lorries and left before the police came".split(
  " ",
);
/** Changes with what is written, so that an older file is not taken for it. */
const VERSION = 1;

/** Writes the seeded record as a CSV of about 160 bytes a row, rows in no order of time, and returns its path; once. */
export async function csvFile(rows, folder) {
  await mkdir(folder, {recursive: true});
  const path = join(folder, `events-${rows}-${VERSION}.csv`);
  if (existsSync(path)) return path;
  const stream = createWriteStream(`${path}.part`);
  for await (const text of csvText(rows)) if (!stream.write(text)) await once(stream, "drain");
  stream.end();
  await once(stream, "finish");
  await rename(`${path}.part`, path);
  return path;
}

function* csvText(rows) {
  const made = events(rows, {atSites: true});
  let text = `${HEADER}\n`;
  // A step that shares no factor with the number of rows takes each of them once, in no order of time.
  const step = strideFor(rows);
  for (let i = 0, row = 0; i < rows; i++, row = (row + step) % rows) {
    const number = String(row + 1).padStart(7, "0");
    const word = row % WORDS.length;
    const words = [...WORDS.slice(word), ...WORDS.slice(0, word)].slice(0, 7).join(" ");
    text += [
      `E${number}`,
      new Date(made.time[row]).toISOString().replace(".000", ""),
      made.lat[row].toFixed(4),
      made.lon[row].toFixed(4),
      `Site ${made.site[row] + 1}`,
      CATEGORIES[made.category[row]],
      CERTAINTIES[made.certainty[row]],
      ACTORS[made.actor[row]],
      made.killed[row],
      `Report ${number} on a ${CATEGORIES[made.category[row]]}`,
      `"${words}, ""${WORDS[(row * 7) % WORDS.length]}"" said source ${row % 97}"`,
    ].join(",");
    text += "\n";
    if (text.length > 1_000_000) {
      yield text;
      text = "";
    }
  }
  yield text;
}

function strideFor(rows) {
  const divides = (a, b) => (b === 0 ? a : divides(b, a % b));
  let step = Math.floor(rows * 0.618) | 1;
  while (divides(step, rows) !== 1) step += 2;
  return step;
}

/** What a reader of that file must agree with: sums in whole numbers, and rows by category. */
export function csvSums(rows) {
  const {time, lat, lon, killed, category} = events(rows, {atSites: true});
  return sumsOf({time, lat, lon, killed, categories: Array.from(category, (code) => CATEGORIES[code])});
}

/** Throws when the times are not in order. Times are in ms, coordinates in degrees. */
export function sumsOf({time, lat, lon, killed, categories}) {
  const sums = {rows: time.length, time: 0, lat: 0, lon: 0, killed: 0};
  const byCategory = Object.fromEntries(CATEGORIES.map((name) => [name, 0]));
  for (let row = 0; row < time.length; row++) {
    if (row > 0 && !(time[row] >= time[row - 1])) throw new Error(`row ${row} is out of order`);
    sums.time += (time[row] - time[0]) / 1000;
    sums.lat += Math.round(lat[row] * 1e4);
    sums.lon += Math.round(lon[row] * 1e4);
    sums.killed += killed[row];
    byCategory[categories[row]]++;
  }
  return {...sums, ...byCategory};
}
