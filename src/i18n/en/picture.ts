import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";

const pictures = pluralOf("en")({one: "picture", other: "pictures"});

export const picture = {
  /** What columns beyond the playhead are, beside the axis. */
  later: "grey: later",
  options: "What the picture is to be",
  of: "Of",
  screen: "The view on screen",
  each: (n: string) => `Each chapter, ${n} in a zip`,
  chapter: (n: string, title: string) => `${n}. ${isolate(title)}`,
  untitled: "Without a title",
  form: "Form",
  forms: {
    square: "Square 1:1",
    portrait: "Portrait 4:5",
    story: "Upright 9:16",
    wide: "Wide 16:9",
    landscape: "A4 landscape",
    upright: "A4 portrait",
  },
  theme: "Colours",
  themes: {light: "Light", dark: "Dark"},
  language: "Language",
  format: "Format",
  formats: {png: "PNG", svg: "SVG"},
  formatText: {
    png: "For slides, messages and the web.",
    svg: "For designers and large prints: it stays sharp at any size and brings its fonts along.",
  },
  scale: "Resolution",
  times: (n: string) => `${n}×`,
  size: (width: string, height: string) => `${width} × ${height} px`,
  dots: (n: string) => `${n} dots an inch on A4`,
  preview: "Preview",
  previewing: "The preview is being drawn.",
  previous: "Previous chapter",
  next: "Next chapter",
  place: (n: string, of: string) => `${n} of ${of}`,
  save: "Save the picture",
  saveEach: (n: string, count: number) => `Save ${n} ${pictures(count)}`,
  copy: "Copy the picture",
  copied: "The picture is on the clipboard.",
  making: "The picture is being made.",
  makingEach: (n: string, of: string) => `Picture ${n} of ${of}`,
  cancel: "Cancel",
  cancelled: "Nothing was saved.",
  saved: (name: string, size: string) => `Saved as ${isolate(name)}, ${size}.`,
  smaller: (n: string) => `Make it ${n}×`,
  again: "Try again",
  faults: {
    sources:
      "The table of sources could not be fetched, and no picture goes out without its sources. Try again when the network is back.",
    fonts:
      "The fonts could not be fetched, so that the file would not look the same elsewhere. Try again, or save a PNG.",
    drawing:
      "The picture could not be drawn: the map or the fonts could not be had. Try again when the network is back.",
    "too-large": "This browser has no canvas of that size. A smaller resolution fits, or an SVG, which has none.",
    encoding: "The browser could not write the picture out. Try a smaller resolution, or save an SVG.",
    clipboard: "The browser did not allow that. Save the picture instead.",
  },
  paper: "All chapters on paper",
  paperText:
    "Each chapter on its own landscape page, with picture, text and sources. In the print window choose “Save as PDF” for a file.",
  paperNone: "There are no chapters yet. Keep a view as a chapter, and it can be printed here.",
  print: "Print or save as PDF",
  preparing: (n: string, of: string) => `Page ${n} of ${of}`,
  printBlocked:
    "If no print window opened, this page may not open one: use the browser’s own menu to print while this is open.",
  sources: "Sources",
  moreSources: (n: string, count: number) => `and ${n} more ${count === 1 ? "source" : "sources"}`,
  page: (n: string, of: string) => `${n} / ${of}`,
};
