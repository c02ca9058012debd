import type {Columns, PlaceColumns} from "../dataset.ts";
import type {TextColumn} from "../text.ts";
import {StoredText} from "./storedText.ts";
import {UnitText} from "./unitText.ts";

type Texts = Record<string, TextColumn>;
type Sent = TextColumn & Partial<UnitText> & Partial<StoredText>;

/** Columns that crossed from a worker, where all that they can do was left behind. */
export function revived(columns: Columns): Columns {
  return {...columns, ...revivedTexts(columns), places: revivedPlaces(columns.places)};
}

/** Those of text among them. */
export const revivedTexts = ({texts, others}: Pick<Columns, "texts" | "others">) => ({
  texts: all(texts),
  others: all(others),
});

function revivedPlaces(places: PlaceColumns): PlaceColumns {
  const names = all(places.names);
  const fullNames = places.fullNames === places.names ? names : all(places.fullNames);
  return {...places, key: revivedText(places.key), names, fullNames};
}

/** `texts` with each column as it was, under its name. */
function all(texts: Texts): Texts {
  const found = Object.create(null) as Texts;
  for (const [name, column] of Object.entries(texts)) found[name] = revivedText(column);
  return found;
}

/** One of them. */
function revivedText(column: Sent): TextColumn {
  const {store, units} = column;
  if (store !== undefined) return new StoredText(store, column.column!);
  return units === undefined || units === null ? column : new UnitText(units, column.ends);
}
