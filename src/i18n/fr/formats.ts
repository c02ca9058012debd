/** What formats are called, by their short names. */
export const formats: Readonly<Record<string, string>> = {
  csv: "CSV",
  tsv: "TSV",
  json: "JSON",
  ndjson: "JSON par lignes",
  geojson: "GeoJSON",
  kml: "KML",
  gpx: "GPX",
  xlsx: "classeur Excel",
  parquet: "Parquet",
  ics: "iCalendar",
  story: "fichier de récit",
};
