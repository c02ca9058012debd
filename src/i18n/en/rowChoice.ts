import {pluralOf} from "../plural.ts";

const plural = pluralOf("en");
const events = plural({one: "event", other: "events"});
const rows = plural({one: "row", other: "rows"});

export const rowChoice = {
  legend: "Rows in the file",
  all: (n: string, count: number) => `All ${n} ${rows(count)}`,
  shown: (n: string, count: number) => `What is shown now: ${n} ${events(count)}`,
  shownText: "Within the window, and passing the filters and the search.",
};
