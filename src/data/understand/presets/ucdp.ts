import type {Preset} from "./preset.ts";

/** UCDP Georeferenced Event Dataset, the annual release, its candidates and copies with other orders of columns. */
export const ucdp: Preset = {
  name: "ucdp-ged",
  need: [
    ["type_of_violence", "where_prec", "date_prec", "date_start"],
    ["type_of_violence", "date_start", "date_end", "best"],
    ["type_of_violence", "date_start", "best_est"],
  ],
  roles: {
    id: ["id"],
    start: ["date_start"],
    end: ["date_end"],
    datePrecision: ["date_prec"],
    lat: ["geometry_lat", "latitude"],
    lon: ["geometry_lon", "longitude"],
    place: ["where_coordinates", "where_description", "adm_1"],
    placePrecision: ["where_prec"],
    country: ["country"],
    title: ["dyad_name", "conflict_name"],
    summary: ["source_headline"],
    category: ["type_of_violence"],
    actor: ["side_a"],
    target: ["side_b"],
    killed: ["best", "best_est"],
    sources: ["source_article", "source_office"],
    notes: ["where_description"],
  },
  reading: {
    dates: {order: "ymd"},
    datePrecision: {"1": "day", "2": "range", "3": "week", "4": "month", "5": "year"},
    placePrecision: {
      "1": "exact_site",
      "2": "near",
      "3": "district",
      "4": "province",
      "5": "province",
      "6": "country",
      "7": "near",
    },
    separator: ";",
  },
  facets: ["type_of_violence", "dyad_name", "side_a", "side_b", "country", "adm_1"],
  columns: {
    type_of_violence: {
      label: {en: "Type of violence", fr: "Type de violence", ar: "نوع العنف"},
      values: {
        "1": {en: "State-based conflict", fr: "Conflit impliquant un État", ar: "نزاع تشارك فيه دولة"},
        "2": {en: "Non-state conflict", fr: "Conflit non étatique", ar: "نزاع بين أطراف غير حكومية"},
        "3": {en: "One-sided violence", fr: "Violence unilatérale", ar: "عنف من جانب واحد"},
      },
    },
    side_a: {label: {en: "Side A", fr: "Camp A", ar: "الطرف أ"}},
    side_b: {label: {en: "Side B", fr: "Camp B", ar: "الطرف ب"}},
    dyad_name: {label: {en: "Dyad", fr: "Dyade", ar: "طرفا النزاع"}},
    adm_1: {label: {en: "First-level division", fr: "Division de premier niveau", ar: "التقسيم الإداري الأول"}},
  },
  credit:
    "UCDP Georeferenced Event Dataset, Uppsala Conflict Data Program; Sundberg and Melander (2013), Davies et al. (current year)",
  license: "CC BY 4.0",
  licence: {
    name: "CC BY 4.0",
    credit: "UCDP Georeferenced Event Dataset, Uppsala Conflict Data Program (ucdp.uu.se)",
    mayPublish: true,
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
};
