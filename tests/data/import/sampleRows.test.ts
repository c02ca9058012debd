// @vitest-environment node
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {describe, expect, it} from "vitest";
import {counted, importPath, rowsOf} from "./read.ts";

const SAMPLES = join(import.meta.dirname, "../../../../shared/samples");
const path = (name: string) => join(SAMPLES, name);

type Cells = Record<string, string>;
type Feature = {properties: Record<string, unknown>; geometry: {coordinates: number[]}};

/** The records of a CSV as another program reads them. */
function records(name: string, encoding = "utf-8"): Cells[] {
  const text = new TextDecoder(encoding).decode(readFileSync(path(name)));
  return Papa.parse<Cells>(text, {header: true, skipEmptyLines: true}).data;
}
const json = (name: string) => JSON.parse(readFileSync(path(name), "utf8"));
const features = (name: string) => (json(name) as {features: Feature[]}).features;

const two = (part: string | number) => String(part).padStart(2, "0");
const fromMdy = (text: string) => {
  const [month, day, year] = text.trim().split("/");
  return `${year}-${two(month!)}-${two(day!)}`;
};
const degrees = (text: unknown) => (text === "" || text === null ? "" : String(Number(text)));
const clock = (iso: string) => iso.slice(0, 16).replace(/T00:00$/, "");
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Day or minute, latitude and longitude of every record, worked out from the raw file. */
const ORACLES: Record<string, () => string[][]> = {
  "538_police_killings_latin1.csv": () =>
    records("538_police_killings_latin1.csv", "windows-1252").map(({year, month, day, latitude, longitude}) => [
      `${year}-${two(MONTHS.indexOf(month!) + 1)}-${two(day!)}`,
      degrees(latitude),
      degrees(longitude),
    ]),
  "bellingcat_ukr_civharm_2023-08-04.json": () =>
    (json("bellingcat_ukr_civharm_2023-08-04.json") as Cells[]).map(({date, latitude, longitude}) => [
      fromMdy(date!),
      degrees(latitude),
      degrees(longitude),
    ]),
  "firms_viirs_nested.json": () =>
    (json("firms_viirs_nested.json") as {fires: Record<string, string | number>[]}).fires.map((fire) => [
      clock(String(fire["published_at"])),
      degrees(fire["lat"]),
      degrees(fire["lng"]),
    ]),
  "fpv_lebanon_2026.csv": () =>
    records("fpv_lebanon_2026.csv").map(({date, lat, lon}) => [date!, degrees(lat), degrees(lon)]),
  "gdelt1_58col_noheader.csv": () =>
    readFileSync(path("gdelt1_58col_noheader.csv"), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const cells = line.split("\t");
        const [lat = "", lon = ""] = cells.slice(53, 55);
        const nowhere = lat === "" || (Number(lat) === 0 && Number(lon) === 0);
        const day = `${cells[1]!.slice(0, 4)}-${cells[1]!.slice(4, 6)}-${cells[1]!.slice(6)}`;
        return nowhere ? [day, "", ""] : [day, degrees(lat), degrees(lon)];
      }),
  "sncf_incidents_fr_nogeo.csv": () => records("sncf_incidents_fr_nogeo.csv").map(({date}) => [date!, "", ""]),
  "stanford_mass_shootings.csv": () =>
    records("stanford_mass_shootings.csv").map(({Date, Latitude, Longitude}) => [
      fromMdy(Date!),
      degrees(Latitude),
      degrees(Longitude),
    ]),
  "stanford_mass_shootings.geojson": () =>
    features("stanford_mass_shootings.geojson").map(({properties, geometry: {coordinates}}) => [
      fromMdy(String(properties["Date"])),
      degrees(coordinates[1]),
      degrees(coordinates[0]),
    ]),
  "ucdp_ged231_car.geojson": () =>
    features("ucdp_ged231_car.geojson").map(({properties, geometry: {coordinates}}) => [
      String(properties["date_start"]).slice(0, 10),
      degrees(coordinates[1]),
      degrees(coordinates[0]),
    ]),
  "ucdp_ged_ukr_hxl_2023.csv": () =>
    records("ucdp_ged_ukr_hxl_2023.csv")
      .slice(1)
      .map(({date_start, latitude, longitude}) => [date_start!.slice(0, 10), degrees(latitude), degrees(longitude)]),
  "uscentcom_isil_strikes_nocoords.csv": () =>
    records("uscentcom_isil_strikes_nocoords.csv").map(({date}) => [fromMdy(date!), "", ""]),
  "usgs_all_month.csv": () =>
    records("usgs_all_month.csv").map(({time, latitude, longitude}) => [
      clock(time!),
      degrees(latitude),
      degrees(longitude),
    ]),
  "usgs_significant_month.geojson": () =>
    features("usgs_significant_month.geojson").map(({properties, geometry: {coordinates}}) => [
      clock(new Date(properties["time"] as number).toISOString()),
      degrees(coordinates[1]),
      degrees(coordinates[0]),
    ]),
  "war_atlas_battles_wikidata.csv": () =>
    records("war_atlas_battles_wikidata.csv").map(({date_iso, lat, lng}) => [date_iso!, degrees(lat), degrees(lng)]),
};

describe.skipIf(!existsSync(SAMPLES))("every row of a real file", () => {
  it.each(Object.entries(ORACLES))("%s is what another program reads", async (name, oracle) => {
    const output = await importPath(path(name));
    const expected = oracle();
    const read = rowsOf(output, ["start", "lat", "lon"]).map(([start, ...place]) => [clock(start!), ...place]);
    // Where the atlas has no date in ISO 8601 it writes one in words, which `samples.test.ts` looks at.
    expect(read).toEqual(expected.map(([start, ...place], i) => [start || read[i]?.[0], ...place]));
  });

  it("is the same from the CSV and the GeoJSON of one table", async () => {
    const names = ["start", "end", "precision", "lat", "lon", "title", "id", "killed", "summary", "actor", "category"];
    const [csv, geojson] = await Promise.all([
      importPath(path("stanford_mass_shootings.csv")),
      importPath(path("stanford_mass_shootings.geojson")),
    ]);
    expect(rowsOf(geojson, names)).toEqual(rowsOf(csv, names));
    expect(counted(geojson)).toEqual(counted(csv));
  });

  it("keeps the bounds of the dead and how closely the place is known", async () => {
    const {columns, understanding} = await importPath(path("ucdp_ged_ukr_hxl_2023.csv"));
    const best = records("ucdp_ged_ukr_hxl_2023.csv")
      .slice(1)
      .map((row) => Number(row["best"]));
    const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
    expect(sum(columns.numbers["killed"]!)).toBe(sum(best));
    expect(understanding.licence).toMatchObject({mayPublish: true});
  });

  it("draws the track of a GPX as lines of all its points", async () => {
    const segments = readFileSync(path("blue_hills_track.gpx"), "utf8").split("<trkseg>").slice(1);
    const points = segments.map((segment) => segment.match(/<trkpt\s/g)!.length);
    const {lines, file} = await importPath(path("blue_hills_track.gpx"));
    expect(lines.map((line) => line.points.length / 2)).toEqual(points.filter((count) => count > 1));
    expect(file.tables.map(({name, rows}) => [name, rows])).toContainEqual(["track points", 1243]);
  });

  it("without any date says so and offers nothing wrong", async () => {
    const output = await importPath(path("volcanoes_latin1.csv"));
    expect(counted(output)).toEqual({rows: 1571, placed: 0, timelineOnly: 0, rejected: 1571});
    expect(output.understanding.doubts).toContain("no-start");
    expect(output.mapping.start).toBeUndefined();
    expect(output.mapping).toMatchObject({lat: "Latitude", lon: "Longitude", title: "Volcano Name"});
  });
});
