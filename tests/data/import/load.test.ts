// @vitest-environment node
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {importFiles, importedOf} from "../../../src/data/import/load.ts";
import {load} from "../../../src/data/load.ts";
import {rowsIn} from "./read.ts";

const BASE = "https://dateline.example/app/";
const file = (text: string, name = "attacks_on-bases_2024.csv") => ({files: [{name, blob: new Blob([text])}]});
const OFFICE = "Titel;Datum;Breite;Länge\nÜberfall;28.01.2024;33,3;38,7\nMarsch;29.02.2024;-1,25;36,8\n";

let files: Record<string, string>;
beforeEach(() => {
  files = {};
  vi.stubGlobal("fetch", async (input: URL, {signal}: RequestInit) => {
    signal?.throwIfAborted();
    const text = files[String(input).replace(BASE, "")];
    return Object.defineProperty(new Response(text ?? "", {status: text === undefined ? 404 : 200}), "url", {
      value: String(input),
    });
  });
});
afterEach(() => void vi.unstubAllGlobals());

const failure = (loading: Promise<unknown>) =>
  loading.then(
    () => null,
    ({code, detail}: {code: string; detail: string}) => [code, detail],
  );

describe("a table that came with nobody to ask", () => {
  it("is a story of its own, titled by its file, with all that was found out about it", async () => {
    const imported = await importFiles(file(OFFICE));
    expect(imported.story).toMatchObject({
      title: "attacks on-bases 2024",
      data: "attacks_on-bases_2024.csv",
      timezone: "UTC",
    });
    expect(imported).toMatchObject({
      url: "",
      mapping: {start: "Datum", lat: "Breite", lon: "Länge", title: "Titel"},
      report: {rows: 2, placed: 2, timelineOnly: 0, rejected: 0, format: "csv"},
      file: {format: "csv", delimiter: ";", bytes: expect.any(Number), took: expect.any(Number)},
      sure: true,
      rejected: null,
    });
    expect(imported.dataset.text("title", 0)).toBe("Überfall");
    expect((await imported.sources()).size).toBe(0);
    expect(imported.totals.figures).toEqual([]);
  });

  it("keeps the title that the file gives itself", async () => {
    const kml = `<kml><Document><name>Raids of 2024</name><Placemark><name>a</name><TimeStamp><when>2024-01-28</when></TimeStamp></Placemark></Document></kml>`;
    expect((await importFiles(file(kml, "x.kml"))).story.title).toBe("Raids of 2024");
  });

  it.each([
    ["no-start-column", "name,lat,lon\nEtna,37.7,15\nFuji,35.4,138.7\n"],
    ["no-rows", "date,what\nnever,a\n2024-02-30,b\n"],
    ["empty-file", ""],
    ["no-records", "date,lat,lon\n"],
    ["web-page", "<!doctype html><html><head><title>404</title></head><body>x</body></html>"],
  ])("fails with %s, and the name of the file", async (code, text) => {
    expect(await failure(importFiles(file(text, "x.csv")))).toEqual([code, "x.csv"]);
  });

  it("ends with an AbortError when it is called off, before or while it is read", async () => {
    const control = new AbortController();
    const reading = importFiles(file(`date,x\n${"2024-01-28,a\n".repeat(30_000)}`), control.signal);
    control.abort();
    await expect(reading).rejects.toMatchObject({name: "AbortError"});
    await expect(importFiles(file(OFFICE), control.signal)).rejects.toMatchObject({name: "AbortError"});
  });

  it("carries its address, and its lines", async () => {
    const gpx = `<gpx><wpt lat="1" lon="2"><time>2024-01-28T00:00:00Z</time></wpt><trk><trkseg><trkpt lat="1" lon="2"/><trkpt lat="3" lon="4"/></trkseg></trk></gpx>`;
    const imported = await importFiles({...file(gpx, "x.gpx"), url: "https://example.org/x.gpx"});
    expect([imported.url, imported.report.source.url]).toEqual([
      "https://example.org/x.gpx",
      "https://example.org/x.gpx",
    ]);
    expect([...imported.lines[0]!.points]).toEqual([2, 1, 4, 3]);
    expect(
      importedOf(
        {files: []},
        {...imported, columns: imported.dataset.columns, extent: imported.dataset.extent} as never,
        5,
      ).file.took,
    ).toBe(5);
  });
});

describe("a story whose table nobody prepared", () => {
  it("is read by what the story says and what the table shows", async () => {
    files["s.json"] = JSON.stringify({
      title: "Story",
      data: "t.csv",
      timezone: "Europe/Paris",
      mapping: {start: "Datum", title: "Titel"},
      background: {Art: ["alt"]},
    });
    files["t.csv"] =
      "Titel;Datum;Breite;Länge;Art\nÜberfall;28.01.2024 14:05;33,3;38,7;neu\nMarsch;29.02.2024 10:00;-1,25;36,8;alt\nNie;;1;2;neu\n";
    const {story, mapping, report, dataset, url} = await load("s.json", BASE);
    expect(url).toBe(`${BASE}s.json`);
    expect(story).toMatchObject({
      title: "Story",
      timezone: "Europe/Paris",
      reading: {dates: {order: "dmy"}, headerRow: 1},
    });
    expect(mapping).toMatchObject({start: "Datum", lat: "Breite", lon: "Länge"});
    expect(report).toMatchObject({rows: 3, placed: 2, timelineOnly: 0, rejected: 1});
    expect([...dataset.columns.background]).toEqual([0, 1]);
    expect(rowsIn(dataset, ["start", "lat", "lon", "title"])).toEqual([
      ["2024-01-28T14:05", "33.3", "38.7", "Überfall"],
      ["2024-02-29T10:00", "-1.25", "36.8", "Marsch"],
    ]);
  });

  it("is read again as it was with the reading that came of it", async () => {
    files["t.csv"] = "A title;;\n\nwann;wo;was\n01/02/2024;48,8 2,3;a\n03/02/2024;48,9 2,4;b\n";
    files["s.json"] = JSON.stringify({data: "t.csv", reading: {dates: {order: "mdy"}}});
    const first = await load("s.json", BASE);
    files["s.json"] = JSON.stringify({data: "t.csv", mapping: first.mapping, reading: first.story.reading});
    const second = await load("s.json", BASE);
    expect(second.dataset.columns).toEqual(first.dataset.columns);
    expect(rowsIn(second.dataset, ["start"])).toEqual([["2024-01-02"], ["2024-03-02"]]);
    expect(second.story.reading).toEqual(first.story.reading);
  });

  it("may hold its tables itself", async () => {
    files["s.json"] = JSON.stringify({
      data: "events.csv",
      sources: "sources.csv",
      sites: "sites.csv",
      mapping: {start: "date", site: "site", sources: "source"},
      tables: {
        "events.csv": "date,site,source\n2024-01-28,asad,ap\n2024-02-29,,ap\n",
        "sites.csv": "site_id,name_en,lat,lon\nasad,Al-Asad,33,42\n",
        "sources.csv": "id,publisher,url\nap,AP,https://example.org/\n",
      },
    });
    const {dataset, report, sources} = await load("s.json", BASE);
    expect(report).toMatchObject({rows: 2, placed: 1, timelineOnly: 1, rejected: 0});
    expect(dataset.placeName(0, "en")).toBe("Al-Asad");
    expect([...(await sources()).keys()]).toEqual(["ap"]);
  });

  it("fails with the name of the table where that cannot be had or dated", async () => {
    files["s.json"] = JSON.stringify({data: "gone.csv"});
    expect(await failure(load("s.json", BASE))).toEqual(["not-found", `${BASE}gone.csv`]);
    files["gone.csv"] = "name,lat\na,1\nb,2\n";
    expect(await failure(load("s.json", BASE))).toEqual(["no-start-column", "gone.csv"]);
  });
});
