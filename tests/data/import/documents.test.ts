// @vitest-environment node
import {strToU8, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {codesOf, counted, importText, linesOf, rowsOf} from "./read.ts";

const WHERE = ["start", "lat", "lon"];

describe("JSON", () => {
  const event = (id: string, date: string) => ({
    id,
    date,
    latitude: "49.85005",
    longitude: "36.659031",
    description: "Houses destroyed",
    sources: [
      {id: "s1", path: "https://example.org/a", description: ""},
      {id: "s2", path: "https://example.org/b", description: ""},
    ],
    filters: [
      {key: "Type of area affected", value: "Residential"},
      {key: "Weapon System", value: "Rockets"},
    ],
  });

  it("of TimeMap has nested sources and filters, numbers as texts, and month first", async () => {
    const rows = [event("CIV0001", "03/02/2022"), event("CIV0002", "2/24/2022"), event("CIV0002", "12/1/2022")];
    const output = await importText(JSON.stringify(rows), "x.json");
    expect(output.report.preset).toBe("bellingcat");
    expect(rowsOf(output, ["id", ...WHERE])).toEqual([
      ["CIV0001", "2022-03-02", "49.85005", "36.659031"],
      ["CIV0002", "2022-02-24", "49.85005", "36.659031"],
      ["CIV0002", "2022-12-01", "49.85005", "36.659031"],
    ]);
    expect(output.mapping).toMatchObject({sources: "sources.path", category: "filters.Type of area affected"});
    expect(rowsOf(output, ["sources", "category"])[0]).toEqual([
      "https://example.org/a; https://example.org/b",
      "Residential",
    ]);
    expect(output.understanding.reading.separator).toBe(";");
    expect(codesOf(output)).toEqual({"duplicate-id": 1});
  });

  it("that wraps one array is that array; several can be chosen from", async () => {
    const fires = [
      {id: "f_4057696772489204361", lat: 38.7, lng: 26.9, published_at: "2026-08-22T11:28:00+00:00", confidence: "l"},
      {id: "f_4057696772489204362", lat: 39.2, lng: 32.4, published_at: "2026-08-22T00:30:00+02:00", confidence: "n"},
    ];
    const output = await importText(JSON.stringify({updated: "2026-08-23", count: 2, fires}), "x.json");
    expect(output.file).toMatchObject({table: "fires", format: "json"});
    expect(rowsOf(output, ["id", "start"])).toEqual([
      ["f_4057696772489204361", "2026-08-22T11:28"],
      ["f_4057696772489204362", "2026-08-21T22:30"],
    ]);
    const both = {
      result: {people: [{name: "a"}, {name: "b"}, {name: "c"}], events: [{date: "2024-01-28", name: "x"}]},
      old: [{date: "2020-01-01"}],
    };
    const chosen = await importText(JSON.stringify(both), "x.json");
    expect(chosen.file.tables.map(({name}) => name).sort()).toEqual(["old", "result.events", "result.people"]);
    expect(chosen.file.table).toBe("result.events");
    expect(chosen.understanding.doubts).toEqual(["many-tables"]);
    const old = await importText(JSON.stringify(both), "x.json", {reading: {table: "old"}});
    expect(rowsOf(old, ["start"])).toEqual([["2020-01-01"]]);
    expect(old.understanding.doubts).toEqual([]);
  });

  it.each([
    [
      "an array of arrays",
      [
        ["date", "lat", "lon"],
        ["2024-01-28", 33.3, 44.4],
      ],
    ],
    ["columns of values by number", {date: {"0": "2024-01-28"}, lat: {"0": 33.3}, lon: {"0": 44.4}}],
    ["columns as arrays", {date: ["2024-01-28"], lat: [33.3], lon: [44.4]}],
    ["names apart from rows", {columns: ["date", "lat", "lon"], data: [["2024-01-28", 33.3, 44.4]]}],
    ["records by key", {a: {date: "2024-01-28", lat: 33.3, lon: 44.4}}],
    ["one record", {date: "2024-01-28", lat: 33.3, lon: 44.4}],
  ])("as %s is a table too", async (_, value) => {
    expect(rowsOf(await importText(JSON.stringify(value), "x.json"), WHERE)).toEqual([["2024-01-28", "33.3", "44.4"]]);
  });

  it("line by line loses nothing to a broken line, which is named by its number", async () => {
    const text = `{"date":"2024-01-28","lat":1,"lon":2}\n{"date":"2024-01-29","lat"\n\n{"date":"2024-02-29","lat":3,"lon":4}\r\nnull\n`;
    const output = await importText(text, "x.ndjson");
    expect(counted(output)).toEqual({rows: 4, placed: 2, timelineOnly: 0, rejected: 2});
    expect(linesOf(output, "bad-record")).toEqual([2, 5]);
    expect(rowsOf(output, WHERE)).toEqual([
      ["2024-01-28", "1", "2"],
      ["2024-02-29", "3", "4"],
    ]);
  });

  it("keeps names that objects have by themselves, and numbers too large to be told apart", async () => {
    const text = `[{"__proto__":"p","constructor":"c","toString":"t","id":12345678901234567890,"date":"2024-01-28"},{"__proto__":{"polluted":1},"id":12345678901234567891,"date":"2024-01-29"}]`;
    const output = await importText(text, "x.json");
    expect(rowsOf(output, ["id"])).toEqual([["12345678901234567890"], ["12345678901234567891"]]);
    expect(output.understanding.columns.map(({name}) => name)).toEqual(
      expect.arrayContaining(["constructor", "toString"]),
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("TimelineJS", () => {
  it("as JSON has its own dates, years before the common era, HTML in its texts, and a title that is no event", async () => {
    const timeline = {
      title: {text: {headline: "A title", text: "<p>no date</p>"}},
      events: [
        {
          start_date: {year: "-43", month: "03", day: "15"},
          text: {headline: "<em>Ides</em> of March", text: "<p>Et tu</p>"},
          unique_id: "a",
        },
        {start_date: {year: "1901", month: ""}, end_date: {year: 1902, month: 2}, text: {headline: "Nobel"}},
        {start_date: {year: 1995, month: "5"}, text: {headline: "May"}},
      ],
    };
    const output = await importText(JSON.stringify(timeline), "x.json");
    expect(output.report.preset).toBe("timelinejs");
    expect(rowsOf(output, ["start", "end", "precision"])).toEqual([
      ["-000042-03-15", "-000042-03-16", "day"],
      ["1901-01-01", "1902-03-01", "year"],
      ["1995-05-01", "1995-06-01", "month"],
    ]);
    expect(counted(output)).toEqual({rows: 3, placed: 0, timelineOnly: 3, rejected: 0});
  });

  it("as a sheet has its title slide in the first row, which is not counted", async () => {
    const header =
      "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background";
    const output = await importText(
      `${header}\n,,,,,,,,,A title,,,,,,title,,\n1910,,,,,,,,,Hall,,,,,,,,\n1912,9,8,,1912,9,10,,,Court,,,,,,,,\n1925,10,30,14:30,,,,,,Game,,,,,,,,\n`,
    );
    expect(output.report.preset).toBe("timelinejs-sheet");
    expect(codesOf(output)).toEqual({"title-row": 1});
    expect(rowsOf(output, ["title", "start", "end", "precision"])).toEqual([
      ["Hall", "1910-01-01", "1911-01-01", "year"],
      ["Court", "1912-09-08", "1912-09-11", "day"],
      ["Game", "1925-10-30T14:30", "1925-10-30T14:31", "minute"],
    ]);
  });
});

describe("KML", () => {
  const placemark = (name: string, when: string, more = "<Point><coordinates>38.7,33.3,0</coordinates></Point>") =>
    `<Placemark><name>${name}</name>${when}${more}</Placemark>`;
  const kml = (body: string, namespace = "http://www.opengis.net/kml/2.2") =>
    `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="${namespace}"><Document>${body}</Document></kml>`;
  const stamp = "<TimeStamp><when>2008-01-16</when></TimeStamp>";

  it.each(["http://earth.google.com/kml/2.0", "http://earth.google.com/kml/2.1", "http://www.opengis.net/kml/2.2"])(
    "of namespace %s is read",
    async (namespace) => {
      const output = await importText(kml(placemark("a", stamp), namespace), "x.kml");
      expect(rowsOf(output, ["title", ...WHERE])).toEqual([["a", "2008-01-16", "33.3", "38.7"]]);
    },
  );

  it("has spans with open ends, months and years, and times of its folders", async () => {
    const span = (inner: string) => `<TimeSpan>${inner}</TimeSpan>`;
    const body =
      placemark("both", span("<begin>1980-01-02</begin><end>2000-01-02</end>")) +
      placemark("open", span("<begin>2024-01</begin>")) +
      placemark("ends", span("<end>1999</end>")) +
      placemark("empty", span("<begin/><end></end>")) +
      `<Folder><TimeStamp><when>1990-05-06</when></TimeStamp>${placemark("inherits", "")}</Folder>` +
      placemark("nowhere", stamp, "");
    const output = await importText(kml(body), "x.kml");
    expect(rowsOf(output, ["title", "start", "end", "precision"])).toEqual([
      ["both", "1980-01-02", "2000-01-03", "day"],
      ["open", "2024-01-01", "2024-02-01", "month"],
      ["ends", "1999-01-01", "2000-01-01", "year"],
      ["inherits", "1990-05-06", "1990-05-07", "day"],
      ["nowhere", "2008-01-16", "2008-01-17", "day"],
    ]);
    expect(counted(output)).toEqual({rows: 6, placed: 4, timelineOnly: 1, rejected: 1});
    expect(codesOf(output)).toEqual({"no-date": 1, "no-coordinate": 1, "other-date": 1});
  });

  it("has data of its own beside a name, HTML as text, and follows no link", async () => {
    const data = `<ExtendedData><Data name="killed"><value>3</value></Data><Data name="a b"><value>c</value></Data></ExtendedData>`;
    const body = `${placemark("x", stamp, `${data}<description><![CDATA[<b onclick="alert(1)">bold</b>]]></description>`)}<NetworkLink><Link><href>https://evil.example/x.kml</href></Link></NetworkLink>`;
    const output = await importText(kml(body), "x.kml");
    expect(rowsOf(output, ["title", "killed", "summary"])).toEqual([["x", "3", expect.stringContaining("bold")]]);
    expect(output.understanding.columns.map(({name}) => name)).toContain("a b");
  });

  it("comes packed as KMZ", async () => {
    const output = await importText(
      zipSync({"doc.kml": strToU8(kml(placemark("a", stamp))), "images/x.png": strToU8("x")}),
      "x.kmz",
    );
    expect(rowsOf(output, WHERE)).toEqual([["2008-01-16", "33.3", "38.7"]]);
    expect(output.file).toMatchObject({format: "kml", compression: "zip"});
  });
});

describe("GPX", () => {
  it("has waypoints as events and its track as a line, which nobody has to choose between", async () => {
    const point = (lat: number, lon: number, at: string) =>
      `<trkpt lat="${lat}" lon="${lon}"><time>${at}</time></trkpt>`;
    const text = `<?xml version="1.0"?><gpx version="1.0" xmlns="http://www.topografix.com/GPX/1/0">
      <wpt lat="42.2" lon="-71.1"><time>2001-06-24T20:59:47Z</time><name>LOOKOUT</name></wpt>
      <wpt lat="42.3" lon="-71.2"><name>UNDATED</name></wpt>
      <trk><name>Walk</name><trkseg>${point(42.1, -71, "2001-06-24T20:00:00Z")}${point(42.2, -71.1, "2001-06-24T20:10:00Z")}</trkseg></trk></gpx>`;
    const output = await importText(text, "x.gpx");
    expect(rowsOf(output, ["title", ...WHERE])).toEqual([["LOOKOUT", "2001-06-24T20:59", "42.2", "-71.1"]]);
    expect(counted(output)).toEqual({rows: 2, placed: 1, timelineOnly: 0, rejected: 1});
    expect(output.lines.map(({name, points}) => [name, [...points]])).toEqual([["Walk", [-71, 42.1, -71.1, 42.2]]]);
    expect(output.understanding.doubts).not.toContain("many-tables");
    const track = await importText(text, "x.gpx", {reading: {table: "track points"}});
    expect(counted(track)).toMatchObject({rows: 2, placed: 2});
  });
});

describe("iCalendar", () => {
  it("has latitude first, ends that are not part of the event, and repeats that are told of", async () => {
    const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
    const text = [
      "BEGIN:VCALENDAR",
      ...event(
        "UID:1",
        "DTSTART;VALUE=DATE:20240128",
        "DTEND;VALUE=DATE:20240130",
        "GEO:33.3;44.4",
        "SUMMARY:Talks\\, long",
        " er",
      ),
      ...event("UID:2", "DTSTART:20240229T103000Z", "RRULE:FREQ=DAILY", "SUMMARY:Daily"),
      "END:VCALENDAR",
    ].join("\r\n");
    const output = await importText(text, "x.ics");
    expect(rowsOf(output, ["id", "title", "start", "end", "lat", "lon"])).toEqual([
      ["1", "Talks, longer", "2024-01-28", "2024-01-30", "33.3", "44.4"],
      ["2", "Daily", "2024-02-29T10:30", "2024-02-29T10:30", "", ""],
    ]);
    expect(codesOf(output)).toEqual({repeats: 1, "no-coordinate": 1});
  });
});

describe("cells that hold more than one thing", () => {
  it("such as lists of Python stay the texts they are", async () => {
    const cell = `"['Défaut de signalisation', 'Malaise voyageur', ""Panne d'une rame""]"`;
    const output = await importText(
      `date,famille_transport,ligne,incidents\n2019-01-23,transilien,A,${cell}\n2019-01-24,ter,B,[]\n`,
    );
    expect(counted(output)).toEqual({rows: 2, placed: 0, timelineOnly: 2, rejected: 0});
    expect(rowsOf(output, ["incidents"])).toEqual([
      [`['Défaut de signalisation', 'Malaise voyageur', "Panne d'une rame"]`],
      ["[]"],
    ]);
  });

  it("such as a range of the dead keep its bounds, or are told of where the first thousands of rows had none", async () => {
    const early = await importText("date,killed\n2024-01-28,10-15\n2024-01-29,3\n");
    expect(rowsOf(early, ["killed", "killed.low", "killed.high"])).toEqual([
      ["NaN", "10", "15"],
      ["3", "NaN", "NaN"],
    ]);
    expect(codesOf(early)).toEqual({});
    const late = await importText(`date,killed\n${"2024-01-28,1\n".repeat(3100)}2024-01-29,10-15\n`);
    expect(codesOf(late)).toEqual({"bad-number": 1});
    expect(linesOf(late, "bad-number")).toEqual([3102]);
  });
});
