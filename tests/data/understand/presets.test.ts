import {describe, expect, test} from "vitest";
import {asideOf} from "../../../src/data/understand/understand.ts";
import {given} from "./given.ts";

/** A table with these columns and rows that fill only those that are named. */
const filled = (header: string, rows: readonly Record<string, string>[]): [string[], string[][]] => {
  const names = header.split(",");
  return [names, rows.map((row) => names.map((name) => row[name] ?? ""))];
};

const ACLED =
  "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp";
const ACLED_2018 =
  "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,timestamp,iso3";
const ACLED_OLD =
  "GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,ALLY_ACTOR_1,INTER1,ACTOR2,ALLY_ACTOR_2,INTER2,INTERACTION,COUNTRY,ADMIN1,ADMIN2,ADMIN3,LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,NOTES,FATALITIES";

const acledRow = {
  event_id_cnty: "SYR1",
  event_date: "09 May 2020",
  year: "2020",
  time_precision: "1",
  event_type: "Battles",
  actor1: "Army",
  actor2: "Group",
  country: "Syria",
  location: "Idleb",
  latitude: "35.93",
  longitude: "36.63",
  geo_precision: "2",
  source: "SOHR; SANA",
  notes: "On 9 May 2020, forces clashed near Idleb",
  fatalities: "3",
  timestamp: "1589846400",
};
const upper = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toUpperCase(), value]));

describe("ACLED", () => {
  test.each([
    ["acled", ACLED, acledRow, (name: string) => name],
    ["acled-2018", ACLED_2018, acledRow, (name: string) => name],
    ["acled-old", ACLED_OLD, upper(acledRow), (name: string) => name.toUpperCase()],
  ] as const)("%s is known by its columns", (preset, header, row, name) => {
    const understood = given(...filled(header, [row, {...row, [name("event_date")]: "10 May 2020"}]));
    expect(understood.preset).toBe(preset);
    expect(understood.mapping).toEqual({
      id: name("event_id_cnty"),
      start: name("event_date"),
      datePrecision: name("time_precision"),
      lat: name("latitude"),
      lon: name("longitude"),
      place: name("location"),
      placePrecision: name("geo_precision"),
      country: name("country"),
      summary: name("notes"),
      category: name("event_type"),
      actor: name("actor1"),
      target: name("actor2"),
      killed: name("fatalities"),
      sources: name("source"),
    });
    expect(understood.reading.datePrecision).toEqual({"1": "day", "2": "week", "3": "month"});
    expect(understood.reading.placePrecision).toEqual({"1": "city", "2": "district", "3": "province"});
    expect(understood.reading.separator).toBe(";");
    expect(understood.licence).toMatchObject({mayPublish: false});
    expect(understood.doubts).toEqual([]);
  });

  test("dates in figures are day first, and nobody is asked", () => {
    const understood = given(
      ...filled(ACLED, [
        {...acledRow, event_date: "01/02/2020"},
        {...acledRow, event_date: "03/04/2020"},
      ]),
    );
    expect(understood.reading.dates).toMatchObject({order: "dmy"});
    expect(understood.assumptions).toContainEqual({code: "date-order", order: "dmy", example: "01/02/2020"});
    expect(understood.doubts).toEqual([]);
  });
});

const UCDP =
  "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";
const ucdpRow = {
  id: "244657",
  relid: "IRQ-2017-1-524-322",
  year: "2017",
  type_of_violence: "1",
  conflict_name: "Iraq: Government",
  dyad_name: "Government of Iraq - IS",
  side_a: "Government of Iraq",
  side_b: "IS",
  source_article: '"Reuters,2017-07-31,Attack"',
  where_prec: "1",
  where_coordinates: "Kabul city",
  adm_1: "Kabul",
  latitude: "34.53",
  longitude: "69.17",
  geom_wkt: "POINT (69.17 34.53)",
  country: "Afghanistan",
  date_prec: "1",
  date_start: "2017-07-31 00:00:00.000",
  date_end: "2017-07-31 00:00:00.000",
  best: "4",
  high: "4",
  low: "3",
};

describe("UCDP GED", () => {
  const mapping = {
    id: "id",
    start: "date_start",
    end: "date_end",
    datePrecision: "date_prec",
    lat: "latitude",
    lon: "longitude",
    place: "where_coordinates",
    placePrecision: "where_prec",
    country: "country",
    category: "type_of_violence",
    actor: "side_a",
    target: "side_b",
  };

  test("the annual release is known by its columns", () => {
    const understood = given(...filled(UCDP, [ucdpRow, {...ucdpRow, id: "2", type_of_violence: "3"}]));
    expect(understood.preset).toBe("ucdp-ged");
    expect(understood.mapping).toMatchObject({...mapping, killed: "best"});
    expect(understood.reading.datePrecision).toMatchObject({"2": "range", "5": "year"});
    expect(understood.reading.placePrecision).toMatchObject({"1": "exact_site", "6": "country"});
    expect(understood.reading.dates).toMatchObject({midnight: "day"});
    expect(understood.story.columns?.["type_of_violence"]?.values["3"]).toMatchObject({fr: "Violence unilatérale"});
    expect(understood.licence).toMatchObject({name: "CC BY 4.0", mayPublish: true});
  });

  test("so are a copy with an HXL row and one with older names", () => {
    const tags = UCDP.split(",").map((name) => (name === "date_start" ? "#date+start" : ""));
    expect(given(...filled(UCDP, [ucdpRow]), {tags}).preset).toBe("ucdp-ged");
    const older = UCDP.replace("best,high,low", "low_est,best_est,high_est");
    const {best, ...row} = ucdpRow;
    expect(given(...filled(older, [{...row, best_est: best}])).mapping).toMatchObject({...mapping, killed: "best_est"});
  });

  test("the features of a GeoJSON are placed by their geometry, unless that is blank", () => {
    const header = UCDP.replace("latitude,longitude,geom_wkt,", "") + ",geometry.lat,geometry.lon";
    const row = {...ucdpRow, "geometry.lat": "34.53", "geometry.lon": "69.17"};
    expect(given(...filled(header, [row]), {format: "geojson"}).mapping).toMatchObject({
      lat: "geometry.lat",
      lon: "geometry.lon",
    });
    const both = `${UCDP},geometry.lat,geometry.lon`;
    const rows = Array.from({length: 40}, () => ucdpRow);
    expect(given(...filled(both, rows), {format: "geojson"}).mapping).toMatchObject({
      lat: "latitude",
      lon: "longitude",
    });
  });
});

test("GTD joins its three columns and knows its licence", () => {
  const header =
    "eventid,iyear,imonth,iday,approxdate,extended,resolution,country,country_txt,region,region_txt,provstate,city,latitude,longitude,specificity,vicinity,location,summary,attacktype1,attacktype1_txt,targtype1,targtype1_txt,target1,gname,weaptype1,weaptype1_txt,nkill,nwound,addnotes,scite1,dbsource";
  const row = {
    eventid: "200801010001",
    iyear: "2008",
    imonth: "1",
    iday: "0",
    country_txt: "Iraq",
    city: "Mosul",
    latitude: "36.3",
    longitude: "43.1",
    specificity: "1",
    attacktype1: "3",
    attacktype1_txt: "Bombing/Explosion",
    targtype1_txt: "Police",
    target1: "Checkpoint",
    gname: "Unknown",
    nkill: "",
    nwound: "4",
  };
  const understood = given(...filled(header, [row, {...row, eventid: "200801010002", imonth: "0"}]));
  expect(understood.preset).toBe("gtd");
  expect(understood.mapping).toMatchObject({
    id: "eventid",
    start: ["iyear", "imonth", "iday"],
    lat: "latitude",
    lon: "longitude",
    place: "city",
    country: "country_txt",
    category: "attacktype1_txt",
    actor: "gname",
    target: "target1",
    killed: "nkill",
    wounded: "nwound",
  });
  expect(understood.reading.dates?.parts).toEqual(["year", "month", "day"]);
  expect(understood.roles.start).toMatchObject({read: 2, of: 2});
  expect(understood.licence?.mayPublish).toBe(false);
});

describe("GDELT", () => {
  const row = (width: number): string[] => {
    const cells = new Array<string>(width).fill("");
    const set = (field: number, value: string) => (cells[field - 1] = value);
    set(1, "564111644");
    set(2, "20160728");
    set(3, "201607");
    set(4, "2016");
    set(7, "UNITED STATES");
    set(29, "04");
    set(30, "1");
    set(width === 61 ? 52 : 50, "3");
    set(width === 61 ? 57 : 54, "38.8973");
    set(width === 61 ? 58 : 55, "-77.0083");
    set(width, "https://example.org/a");
    return cells;
  };
  const names = (width: number) => Array.from({length: width}, (_, i) => `column ${i + 1}`);

  test.each([
    ["gdelt-1", 58, "column 54", "column 55", "column 50", "column 58"],
    ["gdelt-2", 61, "column 57", "column 58", "column 52", "column 61"],
  ])("%s has no header and is known by %i columns", (preset, width, lat, lon, placePrecision, link) => {
    const understood = given(names(width), [row(width), row(width), row(width)], {headerSure: false});
    expect(understood.preset).toBe(preset);
    expect(understood.mapping).toMatchObject({
      id: "column 1",
      start: "column 2",
      lat,
      lon,
      placePrecision,
      category: "column 29",
      actor: "column 7",
      link,
    });
    expect(understood.roles.start?.readAs).toEqual({code: "date-numbers", numbers: "compact"});
    expect(understood.story.columns?.["column 7"]?.label).toBe("Actor1Name");
    expect(understood.story.columns?.["column 29"]?.values["14"]).toMatchObject({en: "Protest"});
    expect(understood.doubts).toEqual([]);
  });

  test("57 columns lack the address of the source", () => {
    const rows = [row(58).slice(0, 57), row(58).slice(0, 57)];
    const {preset, mapping} = given(names(57), rows);
    expect(preset).toBe("gdelt-1");
    expect(mapping.link).toBeUndefined();
  });

  test("another table of 58 columns without a header is not GDELT", () => {
    const cells = row(58);
    cells[0] = "a";
    expect(given(names(58), [cells, cells]).preset).toBe(null);
  });
});

test("Airwars' grading becomes certainty", () => {
  const understood = given(
    ...filled(
      "unique_reference_code,incident_date,latitude,longitude,location,country,strike_type,assessment,alleged_belligerent,civilian_deaths_min,civilian_deaths_max,geolocation_accuracy",
      ["Confirmed", "Fair", "Weak", "Contested", "Discounted"].map((assessment, i) => ({
        unique_reference_code: `RS48${i}`,
        incident_date: `2019-02-0${i + 1}`,
        latitude: i === 2 ? "" : "35.1",
        longitude: i === 2 ? "" : "36.2",
        strike_type: "Airstrike",
        assessment,
        alleged_belligerent: "Russian Military",
        civilian_deaths_min: "2",
        geolocation_accuracy: "Within 100m",
      })),
    ),
  );
  expect(understood.preset).toBe("airwars");
  expect(understood.mapping).toMatchObject({
    id: "unique_reference_code",
    start: "incident_date",
    lat: "latitude",
    certainty: "assessment",
    category: "strike_type",
    killed: "civilian_deaths_min",
    placePrecision: "geolocation_accuracy",
  });
  expect(understood.story.certainty).toMatchObject({
    Confirmed: "official",
    Fair: "media",
    Weak: "claim",
    Contested: "disputed",
    Discounted: "disputed",
  });
  expect(understood.reading.placePrecision).toMatchObject({"Within 100m": "near"});
});

test("Bellingcat's download is month first and keeps its list of sources", () => {
  const rows = ["02/03/2022", "3/4/2022"].map((date, i) => ({
    id: `CIV000${i}`,
    date,
    latitude: "49.85",
    longitude: "36.65",
    location: "Chuhuiv",
    description: "An apartment block was hit in the morning",
    "sources.path": "https://example.org/1; https://example.org/2",
    "filters.Type of area affected": i === 0 ? "Residential" : "School",
  }));
  const understood = given(
    ...filled(
      "id,date,latitude,longitude,location,description,sources.id,sources.path,filters.Type of area affected",
      rows,
    ),
    {format: "json"},
  );
  expect(understood.preset).toBe("bellingcat");
  expect(understood.mapping).toMatchObject({
    id: "id",
    start: "date",
    place: "location",
    summary: "description",
    sources: "sources.path",
    category: "filters.Type of area affected",
  });
  expect(understood.reading.dates).toMatchObject({order: "mdy"});
  expect(understood.roles.sources?.readAs).toEqual({code: "list", separator: ";"});
  expect(understood.doubts).toEqual([]);
});

test("TimeMap's sheet joins date and time", () => {
  const understood = given(
    ...filled("id,description,date,time,location,latitude,longitude,category,associations,sources", [
      {
        id: "1",
        description: "Shots",
        date: "12/31/2014",
        time: "14:20",
        latitude: "18.3",
        longitude: "-99.5",
        sources: "s1,s2",
      },
    ]),
  );
  expect(understood.preset).toBe("timemap");
  expect(understood.mapping).toMatchObject({start: ["date", "time"], lat: "latitude", lon: "longitude"});
  expect(understood.reading.dates?.parts).toEqual(["date", "time"]);
});

describe("TimelineJS", () => {
  const sheet =
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background";

  test("the sheet joins its columns, and its title slide is no record", () => {
    const [header, rows] = filled(sheet, [
      {Headline: "All of it", Text: "An introduction", Type: "title"},
      {Year: "1912", Month: "9", Day: "8", Headline: "Court house", "End Year": "1913"},
      {Year: "-44", Headline: "Ides"},
      {Year: "", Headline: "Undated"},
    ]);
    const understood = given(header, rows);
    expect(understood.preset).toBe("timelinejs-sheet");
    expect(understood.mapping).toMatchObject({
      start: ["Year", "Month", "Day", "Time"],
      end: ["End Year", "End Month", "End Day", "End Time"],
      title: "Headline",
      summary: "Text",
      link: "Media",
    });
    expect(understood.reading.dates?.parts).toEqual(["year", "month", "day", "time"]);
    expect(understood.reading.endDates?.parts).toEqual(["year", "month", "day", "time"]);
    expect(rows.map((row) => asideOf(understood, header)!(row))).toEqual(["title-row", null, null, null]);
  });

  test("the JSON form is known too", () => {
    const understood = given(
      ...filled("media.url,start_date.year,start_date.month,start_date.day,text.headline,text.text", [
        {"start_date.year": "1908", "start_date.month": "05", "start_date.day": "13", "text.headline": "A caricature"},
        {"start_date.year": "-320", "text.headline": "Long ago"},
      ]),
      {format: "json"},
    );
    expect(understood.preset).toBe("timelinejs");
    expect(understood.mapping).toMatchObject({
      start: ["start_date.year", "start_date.month", "start_date.day"],
      title: "text.headline",
      summary: "text.text",
    });
    expect(understood.roles.start?.read).toBe(2);
  });
});

describe("sensors", () => {
  test("USGS as CSV happens at `time`, not when it was updated", () => {
    const understood = given(
      ...filled("time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,place,type,status", [
        {
          time: "2021-05-22T02:48:02.790Z",
          latitude: "35.9",
          longitude: "-117.7",
          mag: "0.6",
          magType: "ml",
          id: "ci1",
          updated: "2021-05-22T02:51:35.347Z",
          place: "16km ESE of Little Lake, CA",
          type: "earthquake",
        },
        {
          time: "2021-05-22T02:45:51.447Z",
          latitude: "35.0",
          longitude: "-95.3",
          mag: "2.1",
          magType: "mw",
          id: "ok2",
          updated: "2021-05-22T02:49:42.004Z",
          place: "6 km SSE of Quinton",
          type: "quarry blast",
        },
      ]),
    );
    expect(understood.preset).toBe("usgs");
    expect(understood.mapping).toMatchObject({start: "time", place: "place", category: "type", id: "id"});
    expect(understood.assumptions).toEqual([{code: "timezone", zone: "UTC", instants: true}]);
    expect(understood.doubts).toEqual([]);
  });

  test("USGS as GeoJSON counts milliseconds", () => {
    const understood = given(
      ...filled("mag,place,time,updated,url,felt,type,magType,title,id,geometry.lat,geometry.lon", [
        {
          mag: "6.3",
          place: "Tobelo",
          time: "1677182568400",
          updated: "1677269801933",
          url: "https://example.org/1",
          type: "earthquake",
          title: "M 6.3",
          "geometry.lat": "3.3",
          "geometry.lon": "128.1",
        },
      ]),
      {format: "geojson"},
    );
    expect(understood.preset).toBe("usgs");
    expect(understood.mapping).toMatchObject({start: "time", lat: "geometry.lat", title: "title", link: "url"});
    expect(understood.reading.dates).toMatchObject({numbers: "milliseconds"});
    expect(understood.roles.lat?.readAs).toEqual({code: "geometry"});
  });

  test("FIRMS joins day and HHMM, which are UTC", () => {
    const understood = given(
      ...filled(
        "latitude,longitude,brightness,scan,track,acq_date,acq_time,satellite,confidence,version,bright_t31,frp,daynight",
        [
          {
            latitude: "38.7",
            longitude: "26.9",
            acq_date: "2023-08-22",
            acq_time: "0012",
            satellite: "Aqua",
            confidence: "l",
            frp: "4.4",
            daynight: "D",
          },
          {
            latitude: "39.1",
            longitude: "32.3",
            acq_date: "2023-08-22",
            acq_time: "1128",
            satellite: "Terra",
            confidence: "h",
            frp: "9.5",
            daynight: "N",
          },
        ],
      ),
    );
    expect(understood.preset).toBe("firms");
    expect(understood.mapping).toMatchObject({start: ["acq_date", "acq_time"], category: "satellite"});
    expect(understood.reading.dates).toMatchObject({parts: ["date", "time"], utc: true});
    expect(understood.roles.start?.read).toBe(2);
    expect(understood.story.facets).toEqual(["confidence", "daynight", "satellite"]);
    expect(understood.story.certainty).toBeUndefined();
  });
});

test("opendatasoft's exports have both coordinates in one cell", () => {
  const understood = given(
    ...filled("geo_point_2d|geo_shape|date|commune|nature".replaceAll("|", ","), [
      {geo_point_2d: "48.85, 2.35", geo_shape: '{"type":"Point"}', date: "2023-05-01", commune: "Paris", nature: "Feu"},
      {geo_point_2d: "45.76, 4.83", geo_shape: '{"type":"Point"}', date: "2023-05-02", commune: "Lyon", nature: "Gaz"},
    ]),
  );
  expect(understood.preset).toBe("opendatasoft");
  expect(understood.mapping).toMatchObject({lat: "geo_point_2d", lon: "geo_point_2d", start: "date", place: "commune"});
  expect(understood.reading.coordinates).toMatchObject({form: "point", first: "lat"});
});

test("Wikidata's answers give names, points and years", () => {
  const understood = given(
    ...filled("item,itemLabel,date,coords,countryLabel", [
      {
        item: "http://www.wikidata.org/entity/Q1",
        itemLabel: "Battle of A",
        date: "-0232-01-01T00:00:00Z",
        coords: "Point(9.2 35.9)",
        countryLabel: "Tunisia",
      },
      {
        item: "http://www.wikidata.org/entity/Q2",
        itemLabel: "Battle of B",
        date: "1415-10-25T00:00:00Z",
        coords: "Point(2.1 50.4)",
        countryLabel: "France",
      },
    ]),
  );
  expect(understood.preset).toBe("wikidata");
  expect(understood.mapping).toMatchObject({
    id: "item",
    title: "itemLabel",
    start: "date",
    lat: "coords",
    lon: "coords",
    country: "countryLabel",
  });
  expect(understood.reading.coordinates).toMatchObject({form: "point"});
  expect(understood.roles.lat).toMatchObject({read: 2, readAs: {code: "geometry"}});
  expect(understood.reading.dates).toMatchObject({newYear: "year", midnight: "day"});
});

describe("HXL", () => {
  const tags = (row: string) => row.split(",");
  test("tags say what the columns are, in whatever language those are named", () => {
    const header = "Quand,Fin,Y,X,Tués,Blessés,Genre,Où,Qui,Source,Pays".split(",");
    const understood = given(
      header,
      [["2024-01-01", "2024-01-02", "1.5", "2.5", "3", "4", "x", "here", "they", "me", "CAR"]],
      {
        tags: tags(
          "#date+occurred,#date +end,#geo+lat,#geo+lon,#affected+killed,#affected + injured,#event+type,#loc+name,#group+name+first,#meta+source,#country+name",
        ),
      },
    );
    expect(understood.preset).toBe("hxl");
    expect(understood.mapping).toMatchObject({
      start: "Quand",
      end: "Fin",
      lat: "Y",
      lon: "X",
      killed: "Tués",
      wounded: "Blessés",
      category: "Genre",
      place: "Où",
      actor: "Qui",
      sources: "Source",
      country: "Pays",
    });
    expect(understood.roles.start?.why).toEqual({code: "hxl", tag: "#date+occurred"});
  });

  test("the order of attributes does not matter, nor does case", () => {
    const {mapping} = given(["a", "b", "c"], [["2024-01-01", "one", "two"]], {
      tags: ["#DATE+Start", "#group+second+name", "#group+name+first"],
    });
    expect(mapping).toMatchObject({start: "a", target: "b", actor: "c"});
  });

  test("a date of reporting is not when it happened, and years and months are joined", () => {
    const {mapping} = given(["a", "b", "c", "d"], [["2024-05-01", "2023", "7", "place"]], {
      tags: ["#date+reported", "#date+year", "#date+month", "#adm1+name"],
    });
    expect(mapping).toMatchObject({start: ["b", "c"], place: "d"});
  });

  test("one cell may hold both coordinates", () => {
    const {mapping} = given(["wo", "wann"], [["1.5, 2.5", "2024-05-01"]], {tags: ["#geo+coord", "#date"]});
    expect(mapping).toMatchObject({lat: "wo", lon: "wo", start: "wann"});
  });
});

test("the name of a file never matters, and one column too few is no preset", () => {
  expect(given(...filled("event_date,event_type,fatalities", [{event_date: "2024-01-01"}])).preset).toBe(null);
  expect(given(["year", "headline"], [["1999", "x"]]).preset).toBe(null);
});
