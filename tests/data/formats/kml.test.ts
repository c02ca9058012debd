// @vitest-environment node
import fc from "fast-check";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openKml} from "../../../src/data/formats/kml.ts";
import {ImportError, type Opened} from "../../../src/data/formats/table.ts";
import {LIMITS} from "../../../src/data/limits.ts";
import {collect, failure, records} from "./markupCollect.ts";

const kml = (body: string, namespace = "http://www.opengis.net/kml/2.2") =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="${namespace}" xmlns:gx="http://www.google.com/kml/ext/2.2">${body}</kml>`;
const open = (text: string): Opened => openKml(text, text.length);
const first = async (body: string) => (await records(open(kml(body)).tables[0]!))[0]!;
const point = (coordinates: string) =>
  `<Placemark><Point><coordinates>${coordinates}</coordinates></Point></Placemark>`;

describe("a KML file", () => {
  it.each([
    "http://www.opengis.net/kml/2.2",
    "http://earth.google.com/kml/2.0",
    "http://earth.google.com/kml/2.1",
    "",
    "urn:nobody",
  ])("of namespace %s gives a row for each placemark, however deep it lies", async (namespace) => {
    const opened = open(
      kml(
        `<Document><name>Attacks</name><Placemark id="p1"><name>A &amp; B</name><address>Rue X</address></Placemark>
        <Folder><name>North</name><Folder><name>2024</name><Placemark><name>C</name></Placemark></Folder></Folder>
        <Folder><Placemark><name>D</name></Placemark><name>South</name></Folder></Document>`,
        namespace,
      ),
    );
    expect(opened).toMatchObject({format: "kml", title: "Attacks"});
    const {rows} = await collect(opened.tables[0]!);
    expect(opened.tables[0]!.rows).toBe(3);
    expect(opened.tables[0]!.columns).toEqual(
      "name description begin end latitude longitude address folder id".split(" "),
    );
    expect(rows).toEqual([
      {cells: ["A & B", "", "", "", "", "", "Rue X", "", "p1"], line: 2},
      {cells: ["C", "", "", "", "", "", "", "North / 2024", ""], line: 3},
      {cells: ["D", "", "", "", "", "", "", "South", ""], line: 4},
    ]);
  });

  it("may be read more than once, tells how far it is, and ends where its reader has enough", async () => {
    const [table] = open(kml("<Placemark/>".repeat(20_000))).tables;
    expect((await collect(table!)).rows).toHaveLength(20_000);
    const {rows, progress} = await collect(table!);
    expect(rows).toHaveLength(20_000);
    expect(progress.length).toBeGreaterThan(2);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    const stop = new Error("enough");
    const sink = {
      row: () => {
        throw stop;
      },
      reject() {},
      warn() {},
      progress() {},
    };
    await expect(table!.read(sink)).rejects.toBe(stop);
  });

  it.each([
    ["<TimeStamp><when>2024-01-28T05:30:00Z</when></TimeStamp>", "2024-01-28T05:30:00Z", ""],
    ["<TimeStamp><when>\n 2024 </when></TimeStamp>", "2024", ""],
    ["<TimeSpan><begin>2024-01</begin><end>2024-03-05</end></TimeSpan>", "2024-01", "2024-03-05"],
    ["<TimeSpan><begin>1980-01-02</begin></TimeSpan>", "1980-01-02", ""],
    ["<TimeSpan><begin/><end>2000</end></TimeSpan>", "", "2000"],
    ["<gx:TimeSpan><begin>2001</begin><end/></gx:TimeSpan>", "2001", ""],
    ["<LookAt><gx:TimeStamp><when>1999</when></gx:TimeStamp></LookAt>", "", ""],
  ])("gives the time %s as it is written", async (time, begin, end) => {
    const row = await first(`<Placemark>${time}</Placemark>`);
    expect([row.get("begin"), row.get("end")]).toEqual([begin, end]);
  });

  it("lends the time of the nearest folder to a placemark without one, wherever in the folder it stands", async () => {
    const body = `<Document><TimeStamp><when>1900</when></TimeStamp><Folder>
      <Placemark><name>own</name><TimeStamp><when>2024</when></TimeStamp></Placemark>
      <Placemark><name>lent</name><TimeStamp><when/></TimeStamp></Placemark>
      <Folder><Placemark><name>from above</name></Placemark></Folder>
      <TimeSpan><begin>1990</begin><end>1991</end></TimeSpan></Folder>
      <Folder><GroundOverlay><TimeStamp><when>1800</when></TimeStamp></GroundOverlay><Placemark><name>from the top</name></Placemark></Folder></Document>`;
    const rows = await records(open(kml(body)).tables[0]!);
    expect(rows.map((row) => [row.get("name"), row.get("begin"), row.get("end")])).toEqual([
      ["own", "2024", ""],
      ["lent", "1990", "1991"],
      ["from above", "1990", "1991"],
      ["from the top", "1900", ""],
    ]);
  });

  it.each([
    ["44.4,33.3,0", "33.3", "44.4"],
    ["\n  -0.5 , 51.5 , 10\n", "51.5", "-0.5"],
    ["1e1,2", "2", "10"],
    ["200,95", "95", "200"],
    ["", "", ""],
    ["x,y", "", ""],
    ["NaN,Infinity", "", ""],
    ["1e999,5", "", ""],
    ["5", "", ""],
    ["1,2 3,4", "2", "1"],
    ["48° N, 2° E", "", ""],
  ])("gives the coordinates %j as latitude %j, longitude %j", async (coordinates, latitude, longitude) => {
    const row = await first(point(coordinates));
    expect([row.get("latitude"), row.get("longitude")]).toEqual([latitude, longitude]);
  });

  it.each([
    ["LineString", "<LineString><coordinates>0,0 10,0</coordinates></LineString>", 5, 0],
    [
      "Polygon",
      "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,4 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon>",
      2,
      2,
    ],
    [
      "MultiGeometry",
      "<MultiGeometry><Point><coordinates>9,9</coordinates></Point><LineString><coordinates>0,0 10,0</coordinates></LineString></MultiGeometry>",
      5,
      0,
    ],
  ])("puts one point for a %s and says so", async (name, geometry, longitude, latitude) => {
    const [table] = open(kml(`<Placemark/><Placemark>${geometry}</Placemark>`)).tables;
    const {rows, warned} = await collect(table!);
    expect(rows[1]!.cells.slice(4, 6)).toEqual([String(latitude), String(longitude)]);
    expect(warned).toEqual([{code: "geometry-reduced", line: 2, value: name, row: 2}]);
  });

  it("takes a geometry that holds a single point, and the place of a model, for that point", async () => {
    const single = `<Placemark><MultiGeometry><MultiGeometry><Point><coordinates>3,4</coordinates></Point></MultiGeometry></MultiGeometry></Placemark>`;
    const model = `<Placemark><Model><Location><longitude>3</longitude><latitude>4</latitude></Location></Model></Placemark>`;
    const {rows, warned} = await collect(open(kml(single + model)).tables[0]!);
    expect(rows.map(({cells}) => cells.slice(4, 6))).toEqual([
      ["4", "3"],
      ["4", "3"],
    ]);
    expect(warned).toEqual([]);
  });

  it("makes one row and a line of a track", async () => {
    const track = (from: number) =>
      `<gx:Track><when>2024-01-0${from}</when><when>2024-01-0${from + 1}</when><gx:coord>${from} 2 0</gx:coord><gx:coord></gx:coord><gx:coord>${from + 1} 3 0</gx:coord></gx:Track>`;
    const opened = open(
      kml(
        `<Placemark><name>Convoy</name>${track(1)}</Placemark><Placemark><name>Two</name><gx:MultiTrack>${track(3)}${track(5)}</gx:MultiTrack></Placemark>`,
      ),
    );
    const rows = await records(opened.tables[0]!);
    expect(rows.map((row) => ["begin", "end", "longitude", "latitude"].map((name) => row.get(name)))).toEqual([
      ["2024-01-01", "2024-01-02", "1", "2"],
      ["2024-01-03", "2024-01-06", "3", "2"],
    ]);
    expect(opened.lines!.map(({name, points}) => [name, ...points])).toEqual([
      ["Convoy", 1, 2, 2, 3],
      ["Two", 3, 2, 4, 3],
      ["Two", 5, 2, 6, 3],
    ]);
    expect((await collect(opened.tables[0]!)).warned).toEqual([]);
  });

  it("makes columns of extended data, whose names may be any", async () => {
    const body = `<Document><Schema name="s" id="s"><SimpleField name="deaths" type="int"/></Schema>
      <Placemark><name>A</name><ExtendedData>
        <Data name="name"><displayName>Name</displayName><value>other</value></Data>
        <Data name="__proto__"><value>p</value></Data>
        <SchemaData schemaUrl="#s"><SimpleData name="deaths"> 3 </SimpleData></SchemaData>
        <camp:number xmlns:camp="urn:c">14</camp:number></ExtendedData></Placemark>
      <Placemark><ExtendedData><Data name="deaths"><value>4</value></Data><Data name="deaths"><value>5</value></Data></ExtendedData></Placemark></Document>`;
    const [table] = open(kml(body)).tables;
    expect(table!.columns!.slice(9)).toEqual(["name (2)", "__proto__", "deaths", "number"]);
    const {rows} = await collect(table!);
    expect(rows.map(({cells}) => cells.slice(9))).toEqual([
      ["other", "p", "3", "14"],
      ["", "", "4; 5", ""],
    ]);
  });

  it.each([
    ["<![CDATA[<p>One <b>two</b></p><script>window.__xss=1</script>]]>", "One two"],
    ["&lt;i&gt;x&lt;/i&gt; &amp;amp; y", "x & y"],
    ["plain", "plain"],
  ])("gives the description %s as a reader sees it", async (html, text) => {
    expect((await first(`<Placemark><description>${html}</description></Placemark>`)).get("description")).toBe(text);
  });

  it("passes over links, styles and what they hold", async () => {
    const body = `<Document><NetworkLink><name>no</name><Link><href>http://evil.example/x.kml</href></Link></NetworkLink>
      <Style id="s"><BalloonStyle><text><![CDATA[<script>1</script>]]></text></BalloonStyle></Style>
      <Placemark><name>A</name><styleUrl>http://evil.example/#s</styleUrl></Placemark></Document>`;
    const opened = open(kml(body));
    expect(opened.title).toBeUndefined();
    expect((await collect(opened.tables[0]!)).rows.map(({cells}) => cells.join("|"))).toEqual(["A||||||||"]);
  });

  it.each([
    ["without placemarks", kml("<Document><name>x</name></Document>"), "no-records"],
    ["that is empty but for its root", "<kml/>", "no-records"],
    ["that is cut off", kml("<Document><Placemark><name>x</name></Placemark>").slice(0, -6), "broken"],
    ["that nests too deep", kml("<Folder>".repeat(1000)), "too-deep"],
    [
      "with too many fields",
      kml(
        `<Placemark><ExtendedData>${Array.from({length: LIMITS.columns}, (_, i) => `<Data name="f${i}"/>`).join("")}</ExtendedData></Placemark>`,
      ),
      "too-many-columns",
    ],
  ])("%s is refused", (_, text, code) => expect(failure(() => open(text)).code).toBe(code));

  it("gives as many rows as it has placemarks, with every cell as it was written", async () => {
    const word = fc
      .string({unit: fc.constantFrom("a", "é", "&", "<", ">", '"', "'", "]", " ", "語", "😀", ";", "#"), maxLength: 12})
      .map((text) => text.trim());
    const number = fc.integer({min: -18_000_000, max: 18_000_000}).map((n) => n / 100_000);
    const mark = fc.record({
      name: word,
      value: word,
      lon: number,
      lat: number,
      wrap: fc.constantFrom("text", "cdata", "codes"),
    });
    const write = (text: string, how: string) =>
      how === "cdata" && !text.includes("]]>")
        ? `<![CDATA[${text}]]>`
        : how === "codes"
          ? [...text].map((letter) => `&#x${letter.codePointAt(0)!.toString(16)};`).join("")
          : text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("]]>", "]]&gt;");
    await fc.assert(
      fc.asyncProperty(fc.array(mark, {minLength: 1, maxLength: 30}), async (marks) => {
        const body = marks
          .map(
            ({name, value, lon, lat, wrap}) =>
              `<Placemark><name>${write(name, wrap)}</name><ExtendedData><Data name="v"><value>${write(value, wrap)}</value></Data></ExtendedData><Point><coordinates>${lon},${lat}</coordinates></Point></Placemark>`,
          )
          .join("\n");
        const rows = await records(open(kml(`<Document><Folder>${body}</Folder></Document>`)).tables[0]!);
        expect(rows.map((row) => ["name", "v", "longitude", "latitude"].map((name) => row.get(name)))).toEqual(
          marks.map(({name, value, lon, lat}) => [name, value, String(lon), String(lat)]),
        );
      }),
      {numRuns: 100},
    );
  });

  it("however it is mutated opens or is refused, and nothing else is thrown", async () => {
    const text = kml(
      `<Document><name>T</name><Folder><name>F</name><TimeSpan><begin>2020</begin><end/></TimeSpan><Placemark id="1"><name>A</name>
      <description><![CDATA[<b>x</b>]]></description><ExtendedData><Data name="d"><value>1</value></Data></ExtendedData>
      <MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates></LinearRing></outerBoundaryIs></Polygon>
      <Point><coordinates>1,2</coordinates></Point></MultiGeometry></Placemark><Placemark><gx:Track><when>2020</when><gx:coord>1 2 3</gx:coord></gx:Track></Placemark></Folder></Document>`,
    );
    const change = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(12),
      put: fc.constantFrom(
        "",
        "<",
        ">",
        "&",
        "/",
        '"',
        "\0",
        "<a>",
        "</a>",
        "&x;",
        "\ud800",
        "<!--",
        "]]>",
        ",",
        "1e400",
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 4}), async (changes) => {
        const mutated = changes.reduce((t, {at, cut, put}) => t.slice(0, at) + put + t.slice(at + cut), text);
        try {
          const [table] = open(mutated).tables;
          const {rows} = await collect(table!);
          expect(rows).toHaveLength(table!.rows!);
          expect(rows.every(({cells}) => cells.length === table!.columns!.length)).toBe(true);
          expect(rows.some(({cells}) => cells.some((cell) => /NaN|undefined|Infinity/.test(cell)))).toBe(false);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      {numRuns: 1000},
    );
  });
});

const SHARED = join(import.meta.dirname, "../../../../shared");
const file = (path: string) => readFileSync(join(SHARED, path), "utf8");

describe.skipIf(!existsSync(join(SHARED, "samples")))("KML files from the field", () => {
  it("give their records", async () => {
    const kenya = await records(open(file("samples/kenya_ushahidi_2008.kml")).tables[0]!);
    expect(kenya).toHaveLength(82);
    expect(kenya.filter((row) => /^200[78]-\d\d-\d\d$/.test(row.get("begin")!))).toHaveLength(82);
    expect(kenya.filter((row) => row.get("latitude") !== "" && row.get("longitude") !== "")).toHaveLength(82);
    expect(kenya[0]!.get("description")).toBe("more info >>");
    const spans = await records(open(file("samples/timemap_timespans_test.kml")).tables[0]!);
    expect(spans.map((row) => `${row.get("begin")}..${row.get("end")}`)).toEqual([
      "1980-01-02..2000-01-02",
      "1980-01-02..",
      "1980-01-02..",
      "1980-01-02..",
      "..",
      "1980-01-02..",
      "1990-01-02..",
      "1980-01-02..",
    ]);
  });
});

describe.skipIf(!existsSync(join(SHARED, "torture")))("hostile KML files", () => {
  const hostile = (name: string) => file(`torture/handmade/${name}`);
  it.each([
    ["billion_laughs.kml", "broken"],
    ["xxe.kml", "broken"],
    ["truncated.kml", "broken"],
    ["kml_empty_doc.kml", "no-records"],
  ])("such as %s are refused at once", (name, code) => {
    const start = performance.now();
    expect(failure(() => open(hostile(name))).code).toBe(code);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("with links and scripts give their placemark", async () => {
    const [row] = await records(open(hostile("kml_networklink_and_html.kml")).tables[0]!);
    expect(["begin", "end", "latitude", "longitude", "description"].map((name) => row!.get(name))).toEqual([
      "2024-01",
      "",
      "2",
      "1",
      "x",
    ]);
  });
});
