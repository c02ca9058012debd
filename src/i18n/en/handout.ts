import {pluralOf} from "../plural.ts";

const plural = pluralOf("en");
const events = plural({one: "event", other: "events"});

export const handout = {
  lead: "What is on screen as words to paste into a message, and as rows to open in a table.",
  summary: "A summary to paste",
  form: "Form",
  forms: {plain: "Plain text", markdown: "Markdown"},
  language: "Language of the summary",
  copy: "Copy",
  copied: "Copied",
  done: "The summary is copied.",
  selected: "It is selected: copy it with the keys of your computer.",
  download: "Download",
  sourcesFailed: "The table of sources could not be fetched, so that only their keys are named.",
  rows: "The rows as CSV",
  rowsText: (n: string, count: number) =>
    count === 0
      ? "There are no events in this view."
      : `${n} ${events(count)}: what the window and the filters leave, each with its id and its sources.`,
  save: "Download the CSV",
  saving: "Writing the rows",
  saved: (name: string, size: string) => `${name} is saved (${size}).`,
  failed: "That did not work. Try again.",
  licence: (name: string) => `${name} does not allow these rows to be passed on.`,

  text: {
    pair: (name: string, value: string) => `${name}: ${value}`,
    kept: (name: string, values: string) => `${name}: ${values}`,
    keptNone: "none",
    search: (words: string) => `with the words “${words}”`,
    filtered: (filters: string) => `Only a part of the record is counted here – ${filters}.`,
    counter: (counted: string) => `The record also holds ${counted} in the same time.`,
    total: (date: string, by: string, parts: string, source: string) =>
      `That figure${by === "" ? "" : `, ${by},`} is the one given for ${date}${parts === "" ? "" : `: ${parts}`}${source === "" ? "" : ` (${source})`}. It was stated as such and is not the sum of the reports counted here.`,
    from: (publisher: string, date: string) => (date === "" ? publisher : `${publisher}, ${date}`),
    tempo: (last: string, inLast: string, before: string, inBefore: string) =>
      `Pace at the end of this time: ${last} ${inLast}, ${before} ${inBefore}.`,
    places: "Places named most",
    unplaced: (n: string, count: number) => `${n} ${count === 1 ? "is" : "are"} not placed on the map.`,
    turns: "Turning points",
    event: "One event in detail",
    sources: "Sources",
    moreSources: (n: string) => `and ${n} more`,
    moreSourcesUncounted: "and more",
    noAddress: "no address found",
    compiled: (date: string) => `Record as compiled on ${date}.`,
    license: (name: string) => `Licence: ${name}.`,
    link: "This view",
    file: (name: string) => `Made from the file ${name}.`,
    made: "Made with Dateline.",
  },
};
