import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";
import {rich, strong, type Part} from "../rich.ts";

const plural = pluralOf("en");
const rows = plural({one: "row", other: "rows"});

export const ways = {
  veil: "Drop it anywhere",
  local: "It is read on this computer and sent nowhere.",
  start: {
    drop: "Drop a table of dated, placed events",
    open: "Open a table of dated, placed events",
    formats: "CSV, TSV, Excel, JSON, GeoJSON, KML, GPX, iCalendar or Parquet, packed or not.",
    reported: "Every row that cannot be used is reported to you.",
    choose: "Choose a file",
    paste: "Paste a link or a table",
    needs: "What it needs",
    needsText:
      "A date in each row. A latitude and longitude put the row on the map; without them it stays on the timeline.",
    also: "What it also understands",
    alsoText:
      "Place and its precision, title, summary, category, certainty, actor, casualties, sources, link. A column that is missing is simply not drawn.",
    stories: "Or start from a story",
    again: "Opened here last",
    kept: (date: string) => `${date}, kept on this computer`,
    keptUndated: "Kept on this computer",
    forget: "Forget it",
    forgotten: "It is no longer kept.",
  },
  shipped: {
    name: "Attacks on US and coalition forces",
    about: (events: string, sources: string) => `Iraq, Syria, Jordan · ${events} events, ${sources} sources`,
  },
  paste: {
    label: "A link, or the rows of a table with their header",
    link: "A link is fetched by this browser, from that host, and from nowhere else. The host has to allow it.",
    open: "Open",
    cancel: "Cancel",
    unlike: "This is neither a link (https://…) nor a table: a table has a header and at least one row.",
    name: "Pasted table",
  },
  progress: {
    reading: (name: string) => `Reading ${isolate(name)}`,
    stage: {fetching: "Fetching", unpacking: "Unpacking", sorting: "Sorting"},
    of: (bytes: string, total: string) => `${bytes} of ${total}`,
    rows: (n: string, count: number) => `${n} ${rows(count)}`,
    seconds: (n: string) => `about ${n} s left`,
    minutes: (n: string) => `about ${n} min left`,
    cancel: "Cancel",
  },
  failed: {
    title: "This could not be opened",
    titleOf: (name: string) => `${isolate(name)} could not be opened`,
    keep: "What was on screen is still there.",
    ownStory: "Open the story that comes with Dateline",
    another: "Choose another file",
  },
  failures: {
    "bad-url": (detail: string) =>
      `“${isolate(detail)}” is not an address that data may be read from. Use https, on a public host.`,
    "not-found": (detail: string) => `There is nothing at ${isolate(detail)}. Check the address.`,
    unreachable: (detail: string) =>
      `${isolate(detail)} could not be reached. The network may be down, or that host does not let other pages read from it (CORS). Download the file and open it from this computer.`,
    "missing-table": (detail: string) =>
      `The story names the table “${isolate(detail)}”, which did not come with it. Drop the story and its tables together.`,
  },
  own: {
    label: "The data on screen",
    sum: (n: string, count: number, placed: string, timelineOnly: string, rejected: string): Part[] =>
      rich`${strong(`${n} ${rows(count)}`)} =\u00a0${placed}\u00a0on the map +\u00a0${timelineOnly}\u00a0on the timeline only +\u00a0${rejected}\u00a0not\u00a0used`,
    review: "Columns and report",
    save: "Save",
    from: (host: string) => `Data from ${isolate(host)}`,
  },
  menu: {
    label: "Data",
    shown: "On screen",
    others: "Change to",
    open: "Open a file, a link or a table…",
    save: "Save the data…",
    review: "Columns and report…",
  },
};
