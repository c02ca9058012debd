// @vitest-environment node
import {existsSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {Dataset} from "../../../src/data/dataset.ts";
import type {ImportOutput} from "../../../src/data/import/importer.ts";
import {codesOf, counted, importPath} from "./read.ts";

/** Real files of the field, which a public clone does not have. */
const SAMPLES = join(import.meta.dirname, "../../../../shared/samples");

/** Row of the file, start, first moment after the end, precision, latitude, longitude, and the title or the id. */
type Row = readonly [number, string, string, string, number | null, number | null, string];

/** Read off the files themselves, by hand and with other programs. */
interface Expected {
  counts: readonly [rows: number, placed: number, timelineOnly: number, rejected: number];
  codes: Readonly<Record<string, number>>;
  doubts?: readonly string[];
  precisions: Readonly<Record<string, number>>;
  span: readonly [first: string, last: string] | null;
  rows: readonly Row[];
}

const EXPECTED: Record<string, Expected> = {
  "538_police_killings_latin1.csv": {
    counts: [467, 467, 0, 0],
    codes: {},
    precisions: {day: 467},
    span: ["2015-01-01", "2015-06-01"],
    rows: [
      [1, "2015-02-23", "2015-02-24", "day", 32.529577, -86.362829, "A'donte Washington"],
      [156, "2015-04-15", "2015-04-16", "day", 34.0511284, -117.720726, "Ernesto Flores"],
      [312, "2015-05-15", "2015-05-16", "day", 42.2503929, -89.0685043, "Mark Farrar"],
      [467, "2015-01-16", "2015-01-17", "day", 37.5864713, -122.0600103, "Zaki Shinwary"],
    ],
  },
  "bellingcat_ukr_civharm_2023-08-04.json": {
    counts: [1219, 1219, 0, 0],
    codes: {"duplicate-id": 1},
    precisions: {day: 1219},
    span: ["2022-02-24", "2023-07-24"],
    rows: [
      [1, "2022-02-24", "2022-02-25", "day", 49.85005, 36.659031, "CIV0001"],
      [407, "2022-04-02", "2022-04-03", "day", 48.589221, 37.991076, "CIV0633"],
      [813, "2022-08-29", "2022-08-30", "day", 46.978767, 31.988984, "CIV1364"],
      [1219, "2023-07-24", "2023-07-25", "day", 45.416525, 28.287845, "CIV2298"],
    ],
  },
  "blue_hills_track.gpx": {
    counts: [46, 42, 0, 4],
    codes: {"no-date": 4},
    precisions: {second: 42},
    span: ["2001-05-26T21:52:36", "2001-10-13T23:50:58"],
    rows: [
      [1, "2001-06-24T20:59:47", "2001-06-24T20:59:48", "second", 42.209547, -71.119025, "LOOKOUT"],
      [19, "2001-05-26T21:52:36", "2001-05-26T21:52:37", "second", 42.216248, -71.084324, "2112"],
      [33, "2001-05-26T21:53:00", "2001-05-26T21:53:01", "second", 42.21804, -71.09529, "HANCOCK"],
      [46, "2001-05-26T21:53:33", "2001-05-26T21:53:34", "second", 42.21304, -71.0864, "TUCKER"],
    ],
  },
  "firms_viirs_nested.json": {
    counts: [5056, 5056, 0, 0],
    codes: {},
    precisions: {second: 5056},
    span: ["2026-08-21", "2026-08-22T11:28:00"],
    rows: [
      [1, "2026-08-22T11:28:00", "2026-08-22T11:28:01", "second", 38.73905, 26.93299, "f_4057696772489204361"],
      [1686, "2026-08-21T23:46:00", "2026-08-21T23:46:01", "second", 31.30016, 49.12141, "f_9048229610234642178"],
      [3371, "2026-08-21T22:05:00", "2026-08-21T22:05:01", "second", 32.99514, 46.18289, "f_4911836012535565168"],
      [5056, "2026-08-21", "2026-08-21T00:00:01", "second", 19.33389, 56.47287, "f_5867803689416383494"],
    ],
  },
  "fpv_lebanon_2026.csv": {
    counts: [149, 149, 0, 0],
    codes: {},
    precisions: {day: 149},
    span: ["2026-04-24", "2026-06-17"],
    rows: [
      [1, "2026-06-17", "2026-06-18", "day", 33.35306, 35.51333, "force position kfar tebnit"],
      [50, "2026-05-27", "2026-05-28", "day", 33.08247, 35.281962, "Enemy vehicle in northern settlement"],
      [100, "2026-05-12", "2026-05-13", "day", 33.118975, 35.14008333, "humvee naqoura naqoura iskandarounah road"],
      [
        149,
        "2026-04-24",
        "2026-04-25",
        "day",
        33.27614167,
        35.52115278,
        "D9 engineering vehicle between taybeh and deir siryan",
      ],
    ],
  },
  "gdelt1_58col_noheader.csv": {
    counts: [710, 694, 16, 0],
    codes: {"no-coordinate": 14, "short-row": 201, "zero-coordinate": 2},
    precisions: {day: 710},
    span: ["1982-01-02", "2016-07-28"],
    rows: [
      [1, "2006-07-31", "2006-08-01", "day", 38.8973, -77.0083, "564111644"],
      [237, "2016-07-28", "2016-07-29", "day", 43.4108, -71.5653, "564160246"],
      [474, "2016-07-28", "2016-07-29", "day", 38.8951, -77.0364, "564464792"],
      [710, "1982-12-31", "1983-01-01", "day", 16, 106, "230523753"],
    ],
  },
  "kenya_ushahidi_2008.kml": {
    counts: [82, 82, 0, 0],
    codes: {},
    precisions: {day: 82},
    span: ["2007-12-30", "2008-01-25"],
    rows: [
      [1, "2008-01-16", "2008-01-17", "day", 0.581, 34.5533, "Gun shots..."],
      [28, "2008-01-22", "2008-01-23", "day", -0.3721, 35.2589, "LAND SUBDIVISIONS AND ARSON ATTEMPT..."],
      [55, "2008-01-04", "2008-01-05", "day", -4.05305, 39.672852, "Rioting and looting..."],
      [82, "2008-01-01", "2008-01-02", "day", 0.602, 34.7588, "Testimonies by refugees from Chimoi..."],
    ],
  },
  "sncf_incidents_fr_nogeo.csv": {
    counts: [3745, 0, 3745, 0],
    codes: {},
    precisions: {day: 3745},
    span: ["2019-01-23", "2020-03-13"],
    rows: [
      [1, "2019-01-23", "2019-01-24", "day", null, null, ""],
      [1249, "2019-11-12", "2019-11-13", "day", null, null, ""],
      [2497, "2020-02-11", "2020-02-12", "day", null, null, ""],
      [3745, "2020-03-13", "2020-03-14", "day", null, null, ""],
    ],
  },
  "stanford_mass_shootings.csv": {
    counts: [335, 335, 0, 0],
    codes: {"duplicate-id": 2},
    precisions: {day: 335},
    span: ["1966-08-01", "2016-06-26"],
    rows: [
      [1, "1966-08-01", "1966-08-02", "day", 30.1988873, -97.84415949, "University of Texas at Austin"],
      [112, "2009-03-10", "2009-03-11", "day", 31.04367594, -85.8763466, "Geneva County, Alabama"],
      [224, "2015-02-04", "2015-02-05", "day", 36.27617912, -80.35501402, "King, North Carolina"],
      [335, "2016-06-26", "2016-06-27", "day", 34.948174, -82.127331, "Nightclub Disput"],
    ],
  },
  "stanford_mass_shootings.geojson": {
    counts: [335, 335, 0, 0],
    codes: {"duplicate-id": 2},
    precisions: {day: 335},
    span: ["1966-08-01", "2016-06-26"],
    rows: [
      [1, "1966-08-01", "1966-08-02", "day", 30.1988873, -97.84415949, "University of Texas at Austin"],
      [112, "2009-03-10", "2009-03-11", "day", 31.04367594, -85.8763466, "Geneva County, Alabama"],
      [224, "2015-02-04", "2015-02-05", "day", 36.27617912, -80.35501402, "King, North Carolina"],
      [335, "2016-06-26", "2016-06-27", "day", 34.948174, -82.127331, "Nightclub Disput"],
    ],
  },
  "timelinejs_all_media.json": {
    counts: [41, 0, 41, 0],
    codes: {},
    precisions: {month: 8, year: 33},
    span: ["1901-01-01", "1940-01-01"],
    rows: [
      [1, "1901-01-01", "1902-01-01", "year", null, null, "YouTube Videos"],
      [14, "1911-01-01", "1912-01-01", "year", null, null, "Google Plus"],
      [28, "1921-01-01", "1922-01-01", "year", null, null, "Spotify, Artist"],
      [41, "1940-01-01", "1941-01-01", "year", null, null, "Wikimedia Commons Image (intentional error)"],
    ],
  },
  "timelinejs_marktwain_bc.json": {
    counts: [17, 12, 5, 0],
    codes: {"no-coordinate": 5},
    precisions: {day: 1, minute: 15, year: 1},
    span: ["1900-01-06T06:45:00", "2014-01-01"],
    rows: [
      [1, "1908-05-13", "1908-05-14", "day", null, null, ""],
      [6, "1900-01-06T06:45:00", "1900-01-06T06:46:00", "minute", null, null, ""],
      [12, "1935-01-05T06:45:00", "1935-01-05T06:46:00", "minute", 42.089796, -76.807734, "Livy"],
      [17, "2014-01-01", "2015-01-01", "year", null, null, "Get started!"],
    ],
  },
  "timelinejs_sheet_demo.csv": {
    counts: [4, 0, 4, 0],
    codes: {"title-row": 1, "bad-link": 3},
    precisions: {day: 1, minute: 1, year: 2},
    span: ["1910-01-01", "1947-01-01"],
    rows: [
      [1, "1910-01-01", "1911-01-01", "year", null, null, "Administration Building, University of Idaho"],
      [2, "1912-09-08", "1912-09-09", "day", null, null, "Spokane County Court House, Spokane, Washington"],
      [
        3,
        "1925-10-30T14:30:00",
        "1925-10-30T14:31:00",
        "minute",
        null,
        null,
        "University of Idaho vs. University of Southern California (Football)",
      ],
      [4, "1947-01-01", "1948-01-01", "year", null, null, "Good News - Power"],
    ],
  },
  "timemap_timespans_test.kml": {
    counts: [8, 6, 1, 1],
    codes: {"no-coordinate": 1, "no-date": 1},
    precisions: {day: 7},
    span: ["1980-01-02", "1990-01-02"],
    rows: [
      [1, "1980-01-02", "2000-01-03", "day", 23.456, 12.345, "Test: Empty Tag"],
      [3, "1980-01-02", "1980-01-03", "day", 23.456, 12.345, "Test: Unbounded Span"],
      [6, "1980-01-02", "1980-01-03", "day", 23.456, 12.345, "Child Event A2"],
      [8, "1980-01-02", "1980-01-03", "day", 23.456, 12.345, "Child Event B2"],
    ],
  },
  "ucdp_ged231_car.geojson": {
    counts: [1848, 1848, 0, 0],
    codes: {},
    precisions: {day: 1367, month: 163, range: 251, week: 24, year: 43},
    span: ["1991-08-08", "2022-12-30"],
    rows: [
      [1, "2009-02-20", "2009-02-21", "day", 5.399784, 26.486881, "Government of Uganda - LRA"],
      [617, "2014-01-23", "2014-01-24", "day", 4.366667, 18.583333, "anti-Balaka - FPRC"],
      [1233, "2017-06-06", "2017-06-07", "day", 5.323333, 20.709722, "anti-Balaka - UPC"],
      [1848, "2022-11-05", "2022-11-06", "day", 5.933953, 21.162894, "CPC - Civilians"],
    ],
  },
  "ucdp_ged_ukr_hxl_2023.csv": {
    counts: [2989, 2989, 0, 0],
    codes: {"tag-row": 1},
    precisions: {day: 2323, month: 110, range: 444, week: 76, year: 36},
    span: ["2014-01-22", "2021-12-31"],
    rows: [
      [1, "2014-01-22", "2014-01-23", "day", 50.45, 30.52333, "Government of Ukraine - Maidan"],
      [
        997,
        "2014-09-26",
        "2014-09-27",
        "day",
        48.721895,
        39.25145,
        "Government of Ukraine - United Armed Forces of Novorossiya",
      ],
      [1993, "2016-04-04", "2016-04-05", "day", 48.14, 37.74, "Government of Ukraine - DPR"],
      [2989, "2021-12-19", "2021-12-20", "day", 48.671413, 38.763354, "Government of Ukraine - LPR"],
    ],
  },
  "uscentcom_isil_strikes_nocoords.csv": {
    counts: [5531, 0, 5531, 0],
    codes: {},
    precisions: {day: 5531},
    span: ["2014-12-19", "2016-10-17"],
    rows: [
      [1, "2016-10-17", "2016-10-18", "day", null, null, ""],
      [1844, "2016-04-08", "2016-04-09", "day", null, null, ""],
      [3688, "2015-08-29", "2015-08-30", "day", null, null, ""],
      [5531, "2014-12-19", "2014-12-20", "day", null, null, ""],
    ],
  },
  "usgs_all_month.csv": {
    counts: [10387, 10387, 0, 0],
    codes: {},
    precisions: {second: 10387},
    span: ["2021-04-22T02:56:19.175", "2021-05-22T02:48:02.790"],
    rows: [
      [1, "2021-05-22T02:48:02.790", "2021-05-22T02:48:03.790", "second", 35.9, -117.7398333, "ci39899400"],
      [
        3463,
        "2021-05-11T02:13:46.920",
        "2021-05-11T02:13:47.920",
        "second",
        19.2019996643066,
        -155.393661499023,
        "hv72463322",
      ],
      [
        6925,
        "2021-04-30T17:53:27.640",
        "2021-04-30T17:53:28.640",
        "second",
        19.216833114624,
        -155.447006225586,
        "hv72449182",
      ],
      [10387, "2021-04-22T02:56:19.175", "2021-04-22T02:56:20.175", "second", 60.1335, -152.7362, "ak021559ps2s"],
    ],
  },
  "usgs_significant_month.geojson": {
    counts: [14, 14, 0, 0],
    codes: {},
    precisions: {second: 14},
    span: ["2023-01-28T18:14:45.863", "2023-02-23T20:02:48.400"],
    rows: [
      [
        1,
        "2023-02-23T20:02:48.400",
        "2023-02-23T20:02:49.400",
        "second",
        3.3237,
        128.1497,
        "M 6.3 - 177 km N of Tobelo, Indonesia",
      ],
      [
        5,
        "2023-02-15T07:27:06.530",
        "2023-02-15T07:27:07.530",
        "second",
        19.1136666666667,
        -155.407166666667,
        "M 4.8 - 12 km SE of Pāhala, Hawaii",
      ],
      [
        10,
        "2023-02-06T01:28:15.984",
        "2023-02-06T01:28:16.984",
        "second",
        37.1784,
        36.9468,
        "M 6.7 - 18 km E of Nurdağı, Turkey",
      ],
      [
        14,
        "2023-01-28T18:14:45.863",
        "2023-01-28T18:14:46.863",
        "second",
        38.4216,
        44.9108,
        "M 5.9 - 14 km SSW of Khowy, Iran",
      ],
    ],
  },
  "volcanoes_latin1.csv": {
    counts: [1571, 0, 0, 1571],
    codes: {"no-date": 1571},
    doubts: ["no-start", "many-rejected"],
    precisions: {},
    span: null,
    rows: [],
  },
  "war_atlas_battles_wikidata.csv": {
    counts: [3010, 2477, 533, 0],
    codes: {"no-coordinate": 533},
    precisions: {day: 2718, month: 14, range: 15, year: 263},
    span: ["1763-01-01", "2026-02-22"],
    rows: [
      [1, "1842-01-01", "1843-01-01", "year", 34.289167, 70.038333, "1842 retreat from Kabul"],
      [1004, "1879-03-29", "1879-03-30", "day", -27.69289, 30.6727, "Battle of Kambula"],
      [2007, "1813-06-26", "1813-06-27", "day", 43.133333, -2.083333, "Battle of Tolosa"],
      [3010, "2022-02-27", "2022-02-28", "day", 50.266667, 28.75, "Zhytomyr attacks"],
    ],
  },
};

const iso = (time: number): string => new Date(time).toISOString().replace(/T00:00:00\.000Z$|\.000Z$|Z$/, "");

function rowOf({columns, extent}: ImportOutput, number: number): Row {
  const i = columns.row.indexOf(number);
  const dataset = new Dataset(columns, extent);
  const place = columns.place[i]!;
  return [
    number,
    iso(columns.start[i]!),
    iso(columns.end[i]!),
    dataset.datePrecision(i),
    place === -1 ? null : columns.places.lat[place]!,
    place === -1 ? null : columns.places.lon[place]!,
    dataset.text("title", i) || dataset.text("id", i),
  ];
}

function precisionsOf({columns, extent}: ImportOutput): Record<string, number> {
  const counts: Record<string, number> = {};
  const dataset = new Dataset(columns, extent);
  for (let i = 0; i < columns.length; i++)
    counts[dataset.datePrecision(i)] = (counts[dataset.datePrecision(i)] ?? 0) + 1;
  return counts;
}

describe.skipIf(!existsSync(SAMPLES))("a real file of the field", () => {
  it.each(Object.entries(EXPECTED))("%s gives every row, on its day and in its place", async (name, expected) => {
    const output = await importPath(join(SAMPLES, name));
    const {rows, placed, timelineOnly, rejected} = counted(output);
    expect([rows, placed, timelineOnly, rejected]).toEqual(expected.counts);
    expect(codesOf(output)).toEqual(expected.codes);
    expect(output.understanding.doubts).toEqual(expected.doubts ?? []);
    expect(output.sure).toBe(expected.doubts === undefined);
    expect(precisionsOf(output)).toEqual(expected.precisions);
    const {start, length} = output.columns;
    expect(length === 0 ? null : [iso(start[0]!), iso(start[length - 1]!)]).toEqual(expected.span);
    for (const row of expected.rows) expect(rowOf(output, row[0])).toEqual(row);
  });
});
