import type {Preset} from "./preset.ts";

/** USGS earthquakes, as CSV (ISO 8601, UTC) and GeoJSON (ms since 1970). `updated` is never when it happened. */
export const usgs: Preset = {
  name: "usgs",
  need: [
    ["time", "latitude", "longitude", "mag", "place"],
    ["time", "mag", "place", "mag_type"],
    ["time", "mag", "place", "felt"],
  ],
  roles: {
    id: ["id", "code"],
    start: ["time"],
    lat: ["geometry_lat", "latitude"],
    lon: ["geometry_lon", "longitude"],
    place: ["place"],
    title: ["title"],
    category: ["type"],
    link: ["url"],
  },
  facets: ["type", "mag_type", "status", "alert", "net"],
  columns: {
    type: {label: {en: "Type", fr: "Type", ar: "النوع"}},
    mag_type: {label: {en: "Magnitude scale", fr: "Échelle de magnitude", ar: "مقياس القوة"}},
    status: {label: {en: "Status", fr: "Statut", ar: "الحالة"}},
    alert: {label: {en: "Alert", fr: "Alerte", ar: "الإنذار"}},
    net: {label: {en: "Network", fr: "Réseau", ar: "الشبكة"}},
  },
  credit: "U.S. Geological Survey (earthquake.usgs.gov)",
  license: "Public domain",
};

/** NASA FIRMS fire detections. `acq_time` is HHMM, UTC. */
export const firms: Preset = {
  name: "firms",
  need: [
    ["acq_date", "acq_time", "latitude", "longitude", "frp"],
    ["acq_date", "latitude", "longitude", "confidence"],
    ["frp", "confidence", "daynight"],
  ],
  roles: {
    id: ["id"],
    start: [
      [
        ["acq_date", "date"],
        ["acq_time", "time"],
      ],
      "acq_datetime",
      "published_at",
      "datetime",
      "timestamp",
    ],
    lat: ["geometry_lat", "latitude", "lat"],
    lon: ["geometry_lon", "longitude", "lng", "lon"],
    category: ["satellite", "dataset", "type"],
    sources: ["source"],
  },
  reading: {dates: {order: "ymd", utc: true}},
  facets: ["confidence", "daynight", "satellite", "instrument", "dataset"],
  columns: {
    confidence: {
      label: {en: "Confidence", fr: "Confiance", ar: "درجة الثقة"},
      values: {
        l: {en: "low", fr: "faible", ar: "منخفضة"},
        n: {en: "nominal", fr: "nominale", ar: "اعتيادية"},
        h: {en: "high", fr: "élevée", ar: "عالية"},
      },
    },
    daynight: {
      label: {en: "Day or night", fr: "Jour ou nuit", ar: "نهارًا أو ليلًا"},
      values: {D: {en: "day", fr: "jour", ar: "نهار"}, N: {en: "night", fr: "nuit", ar: "ليل"}},
    },
  },
  credit: "NASA FIRMS (firms.modaps.eosdis.nasa.gov)",
  licence: {
    name: "NASA FIRMS",
    credit: "We acknowledge the use of data from NASA’s Fire Information for Resource Management System (FIRMS)",
    mayPublish: true,
    url: "https://www.earthdata.nasa.gov/data/tools/firms",
  },
};
