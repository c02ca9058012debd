import {Dataset, type Columns} from "../../src/data/dataset.ts";
import {foldText, packText, textAt} from "../../src/data/text.ts";

const TITLES = [
  "Drones at the base",
  "ROCKETS at Erbil",
  "أحمد في القاعدة",
  "Élan vital",
  "The ﬁre",
  "ΟΔΟΣ\nΟΔΟΣ",
  "𝒟rone 𝒟",
  "tow",
  "er",
  "",
];
const ACTORS = ["", "Kataïb", "Group 1", "أحمد"];

/** A record of any size whose titles, notes, actors and places repeat in many scripts; every third row has a place. */
export function manyTexts(length: number): Dataset {
  const texts = (prefix: string, step: number) =>
    packText(
      Array.from({length}, (_, row) => `${TITLES[(row * step) % TITLES.length]}${row % 7 === 0 ? prefix + row : ""}`),
    );
  const numbers = (value: (row: number) => number) => Array.from({length}, (_, row) => value(row));
  const places = Array.from({length: 50}, (_, place) => `Town ${place}`);
  const columns: Columns = {
    length,
    start: Float64Array.from(numbers((row) => row * 60_000)),
    end: Float64Array.from(numbers((row) => row * 60_000 + 60_000)),
    datePrecision: new Uint8Array(length),
    series: new Uint8Array(length),
    certainty: new Uint8Array(length),
    background: new Uint8Array(length),
    place: Int32Array.from(numbers((row) => (row % 3 === 0 ? row % 50 : -1))),
    placePrecision: new Uint8Array(length).fill(255),
    row: Uint32Array.from(numbers((row) => row + 1)),
    numbers: {},
    categories: {actor: {values: ACTORS, codes: Uint16Array.from(numbers((row) => row % ACTORS.length))}},
    texts: {title: texts(" No. ", 1), "notes.ar": texts(" رقم ", 3), link: texts("rocket", 1)},
    others: {},
    places: {
      lat: new Float64Array(50),
      lon: new Float64Array(50),
      precision: new Uint8Array(50),
      key: packText(places),
      names: {"": packText(places)},
      fullNames: {"": packText(places)},
      offsets: new Uint32Array(51),
      rows: new Uint32Array(0),
    },
  };
  return new Dataset(columns, [0, 86_400_000]);
}

/** Tells of a row of such a record whether it holds every word of a query: one text after another, as they stand in the columns. */
export function plainSearch({columns}: Dataset) {
  const {texts, categories, place, places} = columns;
  return (row: number, query: string): boolean => {
    const held = [
      textAt(texts["title"]!, row),
      textAt(texts["notes.ar"]!, row),
      categories["actor"]!.values[categories["actor"]!.codes[row]!]!,
      place[row] === -1 ? "" : textAt(places.fullNames[""]!, place[row]!),
    ].map(foldText);
    return foldText(query)
      .split(/\s+/)
      .filter(Boolean)
      .every((word) => held.some((text) => text.includes(word)));
  };
}
