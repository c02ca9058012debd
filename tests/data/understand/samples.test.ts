// @vitest-environment node
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {open} from "../../../src/data/formats/open.ts";
import {sampleOf} from "../../../src/data/import/sample.ts";
import type {Mapping} from "../../../src/data/story.ts";
import type {Understanding} from "../../../src/data/understand/understanding.ts";
import {given} from "./given.ts";

/** Real files of the field, which a public clone does not have. */
const SAMPLES = join(import.meta.dirname, "../../../../shared/samples");

async function understandFile(name: string): Promise<Understanding> {
  const bytes = readFileSync(join(SAMPLES, name));
  const opened = await open([{name, blob: new Blob([new Uint8Array(bytes)])}], {}, () => {});
  const {names, tags, rows, headerSure} = await sampleOf(opened.tables[0]!);
  return given(names, rows, {tags, headerSure, format: opened.format});
}

const STANFORD: Mapping = {
  id: "CaseID",
  start: "Date",
  title: "Title",
  summary: "Description",
  place: "Location",
  category: "Place Type",
  actor: "Shooter Name",
  target: "Targeted Victim/s - Detailed",
  killed: "Total Number of Fatalities",
  sources: "Data Source 1",
  notes: "Notes",
};

const UCDP: Mapping = {
  id: "id",
  start: "date_start",
  end: "date_end",
  datePrecision: "date_prec",
  place: "where_coordinates",
  placePrecision: "where_prec",
  country: "country",
  title: "dyad_name",
  summary: "source_headline",
  category: "type_of_violence",
  actor: "side_a",
  target: "side_b",
  killed: "best",
  sources: "source_article",
  notes: "where_description",
};

const split = (before: string, parts: readonly string[]) => parts.map((part) => `${before}.${part}`);

const EXPECTED: Record<string, {preset?: string; mapping: Mapping}> = {
  "538_police_killings_latin1.csv": {
    mapping: {
      start: ["year", "month", "day"],
      lat: "latitude",
      lon: "longitude",
      title: "name",
      place: "city",
      category: "cause",
    },
  },
  "bellingcat_ukr_civharm_2023-08-04.json": {
    preset: "bellingcat",
    mapping: {
      id: "id",
      start: "date",
      lat: "latitude",
      lon: "longitude",
      place: "location",
      summary: "description",
      category: "filters.Type of area affected",
      sources: "sources.path",
    },
  },
  "blue_hills_track.gpx": {
    mapping: {start: "time", lat: "latitude", lon: "longitude", title: "name", category: "type"},
  },
  "firms_viirs_nested.json": {
    preset: "firms",
    mapping: {id: "id", start: "published_at", lat: "lat", lon: "lng", category: "dataset", sources: "source"},
  },
  "fpv_lebanon_2026.csv": {
    mapping: {id: "row", start: "date", lat: "lat", lon: "lon", title: "description", place: "town"},
  },
  "gdelt1_58col_noheader.csv": {
    preset: "gdelt-1",
    mapping: {
      id: "column 1",
      start: "column 2",
      lat: "column 54",
      lon: "column 55",
      place: "column 51",
      placePrecision: "column 50",
      category: "column 29",
      actor: "column 7",
      target: "column 17",
      link: "column 58",
    },
  },
  "kenya_ushahidi_2008.kml": {
    mapping: {start: "begin", end: "end", lat: "latitude", lon: "longitude", title: "name"},
  },
  "sncf_incidents_fr_nogeo.csv": {
    mapping: {start: "date", category: "famille_transport", summary: "incidents"},
  },
  "stanford_mass_shootings.csv": {mapping: {...STANFORD, lat: "Latitude", lon: "Longitude"}},
  "stanford_mass_shootings.geojson": {mapping: {...STANFORD, lat: "geometry.lat", lon: "geometry.lon"}},
  "timelinejs_all_media.json": {
    preset: "timelinejs",
    mapping: {
      id: "unique_id",
      start: split("start_date", ["year", "month"]),
      title: "text.headline",
      summary: "text.text",
      category: "group",
      sources: "media.credit",
      link: "media.link",
      notes: "media.caption",
    },
  },
  "timelinejs_marktwain_bc.json": {
    preset: "timelinejs",
    mapping: {
      id: "unique_id",
      start: split("start_date", ["year", "month", "day", "hour", "minute"]),
      end: split("end_date", ["year", "month", "day", "hour", "minute"]),
      lat: "location.lat",
      lon: "location.lon",
      place: "location.name",
      title: "text.headline",
      summary: "text.text",
      sources: "media.credit",
      link: "media.url",
      notes: "media.caption",
    },
  },
  "timelinejs_sheet_demo.csv": {
    preset: "timelinejs-sheet",
    mapping: {
      start: ["Year", "Month", "Day", "Time"],
      end: ["End Year", "End Month", "End Day", "End Time"],
      title: "Headline",
      summary: "Text",
      category: "Group",
      sources: "Media Credit",
      link: "Media",
      notes: "Media Caption",
    },
  },
  "timemap_timespans_test.kml": {
    mapping: {
      start: "begin",
      end: "end",
      lat: "latitude",
      lon: "longitude",
      title: "name",
      summary: "description",
    },
  },
  "ucdp_ged231_car.geojson": {preset: "ucdp-ged", mapping: {...UCDP, lat: "geometry.lat", lon: "geometry.lon"}},
  "ucdp_ged_ukr_hxl_2023.csv": {preset: "ucdp-ged", mapping: {...UCDP, lat: "latitude", lon: "longitude"}},
  "uscentcom_isil_strikes_nocoords.csv": {
    mapping: {start: "date", country: "country", place: "location", summary: "description"},
  },
  "usgs_all_month.csv": {
    preset: "usgs",
    mapping: {id: "id", start: "time", lat: "latitude", lon: "longitude", place: "place", category: "type"},
  },
  "usgs_significant_month.geojson": {
    preset: "usgs",
    mapping: {
      id: "id",
      start: "time",
      lat: "geometry.lat",
      lon: "geometry.lon",
      place: "place",
      title: "title",
      category: "type",
      link: "url",
    },
  },
  "volcanoes_latin1.csv": {
    mapping: {
      id: "Number",
      title: "Volcano Name",
      country: "Country",
      place: "Region",
      lat: "Latitude",
      lon: "Longitude",
      category: "Type",
    },
  },
  "war_atlas_battles_wikidata.csv": {
    mapping: {
      id: "slug",
      start: "date_display",
      lat: "lat",
      lon: "lng",
      placePrecision: "coord_precision",
      title: "title",
      link: "url",
    },
  },
};

describe.skipIf(!existsSync(SAMPLES))("real files of the field", () => {
  test.each(Object.entries(EXPECTED))("the columns of %s fill the right roles", async (name, {preset, mapping}) => {
    const understood = await understandFile(name);
    expect(understood.preset).toBe(preset ?? null);
    expect(understood.mapping).toEqual(mapping);
  });

  test("month first and day first are told apart", async () => {
    for (const name of [
      "bellingcat_ukr_civharm_2023-08-04.json",
      "stanford_mass_shootings.csv",
      "uscentcom_isil_strikes_nocoords.csv",
    ]) {
      const {reading, doubts} = await understandFile(name);
      expect(reading.dates).toMatchObject({order: "mdy"});
      expect(doubts).toEqual([]);
    }
  });

  test("a 1 January that stands for a year is taken for one in the atlas, and nowhere else", async () => {
    for (const name of Object.keys(EXPECTED)) {
      const {reading} = await understandFile(name);
      expect(reading.dates?.newYear, name).toBe(name.startsWith("war_atlas") ? "year" : undefined);
    }
  });

  test("nobody is asked about a file that is clear", async () => {
    for (const name of Object.keys(EXPECTED)) {
      const {doubts} = await understandFile(name);
      expect(doubts, name).toEqual(name.startsWith("volcanoes") ? ["no-start"] : []);
    }
  });
});
