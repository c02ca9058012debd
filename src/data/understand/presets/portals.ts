import type {Preset} from "./preset.ts";

/** Exports of opendatasoft portals: latitude and longitude in one cell. */
export const opendatasoft: Preset = {
  name: "opendatasoft",
  need: [["geo_point_2d"]],
  guess: true,
  roles: {lat: ["geo_point_2d"], lon: ["geo_point_2d"]},
  reading: {coordinates: {form: "point", first: "lat"}},
  facets: [],
};

const ENTITY = /^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/[QP]\d+$/;

/**
 * Answers of the Wikidata query service: things are addresses with their names in `…Label`, places `Point(lon lat)`. A date that is known to
 * the year only is written as its 1 January.
 */
export const wikidata: Preset = {
  name: "wikidata",
  need: [],
  fits: (keys, sample) =>
    keys.some((key) => key.endsWith("_label") && keys.includes(key.slice(0, -6))) &&
    keys.some((_, i) => {
      const values = sample
        .slice(0, 50)
        .map((row) => row[i] ?? "")
        .filter((value) => value !== "");
      return values.length > 0 && values.every((value) => value.length < 80 && ENTITY.test(value.trim()));
    }),
  guess: true,
  roles: {
    id: ["item", "event", "battle"],
    title: ["item_label", "event_label", "battle_label"],
    summary: ["item_description", "event_description"],
    link: ["item", "event", "battle"],
    country: ["country_label"],
    place: ["location_label", "place_label"],
  },
  reading: {dates: {order: "ymd", newYear: "year"}},
  facets: [],
  credit: "Wikidata (wikidata.org)",
  license: "CC0",
};
