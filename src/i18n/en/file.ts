import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("en");
const chapters = plural({one: "chapter", other: "chapters"});

export const file = {
  lead: "One HTML file with everything in it: the app, the data, the fonts and the piece of map it needs. It opens from disk in any browser of recent years, without a network, and asks for nothing.",
  others: "No other row is in the file.",
  holds: "What goes along",
  view: "The view on screen is what is seen first, in this language and these colours.",
  chapters: (n: string, count: number) => `${n} ${chapters(count)} to present.`,
  notes: "The private notes of the chapters",
  notesText: "Whoever has the file can read them. Leave them out of one that you hand on.",
  sources: "The sources, the named places and the stated totals, where the story has them.",
  lacks: "What does not work from disk: links to share, snippets to embed, and data from other addresses.",
  licence: (name: string) => `${isolate(name)} does not allow these rows to be passed on.`,
  licenceText: "Keep the file to yourself, or ask whoever holds the rights.",
  about: (size: string) => `The file will be about ${size}.`,
  exactly: (size: string) => `The file is ${size}.`,
  making: (n: string, all: string) => `Making it: ${n} of ${all} rows`,
  save: "Save the file",
  cancel: "Cancel",
  saved: (name: string, size: string) => `Saved as ${isolate(name)}, ${size}.`,
  tooLarge: (size: string, most: string) =>
    `It would be about ${size}, and browsers do not open a page above ${most} well. Choose fewer rows, with the window or the filters, or save the data as CSV.`,
  failed: "The file could not be made: a part of it could not be fetched. Try again.",
  sourcesFailed: "The file could not be made: the table of sources could not be fetched. Try again.",
  again: "Try again",
  unable: "This file needs a newer browser: Chrome 110, Firefox 115, Safari 16.4 or later.",
  noscript: "This file shows a timeline and a map, for which the browser has to run its script.",
  linkTitle: "Pass it on",
  linkText:
    "This is a file, and has no address that others could open. Send the file itself: whoever has it sees all that you see, without a network.",
  linkHere: "On this computer, this address opens the view on screen:",
  ownStory: "Back to the story of this file",
  formats: "CSV, TSV, JSON, GeoJSON, KML, GPX or iCalendar, packed or not.",
  unsupported:
    "This file opens CSV, TSV, JSON, GeoJSON, KML, GPX and iCalendar. Save the table in one of these and open it again.",
};
