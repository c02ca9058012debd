import {describe, expect, it} from "vitest";
import {chapterSources} from "../../../src/out/picture/chapterSources.ts";
import {quietSession} from "../../../src/out/poster/quiet.ts";
import type {Chapter} from "../../../src/state/session.svelte.ts";
import {openSession, storyFiles, words} from "../../list/session.ts";

const CSV = [
  "id,date,lat,lon,title,source_ids",
  "a,2024-01-01,33,44,One,s1",
  "b,2024-01-02,33,44,Two,s2;s1",
  "c,2024-01-03,33,44,Three,s1",
  "d,2024-02-01,33,44,Four,s3",
].join("\n");
const SOURCES = [
  "id,publisher,title,url,published",
  ...[1, 2, 3].map((n) => `s${n},Paper ${n},Report ${n},https://example.org/${n},2024-01-0${n}`),
].join("\n");
const STORY = {
  sources: "sources.csv",
  mapping: {id: "id", start: "date", lat: "lat", lon: "lon", title: "title", sources: "source_ids"},
};

async function told(chapter: Partial<Chapter>, most = 9) {
  const session = await openSession({}, storyFiles(CSV, STORY, {"sources.csv": SOURCES}));
  const whole: Chapter = {title: "T", text: "", events: [], view: {}, ...chapter};
  const loaded = session.loaded!;
  const sources = await loaded.sources();
  const quiet = await quietSession(loaded, whole.view, "en", false, sources);
  const {shown, more} = chapterSources({loaded, session: quiet, chapter: whole, sources, i18n: await words()}, most);
  return {names: shown.map(({publisher}) => publisher), more};
}

describe("who says what a chapter tells", () => {
  it("are the sources of the events that it names, each once, the chosen one's first", async () => {
    expect(await told({events: ["d", "b"], view: {event: "c"}})).toEqual({
      names: ["Paper 1", "Paper 3", "Paper 2"],
      more: 0,
    });
  });

  it("are those of what its view shows where it names none, the most cited first", async () => {
    expect(await told({view: {time: "2024-01-01..2024-01-03"}})).toEqual({names: ["Paper 1", "Paper 2"], more: 0});
  });

  it("leave out what has no room, and say how many", async () => {
    expect(await told({events: ["a", "b", "d"]}, 1)).toEqual({names: ["Paper 1"], more: 2});
  });
});
