/** What formats are called, by their short names. */
export const formats: Readonly<Record<string, string>> = {
  csv: "CSV",
  tsv: "TSV",
  json: "JSON",
  ndjson: "أسطر JSON",
  geojson: "GeoJSON",
  kml: "KML",
  gpx: "GPX",
  xlsx: "مصنف Excel",
  parquet: "Parquet",
  ics: "iCalendar",
  story: "ملف قصة",
};
