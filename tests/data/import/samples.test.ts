// @vitest-environment node
import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {codesOf, counted, importPath, rowsOf} from "./read.ts";

/** Real files of the field, which a public clone does not have. */
const SAMPLES = join(import.meta.dirname, "../../../../shared/samples");

type Expected = [rows: number, placed: number, timelineOnly: number, rejected: number];

const COUNTS: Record<string, Expected> = {
  "538_police_killings_latin1.csv": [467, 467, 0, 0],
  "bellingcat_ukr_civharm_2023-08-04.json": [1219, 1219, 0, 0],
  "blue_hills_track.gpx": [46, 42, 0, 4],
  "firms_viirs_nested.json": [5056, 5056, 0, 0],
  "fpv_lebanon_2026.csv": [149, 149, 0, 0],
  "gdelt1_58col_noheader.csv": [710, 694, 16, 0],
  "kenya_ushahidi_2008.kml": [82, 82, 0, 0],
  "sncf_incidents_fr_nogeo.csv": [3745, 0, 3745, 0],
  "stanford_mass_shootings.csv": [335, 335, 0, 0],
  "stanford_mass_shootings.geojson": [335, 335, 0, 0],
  "timelinejs_all_media.json": [41, 0, 41, 0],
  "timelinejs_marktwain_bc.json": [17, 12, 5, 0],
  "timelinejs_sheet_demo.csv": [4, 0, 4, 0],
  "timemap_timespans_test.kml": [8, 6, 1, 1],
  "ucdp_ged231_car.geojson": [1848, 1848, 0, 0],
  "ucdp_ged_ukr_hxl_2023.csv": [2989, 2989, 0, 0],
  "uscentcom_isil_strikes_nocoords.csv": [5531, 0, 5531, 0],
  "usgs_all_month.csv": [10387, 10387, 0, 0],
  "usgs_significant_month.geojson": [14, 14, 0, 0],
  "war_atlas_battles_wikidata.csv": [3010, 2477, 533, 0],
};

describe.skipIf(!existsSync(SAMPLES))("real files of the field", () => {
  it.each(Object.entries(COUNTS))("%s gives every row", async (name, [rows, placed, timelineOnly, rejected]) => {
    const output = await importPath(join(SAMPLES, name));
    if (process.env["TELL"])
      console.log(
        name,
        JSON.stringify(
          {
            ...counted(output),
            m: output.mapping,
            r: output.understanding.reading,
            d: output.understanding.doubts,
            preset: output.report.preset,
            codes: codesOf(output),
            facets: output.story.facets,
            first: rowsOf(output, ["start", "end", "precision", "lat", "lon", "title", "killed"]).slice(0, 3),
          },
          null,
          1,
        ),
      );
    expect(counted(output)).toEqual({rows, placed, timelineOnly, rejected});
  });
});
