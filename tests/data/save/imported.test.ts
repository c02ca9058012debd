// @vitest-environment node
import {describe, expect, it} from "vitest";
import {storySchema, type StoryFile} from "../../../src/data/story.ts";
import {importText} from "../import/read.ts";
import {csvOf, geoJsonOf, reopened, shipped, storyText, textOf} from "./saved.ts";
import {loadedFrom, loadedTable, plain, plainTable} from "./tables.ts";
import {allRows} from "../../../src/data/save/rows.ts";
import {storyParts} from "../../../src/data/save/storyFile.ts";

/** Files as they come, with what makes each hard to give back. */
const FILES: Record<string, string> = {
  "days first, decimal commas, counts as ranges": [
    "Datum;Ende;Breite;Länge;Ort;Titel;Art;Tote",
    "31.01.2024;02.02.2024;33,25;44,5;Erbil;Eins;Angriff;12-15",
    "01.02.2024;;33,5;44,25;Basra;Zwei;Angriff;mindestens 5",
    "13.02.2024;;;;;Drei;Schlag;13 (10-20)",
    "14.02.2024;;;;;Vier;Schlag;bis 7",
    "15.02.2024;;;;;Fünf;Schlag;unbekannt",
  ].join("\n"),
  "split dates, one point column": [
    "iyear,imonth,iday,event_name,location_point,kind",
    '1999,12,31,One,"33.25, 44.5",a',
    '2000,0,0,Two,"33.5, 44.25",b',
    "2000,5,0,Three,,a",
  ].join("\n"),
  "instants, epochs of BCE, spans in one cell": [
    "date,title,lat,lon,status",
    "5-9 January 2024,One,10,20,confirmed",
    "44 BC,Two,41.9,12.5,claimed",
    "2024-01-31T10:20:30.5Z,Three,,,disputed",
    "March 1906,Four,1,2,",
  ].join("\n"),
  ACLED: [
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,actor2,country,location,latitude,longitude,geo_precision,source,notes,fatalities",
    "IRQ1,22 September 2023,2023,1,Political violence,Battles,Armed clash,A,B,Iraq,Erbil,36.1,44.0,1,X; Y,On that day,3",
    "IRQ2,23 September 2023,2023,3,Political violence,Riots,Mob violence,A,,Iraq,Erbil,36.1,44.0,3,X,,0",
  ].join("\n"),
};

describe.each(Object.entries(FILES))("a file with %s", (_, text) => {
  it("comes back from CSV, GeoJSON and a story file with every row as it was understood", async () => {
    const first = await importText(text, "first.csv");
    expect(first.report.rejected).toBe(0);
    const loaded = loadedFrom(first);

    const back = await reopened(storyText(loaded));
    expect(plain(back.dataset.columns)).toEqual(plain(first.columns));
    expect(back.story.facets).toEqual(loaded.story.facets);
    expect(back.story.columns).toEqual(loaded.story.columns);
    expect(back.story.credit).toEqual(loaded.story.credit);

    const table = await importText(csvOf(loaded), "saved.csv");
    const features = await importText(geoJsonOf(loaded), "saved.geojson");
    for (const {columns, report} of [table, features]) {
      expect(report).toMatchObject({
        preset: "dateline",
        rejected: 0,
        rows: first.report.rows,
        placed: first.report.placed,
      });
      const {named: _, certainty, ...saved} = plainTable(columns);
      const {named: __, certainty: drawn, ...was} = plainTable(first.columns);
      expect(certainty).toEqual(drawn);
      expect(saved).toEqual(was);
    }
    expect(plainTable((await importText(csvOf(loadedFrom(table)))).columns)).toEqual(plainTable(table.columns));
    expect(plainTable((await importText(csvOf(loadedFrom(features)))).columns)).toEqual(plainTable(features.columns));
  });
});

describe("a story file", () => {
  it("of the shipped story is the shipped story, with its sources, places, totals and every column", async () => {
    const first = await shipped();
    const sources = await first.sources();
    const json = textOf(storyParts(first, allRows(first.dataset), {view: first.story.view, sources}));
    expect(storySchema.safeParse(JSON.parse(json)).error).toBeUndefined();
    const back = await reopened(json);
    expect(plain(back.dataset.columns)).toEqual(plain(first.dataset.columns));
    expect(Object.keys(back.dataset.columns.others).length).toBeGreaterThan(3);
    expect(back.dataset.extent).toEqual(first.dataset.extent);
    expect(back.totals.figures).toEqual(first.totals.figures);
    expect(await back.sources()).toEqual(sources);
    expect(back.mapping).toEqual(first.mapping);
    const {tables: _, ...story} = back.story;
    expect(story).toEqual(first.story);
    expect(back.report).toMatchObject({
      rows: first.report.rows,
      placed: first.report.placed,
      timelineOnly: first.report.timelineOnly,
      rejected: 0,
    });
    const again = textOf(storyParts(back, allRows(back.dataset), {view: back.story.view, sources}));
    expect(again).toBe(json);
  });

  it("of the shipped story as CSV and GeoJSON keeps every row, day and count", async () => {
    const first = await shipped();
    for (const back of [await importText(csvOf(first)), await importText(geoJsonOf(first), "s.geojson")]) {
      expect(back.report).toMatchObject({rows: first.dataset.length, rejected: 0, placed: first.report.placed});
      const [saved, was] = [plainTable(back.columns), plainTable(first.dataset.columns)];
      for (const name of ["start", "end", "datePrecision", "certainty", "row", "numbers", "texts"] as const)
        expect(saved[name]).toEqual(was[name]);
      expect(saved.places.lat.length).toBeGreaterThan(10);
    }
  });

  it("is known for one however little there is in it, and opens in the view it was saved with", async () => {
    const loaded = loadedTable(["date", "type"], [["2024", "a"]], {columns: {type: {label: "T"}, features: {}}});
    const json = storyText(loaded, {time: "2024-01..2024-06", file: "x.csv", data: "https://x.example/", lang: "ar"});
    const {looksLikeStory} = await import("../../../src/data/load.ts");
    expect(looksLikeStory(json)).toBe(true);
    const back = await reopened(json);
    expect(back.story.view).toEqual({time: "2024-01..2024-06"});
  });

  it("tells rows apart as they were where the columns that did so are written anew", async () => {
    const story: Partial<StoryFile> = {
      mapping: {start: "when", killed: "dead", datePrecision: "how"},
      series: {primary: {where: {dead: ["3"]}, label: "deadly"}, counter: {where: {how: ["year"]}}},
      background: {dead: ["none"]},
    };
    const rows = [
      ["2024-01-31", "3", "day"],
      ["1914", "", "year"],
      ["2024-02-01", "none", "day"],
    ];
    const loaded = loadedTable(["when", "dead", "how"], rows, story);
    const back = await reopened(storyText(loaded));
    const was = plain(loaded.dataset.columns);
    expect(new Set(was.series).size).toBe(3);
    const {series, background} = plain(back.dataset.columns);
    expect({series, background}).toEqual({series: was.series, background: was.background});
    expect(back.story.series?.primary?.label).toBe("deadly");
  });

  it("keeps to the events it names when rows before them are left out", async () => {
    const loaded = loadedTable(
      ["date", "title"],
      [
        ["2024", "a"],
        ["2025", "b"],
        ["2026", "c"],
      ],
    );
    loaded.story.chapters = [{title: "C", text: "", events: ["row-3", "row-2"], view: {event: "row-3"}}];
    const back = await reopened(storyText(loaded, {event: "row-3"}, Uint32Array.of(1, 2)));
    expect(back.dataset.text("title", back.dataset.find(back.story.view.event!))).toBe("c");
    expect(back.story.chapters[0]).toMatchObject({events: ["row-2", "row-1"], view: {event: "row-2"}});
  });

  it("finds its columns by names of any kind", async () => {
    const header = ["date", "a;b", "c\td", "e|f", 'g"h', "sep=;", "i, j", "<b>", "=x"];
    for (const isImported of [false, true]) {
      const loaded = loadedTable(header, [["2024", "1", "2", "3", "4", "5", "6", "7", "8"]]);
      if (isImported) loaded.story.reading = {};
      const back = await reopened(storyText(loaded));
      expect(plain(back.dataset.columns)).toEqual(plain(loaded.dataset.columns));
    }
  });
});
