// @vitest-environment node
import {describe, expect, it} from "vitest";
import type {Loaded} from "../../../src/data/load.ts";
import {allRows} from "../../../src/data/save/rows.ts";
import {savedBlob} from "../../../src/data/save/saving.ts";
import {storyParts} from "../../../src/data/save/storyFile.ts";
import type {Story} from "../../../src/data/story.ts";
import {importText} from "../import/read.ts";
import {reopened, shipped, textOf} from "./saved.ts";
import {loadedFrom} from "./tables.ts";

type Chapters = Story["chapters"];

const save = async (loaded: Loaded, chapters: Chapters, rows = allRows(loaded.dataset)) =>
  textOf(storyParts(loaded, rows, {view: {}, sources: await loaded.sources(), chapters}));

/** Texts that would break out of JSON, of CSV or of a page; every part of a view; languages apart. */
const OWN: Chapters = [
  {
    title: {en: 'A "quoted" title', fr: "Un titre", ar: "عنوان"},
    text: {en: "Two\nlines, and a </script><b>tag</b>", ar: "سطران"},
    notes: "Private: \u2028 = ' \\ 📍",
    events: ["2023-10-18-al-asad-drones", "an-event-there-never-was"],
    view: {
      time: "2023-10-17..2023-11-02",
      extent: "2023-10..2023-12",
      mode: "slide",
      speed: 0.5,
      event: "2023-10-18-al-asad-drones",
      place: "al-asad",
      panel: "list",
      show: {status: ["us_official", "a value, with a comma"]},
      q: 'drone "x"',
      map: [7.25, 33.3, 44.4],
      timeline: "lanes",
    },
  },
  {title: "", text: "", events: [], view: {time: "2023-10-17..2023-10-17", event: ""}},
];

const BARE =
  "date,title,lat,lon\n2024-01-01,One,10,20\n2024-01-05,Two,11,21\n2024-01-03,Three,12,22\n2024-01-09,Four,,\n";
const bare = async () => loadedFrom(await importText(BARE, "table.csv"));

describe("chapters in a story file", () => {
  it("that the reader made come back to the letter, with notes, in place of the story's own", async () => {
    const back = await reopened(await save(await shipped(), OWN));
    expect(back.story.chapters).toEqual(OWN);
  });

  it("that are the story's own come back, too, also through a second file", async () => {
    const first = await shipped();
    const once = await reopened(await save(first, first.story.chapters));
    const twice = await reopened(await save(once, once.story.chapters));
    expect(twice.story.chapters).toEqual(first.story.chapters);
    expect(first.story.chapters.length).toBeGreaterThan(8);
  });

  it("of a table that had no story come back, and none are made up", async () => {
    const loaded = await bare();
    expect((await reopened(await save(loaded, OWN))).story.chapters).toEqual(OWN);
    expect((await reopened(await save(loaded, []))).story.chapters).toEqual([]);
  });

  it("are in the file that the dialog saves", async () => {
    const loaded = await bare();
    const saving = {format: "story", rows: allRows(loaded.dataset), view: {}, language: "en", chapters: OWN} as const;
    const blob = await savedBlob(loaded, saving, () => {}, new AbortController().signal);
    expect((await reopened(await blob.text())).story.chapters).toEqual(OWN);
  });

  it("name the same events when rows without ids are left out before them, and none that are not there", async () => {
    const loaded = await bare();
    const rowOf = (title: string) =>
      Array.from(loaded.dataset.columns.row, (_, row) => row).find(
        (row) => loaded.dataset.text("title", row) === title,
      )!;
    const idOf = (title: string) => loaded.dataset.id(rowOf(title));
    const named = ["One", "Two", "Three", "Four"];
    const chapters: Chapters = named.map((title) => ({
      title,
      text: "",
      events: [...named].reverse().map(idOf),
      view: {time: "2024-01-01..2024-01-09", event: idOf(title)},
    }));
    const rows = allRows(loaded.dataset).filter((row) => row !== rowOf("Two"));
    const {story, dataset} = await reopened(await save(loaded, chapters, rows));
    const titleOf = (id: string) => dataset.text("title", dataset.find(id));
    expect(story.chapters.map(({events}) => events.map(titleOf))).toEqual(named.map(() => ["Four", "Three", "One"]));
    expect(story.chapters.map(({view}) => (view.event === "" ? "" : titleOf(view.event!)))).toEqual([
      "One",
      "",
      "Three",
      "Four",
    ]);
    expect(story.chapters.map(({title, view}) => [title, view.time])).toEqual(
      chapters.map(({title, view}) => [title, view.time]),
    );
  });

  it("of a part of a table with ids name what is in it", async () => {
    const first = await shipped();
    const kept = first.dataset.find("2023-10-18-al-asad-drones");
    const {story} = await reopened(await save(first, first.story.chapters, Uint32Array.of(kept)));
    expect(story.chapters.map(({events}) => events).flat()).toEqual(["2023-10-18-al-asad-drones"]);
    expect(story.chapters.map(({view}) => view.event)).toEqual([
      "2023-10-18-al-asad-drones",
      ...first.story.chapters.slice(1).map(() => ""),
    ]);
    expect(story.annotations.map(({events}) => events).flat()).toEqual(["2023-10-18-al-asad-drones"]);
  });
});
