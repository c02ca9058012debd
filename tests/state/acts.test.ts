import {flushSync} from "svelte";
import {expect, it} from "vitest";
import {countsOf, seek, select, showView} from "../../src/state/acts.ts";
import {shippedSession} from "../shippedSession.ts";

const STORY = await shippedSession();

/** Rows that a view lets through, one at a time, by value of a facet. */
function byHand(facet: string): Record<string, number> {
  const {dataset} = STORY.loaded!;
  const {codes, values} = dataset.columns.categories[facet]!;
  const found: Record<string, number> = {};
  const [i0, i1] = STORY.selection.rows;
  for (let row = i0; row < i1; row++) {
    if (!STORY.selection.counts!.aggregates.passes(row)) continue;
    const value = values[codes[row]!];
    if (value !== undefined && dataset.columns.series[row]! <= 2) found[value] = (found[value] ?? 0) + 1;
  }
  return found;
}

it("counts what the window and the filters let through, by value", () => {
  for (const view of [{}, {time: "2023-10-17..2023-11-20"}, {show: {status: ["us_official"]}}]) {
    STORY.view = view;
    flushSync();
    const {events, facets} = countsOf(STORY);
    expect(events).toBeGreaterThan(0);
    expect({...facets["status"]}).toEqual(byHand("status"));
    expect(Object.values(facets["status"]!).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(events);
  }
  STORY.view = {};
});

it("counts nothing before there is data", () => {
  expect(countsOf(null)).toEqual({events: 0, facets: {}});
});

it("shows a view in the language and theme that there are, where it names none", () => {
  showView(STORY, {lang: "fr", theme: "dark"});
  showView(STORY, {time: "2023-10-17..2023-11-20"});
  expect(STORY.view).toMatchObject({time: "2023-10-17..2023-11-20", lang: "fr", theme: "dark"});
  showView(STORY, {lang: "en", theme: "auto"});
  expect(STORY.view.theme).toBeUndefined();
});

it("goes to a date and to an event, and leaves what is neither alone", () => {
  STORY.view = {};
  seek(STORY, "2023-11-20");
  const {playhead} = STORY.selection;
  expect(new Date(playhead).toISOString().slice(0, 10)).toMatch(/2023-11-2[01]/);
  seek(STORY, "Attack 7");
  expect(STORY.selection.playhead).toBe(playhead);
  const id = STORY.loaded!.dataset.id(3);
  select(STORY, id);
  expect(STORY.selection.row).toBe(3);
  select(STORY, "no such event");
  expect(STORY.selection.row).toBe(-1);
});
