import {ACTORS, CATEGORIES, CERTAINTIES, events, START, DAYS, DAY} from "../../data/events.mjs";

/** Index of `minute` and of `exact_site` in the app's lists of precisions. */
const MINUTE = 6;
const EXACT = 0;
const DIGITS = 8;

/** A column of as many texts: `word` and a number of eight digits. Made as bytes, so that no string a row is. */
export function textOf(word, count) {
  const width = word.length + DIGITS;
  const bytes = new Uint8Array(count * width);
  const ends = new Uint32Array(count);
  const head = new TextEncoder().encode(word);
  for (let i = 0, at = 0; i < count; i++) {
    bytes.set(head, at);
    at += width;
    for (let digit = 1, left = i + 1; digit <= DIGITS; digit++, left = Math.floor(left / 10))
      bytes[at - digit] = 48 + (left % 10);
    ends[i] = at;
  }
  return {joined: new TextDecoder().decode(bytes), ends};
}

/** A category column of the app: code 0 is the empty text. */
function category(codes, values) {
  return {codes: Uint16Array.from({length: codes.length}, (_, i) => codes[i] + 1), values: ["", ...values]};
}

const counting = (length) => Uint32Array.from({length}, (_, i) => i);

/** Every row is a place of its own. */
function ownPlaces({length, lat, lon}) {
  return {
    place: Int32Array.from({length}, (_, i) => i),
    places: {lat, lon, offsets: counting(length + 1), rows: counting(length)},
  };
}

/** Every site that has rows is a place, in the order of sites. */
function sharedPlaces({length, lat, lon, site}) {
  const rowsOf = new Map();
  for (let row = length - 1; row >= 0; row--)
    rowsOf.set(site[row], {first: row, count: (rowsOf.get(site[row])?.count ?? 0) + 1});
  const used = [...rowsOf.keys()].sort((a, b) => a - b);
  const index = new Map(used.map((at, place) => [at, place]));
  const place = Int32Array.from(site, (at) => index.get(at));
  const offsets = new Uint32Array(used.length + 1);
  used.forEach((at, i) => (offsets[i + 1] = offsets[i] + rowsOf.get(at).count));
  const next = offsets.slice();
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[next[place[row]]++] = row;
  const ofFirst = (column) => Float64Array.from(used, (at) => column[rowsOf.get(at).first]);
  return {place, places: {lat: ofFirst(lat), lon: ofFirst(lon), offsets, rows}};
}

/** The seeded record as the app's typed columns, but for its texts, and its extent: what a reader of files hands over. */
export function appColumns(rows, options) {
  const made = events(rows, options);
  const {place, places} = options.atSites ? sharedPlaces(made) : ownPlaces(made);
  const count = places.lat.length;
  const none = {joined: "", ends: new Uint32Array(count)};
  return {
    extent: [START, START + DAYS * DAY],
    columns: {
      length: rows,
      start: made.time,
      end: made.time.map((time) => time + 60_000),
      datePrecision: new Uint8Array(rows).fill(MINUTE),
      series: made.series,
      certainty: made.certainty,
      background: new Uint8Array(rows),
      place,
      placePrecision: new Uint8Array(rows).fill(EXACT),
      row: Uint32Array.from({length: rows}, (_, i) => i + 1),
      numbers: {killed: made.killed},
      categories: {
        certainty: category(made.certainty, CERTAINTIES),
        category: category(made.category, CATEGORIES),
        actor: category(made.actor, ACTORS),
      },
      texts: {},
      others: {},
      places: {
        ...places,
        precision: new Uint8Array(count).fill(EXACT),
        key: null,
        names: {"": none},
        fullNames: {"": none},
      },
    },
  };
}
