import type {Preset} from "./preset.ts";

/**
 * Armed Conflict Location & Event Data. Three layouts: since March 2023, 2018 to 2022, and before. Dates are local, day first, without a time;
 * `timestamp` is that of the last edit. A count of 0 may mean that none were reported.
 */
const acled = (name: string, need: readonly (readonly string[])[]): Preset => ({
  name,
  need,
  roles: {
    id: ["event_id_cnty", "data_id"],
    start: ["event_date"],
    datePrecision: ["time_precision"],
    lat: ["latitude", "geometry_lat"],
    lon: ["longitude", "geometry_lon"],
    place: ["location", "admin3", "admin2", "admin1"],
    placePrecision: ["geo_precision"],
    country: ["country"],
    summary: ["notes"],
    category: ["event_type"],
    actor: ["actor1"],
    target: ["actor2"],
    killed: ["fatalities"],
    sources: ["source"],
  },
  reading: {
    dates: {order: "dmy"},
    datePrecision: {"1": "day", "2": "week", "3": "month"},
    placePrecision: {"1": "city", "2": "district", "3": "province"},
    separator: ";",
  },
  facets: ["event_type", "sub_event_type", "disorder_type", "actor1", "country", "admin1"],
  credit: "ACLED (acleddata.com)",
  licence: {
    name: "ACLED Terms of Use",
    credit: "ACLED (acleddata.com)",
    mayPublish: false,
    url: "https://acleddata.com/",
  },
});

export const acledPresets: readonly Preset[] = [
  acled("acled", [
    ["event_id_cnty", "event_date", "time_precision", "disorder_type"],
    ["event_id_cnty", "event_date", "event_type"],
  ]),
  acled("acled-2018", [["data_id", "event_id_cnty", "event_date", "iso3", "event_type"]]),
  acled("acled-old", [["gwno", "event_id_cnty", "event_date", "event_type"]]),
];
