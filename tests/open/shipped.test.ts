// @vitest-environment node
import {readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";
import {expect, it} from "vitest";
import {SHIPPED_STORY} from "../../src/open/shipped.ts";

const table = (name: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(import.meta.dirname, "../../data", name), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;

it("the shipped story in small says what its tables hold", () => {
  const events = table("events.csv");
  expect(events).toHaveLength(SHIPPED_STORY.events);
  expect(table("sources.csv")).toHaveLength(SHIPPED_STORY.sources);

  const week = 7 * 86_400_000;
  const weeks = Array.from({length: SHIPPED_STORY.weeks.length}, () => 0);
  for (const {start, category, scope} of events)
    if (scope === "core" && ["attack", "interception"].includes(category!))
      weeks[Math.floor((Date.parse(`${start!.slice(0, 10)}T00:00Z`) - Date.UTC(2023, 9, 17)) / week)]!++;
  expect(SHIPPED_STORY.weeks).toEqual(weeks);
});
