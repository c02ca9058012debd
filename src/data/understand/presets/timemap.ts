import type {Preset} from "./preset.ts";

const roles: Preset["roles"] = {
  id: ["id", "civ_id"],
  start: [
    [
      ["date", "date"],
      ["time", "time"],
    ],
  ],
  lat: ["latitude", "lat"],
  lon: ["longitude", "long", "lng", "lon"],
  place: ["location"],
  summary: ["description", "desc"],
  category: ["category_full", "category", "type", "filters_type_of_area_affected", "associations"],
  sources: ["sources_path", "sources_paths", "sources_url", "sources"],
  notes: ["comments"],
};

/** Forensic Architecture's TimeMap, as sheets or JSON. Dates are month first. */
export const timemap: Preset = {
  name: "timemap",
  need: [
    ["date", "latitude", "longitude", "associations", "description"],
    ["date", "latitude", "longitude", "category_full", "description"],
    ["date", "lat", "long", "desc", "sources"],
  ],
  roles,
  reading: {dates: {order: "mdy"}, separator: ";"},
  facets: ["category", "category_full", "type", "time_precision"],
};

/** Bellingcat's downloads of civilian harm: TimeMap events with their sources and filters in them. */
export const bellingcat: Preset = {
  name: "bellingcat",
  need: [
    ["id", "date", "latitude", "longitude", "sources_path"],
    ["id", "date", "latitude", "longitude", "description", "sources", "filters"],
  ],
  roles,
  reading: {dates: {order: "mdy"}, separator: ";"},
  facets: ["filters_type_of_area_affected", "filters_weapon_system", "filters", "associations", "category"],
  credit: "Bellingcat (bellingcat.com)",
  licence: {
    name: "Bellingcat",
    credit: "Bellingcat (bellingcat.com)",
    mayPublish: true,
    url: "https://www.bellingcat.com/",
  },
};
