import {isRecord, member} from "./parseJson.ts";
import {itemsOf, makeTable, objectShape} from "./records.ts";
import type {Table} from "./table.ts";
import {plainText} from "./text.ts";

/** Columns of TimelineJS that hold markup, as its documentation says. */
const MARKUP = new Map(
  ["text.headline", "text.text", "media.caption", "media.credit"].map((name) => [name, plainText] as const),
);

/** Whether a value is the document of TimelineJS 3: `events`, each with a `start_date`, which has a year. */
export function isTimeline(value: unknown): boolean {
  const events = member(value, "events");
  if (!Array.isArray(events)) return false;
  return events.some((event) => isRecord(event) && member(member(event, "start_date"), "year") !== undefined);
}

/** Its events, with markup turned into text. The title slide and the eras are no events. */
export function timelineTables(content: unknown, size: number): Table[] {
  const events = member(content, "events") as unknown[];
  return [makeTable("events", () => itemsOf(events), objectShape(MARKUP), size)];
}

/** The headline of the title slide; "" where there is none. */
export function timelineTitle(content: unknown): string {
  const headline = member(member(member(content, "title"), "text"), "headline");
  return typeof headline === "string" ? plainText(headline).replace(/\s+/g, " ").slice(0, 300) : "";
}
