// @vitest-environment node
import {describe, expect, it} from "vitest";
import {codesOf, counted, importText, rowsOf} from "./read.ts";

const FACTS = ["id", "start", "precision", "lat", "lon", "killed"];
const csv = (header: string, ...rows: string[]) => `${header}\n${rows.join("\n")}\n`;
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("ACLED", () => {
  const tail = "Iraq,Baghdad,33.3,44.4";
  it.each([
    [
      "since 2023",
      "acled",
      "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,country,location,latitude,longitude,geo_precision,source,notes,fatalities,tags,timestamp",
      [
        `IRQ1,28 January 2024,2024,1,Political violence,Battles,Armed clash,Militia,${tail},1,AP; Reuters,On 28 January 2024,3,,1706486400`,
        `IRQ2,03 March 2024,2024,3,Demonstrations,Protests,Peaceful protest,People,${tail},3,AP,In March,0,,1709596800`,
      ],
      "2024-03-01",
    ],
    [
      "from 2018 to 2022",
      "acled-2018",
      "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,country,location,latitude,longitude,geo_precision,source,notes,fatalities,timestamp,iso3",
      [
        `1,368,IRQ1,1,28 January 2019,2019,1,Battles,Armed clash,Militia,${tail},1,AP; Reuters,On 28 January,3,1548892800,IRQ`,
        `2,368,IRQ2,2,03 March 2019,2019,3,Protests,Peaceful protest,People,${tail},3,AP,In March,0,1551916800,IRQ`,
      ],
      "2019-03-01",
    ],
    [
      "before 2018",
      "acled-old",
      "GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,COUNTRY,LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,NOTES,FATALITIES",
      [
        `645,IRQ1,1,28-January-2015,2015,1,Battle-No change of territory,Militia,,${tail},1,AP; Reuters,On 28 January,3`,
        `645,IRQ2,2,03/03/2015,2015,3,Riots/Protests,People,,${tail},3,AP,In March,0`,
      ],
      "2015-03-01",
    ],
  ])("%s: days first, precision by codes, never the time of the last edit", async (_, preset, header, rows, month) => {
    const output = await importText(csv(header, ...rows));
    expect(output.report.preset).toBe(preset);
    expect(rowsOf(output, FACTS)).toEqual([
      ["IRQ1", month.replace(/-03-01$/, "-01-28"), "day", "33.3", "44.4", "3"],
      ["IRQ2", month, "month", "33.3", "44.4", "0"],
    ]);
    const {columns} = output;
    expect([...columns.placePrecision]).toEqual([2, 4]);
    expect(output.understanding).toMatchObject({
      doubts: [],
      licence: {mayPublish: false, credit: "ACLED (acleddata.com)"},
    });
    expect(output.understanding.reading.separator).toBe(";");
  });

  it("repeats an event for each of two actors, which is told", async () => {
    const header = "event_id_cnty,event_date,time_precision,disorder_type,event_type,actor1,notes,fatalities";
    const output = await importText(csv(header, "A1,2024-01-28,1,x,Battles,P,n,1", "A1,2024-01-28,1,x,Battles,Q,n,1"));
    expect(codesOf(output)).toEqual({"duplicate-id": 1});
    expect(counted(output)).toMatchObject({rows: 2, timelineOnly: 2});
  });
});

describe("UCDP GED", () => {
  it("keeps stretches, their precision by codes, and the dead", async () => {
    const output = await importText(
      csv(
        "id,relid,year,type_of_violence,dyad_name,side_a,side_b,number_of_sources,source_article,where_prec,latitude,longitude,geom_wkt,country,date_prec,date_start,date_end,best,high,low",
        '1,0,2014,1,"Government of A - ""B""",A,B,-1,"Paper, 2014",1,50.45,30.5,POINT (30.5 50.45),A,1,2014-01-22 00:00:00.000,2014-01-22 00:00:00.000,5,9,3',
        "2,0,2014,3,A - Civilians,A,Civilians,2,Paper,7,48.1,38.6,POINT (38.6 48.1),A,2,2014-02-18 00:00:00.000,2014-02-20 00:00:00.000,0,0,0",
      ),
    );
    expect(output.report.preset).toBe("ucdp-ged");
    expect(rowsOf(output, [...FACTS, "end", "title"])).toEqual([
      ["1", "2014-01-22", "day", "50.45", "30.5", "5", "2014-01-23", 'Government of A - "B"'],
      ["2", "2014-02-18", "range", "48.1", "38.6", "0", "2014-02-21", "A - Civilians"],
    ]);
    expect([...output.columns.placePrecision]).toEqual([0, 1]);
    expect(output.understanding.licence).toMatchObject({mayPublish: true});
  });
});

describe("GTD", () => {
  it("in windows-1252 has parts of dates that are 0 where not known, and -9 for counts that are not known", async () => {
    const output = await importText(
      latin1(
        csv(
          "eventid,iyear,imonth,iday,approxdate,country_txt,city,latitude,longitude,specificity,summary,attacktype1_txt,gname,nkill,nwound",
          "197001020001,1970,1,2,,Perú,Lima,-12.04,-77.03,1,x,Bombing,Unknown,1,-9",
          "197000000002,1970,0,0,1970,Perú,Cañete,-13.07,-76.38,3,x,Bombing,Unknown,,2.5",
          "197003000003,1970,3,0,March,Perú,,,,5,x,Bombing,Unknown,-99,0",
        ),
      ),
    );
    expect(output.report.preset).toBe("gtd");
    expect(rowsOf(output, [...FACTS, "wounded"])).toEqual([
      ["197001020001", "1970-01-02", "day", "-12.04", "-77.03", "1", "NaN"],
      ["197000000002", "1970-01-01", "year", "-13.07", "-76.38", "NaN", "2.5"],
      ["197003000003", "1970-03-01", "month", "", "", "NaN", "0"],
    ]);
    expect(rowsOf(output, ["country", "place"])[1]).toEqual(["Perú", "Cañete"]);
    expect(output.understanding.licence).toMatchObject({mayPublish: false});
  });
});

describe("GDELT", () => {
  const row = (columns: number, at: Record<number, string>) =>
    Array.from({length: columns}, (_, i) => at[i + 1] ?? "").join("\t");
  const one = (id: number, day: string) => ({
    1: `56411164${id}`,
    2: day,
    3: day.slice(0, 6),
    4: day.slice(0, 4),
    5: `${day.slice(0, 4)}.1`,
    7: "POLICE",
    25: "1",
    26: "042",
    27: "042",
    28: "04",
    29: "1",
    30: "1.9",
    31: "10",
    32: "1",
    33: "10",
    34: "2.5",
  });

  it("of 57 and 58 columns has no header, and no row is taken for one", async () => {
    const rows = [
      row(58, {
        ...one(1, "20240128"),
        50: "4",
        51: "Baghdad",
        54: "33.3",
        55: "44.4",
        57: "20240128",
        58: "https://example.org/a",
      }),
      row(57, {...one(2, "20060731"), 50: "1", 51: "Iraq", 54: "33", 55: "44", 57: "20240128"}),
      row(58, {...one(3, "20240129"), 50: "0", 57: "20240129", 58: "https://example.org/b"}),
    ];
    const output = await importText(`${rows.join("\n")}\n`, "20240128.export.CSV");
    expect(output.report.preset).toBe("gdelt-1");
    expect(counted(output)).toEqual({rows: 3, placed: 2, timelineOnly: 1, rejected: 0});
    expect(codesOf(output)).toEqual({"short-row": 1, "no-coordinate": 1});
    expect(rowsOf(output, FACTS.slice(0, 5))).toEqual([
      ["564111641", "2024-01-28", "day", "33.3", "44.4"],
      ["564111642", "2006-07-31", "day", "33", "44"],
      ["564111643", "2024-01-29", "day", "", ""],
    ]);
    expect([...output.columns.placePrecision].sort()).toContain(5);
    expect(output.understanding).toMatchObject({doubts: [], reading: {headerRow: 0}});
    expect(rowsOf(output, ["link"])[0]).toEqual(["https://example.org/a"]);
  });

  it("of 61 columns takes the place of the action", async () => {
    const rows = [1, 2].map((id) =>
      row(61, {
        ...one(id, "20240128"),
        52: "4",
        53: "Baghdad",
        57: "33.3",
        58: "44.4",
        59: "x",
        60: "20240128120000",
        61: "https://example.org/a",
      }),
    );
    const output = await importText(`${rows.join("\n")}\n`, "x.CSV");
    expect(output.report.preset).toBe("gdelt-2");
    expect(rowsOf(output, FACTS.slice(0, 5))[0]).toEqual(["564111641", "2024-01-28", "day", "33.3", "44.4"]);
  });
});

describe("other known layouts", () => {
  it("Airwars: how well a claim is supported is drawn as certainty", async () => {
    const output = await importText(
      csv(
        "unique_reference_code,incident_date,civilian_deaths_min,civilian_deaths_max,strike_type,assessment,latitude,longitude,geolocation_accuracy",
        "RS1,2017-03-17,103,240,Airstrike,Confirmed,36.34,43.1,Within 100m",
        "RS2,2017-03-18,1,1,Airstrike,Contested,,,City",
      ),
    );
    expect(output.report.preset).toBe("airwars");
    expect(rowsOf(output, FACTS)).toEqual([
      ["RS1", "2017-03-17", "day", "36.34", "43.1", "103"],
      ["RS2", "2017-03-18", "day", "", "", "1"],
    ]);
    expect([...output.columns.certainty]).toEqual([0, 3]);
  });

  it("FIRMS: day and time of day are two columns, in UTC, the time with or without its colon and zeros", async () => {
    const output = await importText(
      csv(
        "latitude,longitude,bright_ti4,acq_date,acq_time,satellite,confidence,frp,daynight",
        "38.7,26.9,330,2026-08-22,342,N,l,1.5,N",
        "38.8,27.0,331,2026-08-22,1128,N,n,2.5,D",
      ),
    );
    expect(output.report.preset).toBe("firms");
    expect(rowsOf(output, ["start", "precision"])).toEqual([
      ["2026-08-22T03:42", "minute"],
      ["2026-08-22T11:28", "minute"],
    ]);
    const inAthens = await importText(
      csv("latitude,longitude,acq_date,acq_time,confidence,frp", "38.7,26.9,2026-08-22,2342,l,1.5"),
      "x.csv",
      {timezone: "Europe/Athens"},
    );
    expect(rowsOf(inAthens, ["start"])).toEqual([["2026-08-23T02:42"]]);
  });

  it("USGS: the time is when it happened, not when it was updated; ids stay texts", async () => {
    const output = await importText(
      csv(
        "time,latitude,longitude,depth,mag,magType,net,id,updated,place,type",
        '2021-05-22T02:48:02.790Z,35.9,-117.7,2.1,1.2,ml,ci,0039899400,2021-05-22T02:51:36.000Z,"18km E of Little Lake, CA",earthquake',
      ),
    );
    expect(output.report.preset).toBe("usgs");
    expect(output.columns.start[0]).toBe(Date.UTC(2021, 4, 22, 2, 48, 2, 790));
    expect(rowsOf(output, ["id", "place"])).toEqual([["0039899400", "18km E of Little Lake, CA"]]);
  });

  it("opendatasoft: the point is latitude first; the area of the row is not its place", async () => {
    const output = await importText(
      'date;titre;geo_point_2d;geo_shape\n2024-01-28;Incendie;48.85, 2.35;"{""type"": ""Point"", ""coordinates"": [2.35, 48.85]}"\n',
    );
    expect(output.report.preset).toBe("opendatasoft");
    expect(rowsOf(output, FACTS.slice(1, 5))).toEqual([["2024-01-28", "day", "48.85", "2.35"]]);
  });

  it("Wikidata: years before the common era, and a 1 January that stands for the year", async () => {
    const entity = (n: number) => `http://www.wikidata.org/entity/Q${n}`;
    const output = await importText(
      csv(
        "item,itemLabel,date,coord",
        `${entity(1)},Battle of Telamon,-0224-01-01T00:00:00Z,Point(11.1 42.55)`,
        `${entity(2)},Ides of March,-0043-03-15T00:00:00Z,Point(12.47 41.89)`,
        `${entity(3)},Hastings,1066-10-14T00:00:00Z,Point(0.48 50.91)`,
      ),
    );
    expect(output.report.preset).toBe("wikidata");
    expect(rowsOf(output, ["title", ...FACTS.slice(1, 5)])).toEqual([
      ["Battle of Telamon", "-000224-01-01", "year", "42.55", "11.1"],
      ["Ides of March", "-000043-03-15", "day", "41.89", "12.47"],
      ["Hastings", "1066-10-14", "day", "50.91", "0.48"],
    ]);
  });

  it("HXL without names above its tags", async () => {
    const output = await importText(
      csv("#date+start,#date+end,#geo+coord,#event+type", '2024-01-28,2024-01-30,"33.3, 44.4",raid'),
    );
    expect(output.report.preset).toBe("hxl");
    expect(rowsOf(output, ["start", "end", "lat", "lon", "category"])).toEqual([
      ["2024-01-28", "2024-01-31", "33.3", "44.4", "raid"],
    ]);
  });
});
