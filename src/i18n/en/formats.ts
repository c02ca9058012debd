/** What formats are called, by their short names. */
export const formats: Readonly<Record<string, string>> = {
  csv: "CSV",
  tsv: "TSV",
  json: "JSON",
  ndjson: "JSON lines",
  geojson: "GeoJSON",
  kml: "KML",
  gpx: "GPX",
  xlsx: "Excel workbook",
  parquet: "Parquet",
  ics: "iCalendar",
  story: "story file",
};
