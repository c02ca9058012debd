import type {IssueMessages} from "../openWords.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("en");
const of =
  (one: string, other: string, rest = "") =>
  (n: string, count: number) =>
    `${n} ${plural({one, other})(count)}${rest}.`;
const rows = (rest: string) => of("row", "rows", ` ${rest}`);
const cells = (rest: string) => of("cell", "cells", ` ${rest}`);

const notUsed = "Not used: without a date nothing can stand on a timeline.";
const timelineOnly = "On the timeline and in the list, not on the map.";

export const issues: IssueMessages = {
  "no-date": {
    short: "no date",
    lead: rows("without a date"),
    then: notUsed,
    cure: "Fill in the date, or choose another column for “When it began”.",
  },
  "bad-date": {
    short: "date not understood",
    lead: rows("with a date that could not be read"),
    then: notUsed,
    cure: "Write it as 2024-01-28, or change how the column is read.",
  },
  "unreal-date": {
    short: "date does not exist",
    lead: rows("with a day that no calendar has"),
    then: "Not used: no other day is put in its place.",
    cure: "Correct the date in the file.",
  },
  "bad-record": {
    short: "record not readable",
    lead: of("record", "records", " that could not be read at all"),
    then: "Not used.",
    cure: "Look at the quotation marks and brackets around that line of the file.",
  },
  "no-coordinate": {
    short: "no coordinates",
    lead: rows("without coordinates"),
    then: timelineOnly,
    cure: "Fill in latitude and longitude to see them on the map.",
  },
  "bad-coordinate": {
    short: "coordinates not understood",
    lead: rows("with coordinates that could not be read"),
    then: timelineOnly,
    cure: "Write degrees, as 33.7856 or 33° 47′ N, or choose other columns.",
  },
  "zero-coordinate": {
    short: "at 0, 0",
    lead: rows("at 0, 0, an empty spot in the Atlantic that stands for “not known”"),
    then: timelineOnly,
    cure: "Leave both cells empty, or fill in the place.",
  },
  "out-of-range": {
    short: "coordinates off the globe",
    lead: rows("with coordinates off the globe"),
    then: timelineOnly,
    cure: "Latitude runs from −90 to 90 and longitude from −180 to 180: see whether the two are swapped, or a decimal mark is lost.",
  },
  projected: {
    short: "metres on a grid, not degrees",
    lead: rows("with coordinates in metres on a grid"),
    then: `${timelineOnly} Which grid it is cannot be known for sure, so no place is guessed.`,
    cure: "Export the file again in degrees (WGS 84, EPSG:4326).",
  },
  "country-only": {
    short: "only the country is known",
    lead: rows("where only the country is known"),
    then: `${timelineOnly} A point in its middle would say more than anyone knows.`,
    cure: "Nothing to do, unless the file knows the place more closely.",
  },
  "bad-end": {
    short: "end not understood",
    lead: rows("with an end that could not be read"),
    then: "Used, with the start alone.",
    cure: "Write it as 2024-01-28, or choose another column for “When it ended”.",
  },
  "end-before-start": {
    short: "ends before it begins",
    lead: rows("that end before they begin"),
    then: "Used, with the start alone.",
    cure: "Correct the dates, or see whether day and month are taken the wrong way round.",
  },
  "bad-number": {
    short: "number not understood",
    lead: cells("without a number where one is expected"),
    then: "Taken as not known, never as 0.",
    cure: "Write digits, or choose another column.",
  },
  "bad-link": {
    short: "link not usable",
    lead: cells("with an address that cannot be followed safely"),
    then: "Shown as text, not as a link.",
    cure: "Addresses must begin with https:// or http://.",
  },
  "short-row": {
    short: "too few cells",
    lead: rows("with fewer cells than there are columns"),
    then: "Used; the missing cells are taken as empty.",
    cure: "See whether a delimiter is missing in those lines.",
  },
  "long-row": {
    short: "too many cells",
    lead: rows("with more cells than there are columns"),
    then: "Used; what lies beyond the last column is left out.",
    cure: "A text that holds the delimiter needs quotation marks around it.",
  },
  "long-cell": {
    short: "cell cut off",
    lead: cells("longer than a million characters"),
    then: "Used, and cut off there.",
    cure: "See whether a quotation mark was never closed.",
  },
  "error-cell": {
    short: "spreadsheet error",
    lead: cells("with a spreadsheet’s error, such as #N/A"),
    then: "Taken as empty.",
    cure: "Mend the formula in the spreadsheet and save it again.",
  },
  "open-quote": {
    short: "quotation mark not closed",
    lead: of("quotation mark", "quotation marks", " never closed"),
    then: "What follows it may have been swallowed by one cell.",
    cure: "Close it, or double it where it is part of the text, and open the file again.",
  },
  "stray-quote": {
    short: "stray quotation mark",
    lead: cells("with a quotation mark out of place"),
    then: "Used as written.",
    cure: "Double a quotation mark that is part of a text.",
  },
  "nul-character": {
    short: "NUL characters",
    lead: cells("with NUL characters in them"),
    then: "Used without these characters.",
    cure: "The file may be damaged or in another encoding: try UTF-16.",
  },
  undecodable: {
    short: "characters not decoded",
    lead: of("place", "places", " where the bytes do not fit the encoding"),
    then: "Shown as �.",
    cure: "Choose another encoding, or save the file as UTF-8.",
  },
  "duplicate-id": {
    short: "id used twice",
    lead: rows("with an id that an earlier row has"),
    then: "All are used; a link to the id opens the first.",
    cure: "See whether the same event stands in the file twice, or choose another column for the id.",
  },
  "missing-column": {
    short: "column not in the file",
    lead: of("column", "columns", " that the mapping names and the file does not have"),
    then: "What it was to fill stays empty.",
    cure: "Choose another column.",
  },
  "mixed-date-order": {
    short: "day and month in both orders",
    lead: rows("whose date stands in the other order of day and month"),
    then: "Dates that fit one order only are read in that one; the rest follow the order stated.",
    cure: "Write all dates as 2024-01-28 to be sure.",
  },
  "other-date": {
    short: "date from another column",
    lead: rows("whose own date is blank and which another column dates"),
    then: "Used, with the date of that column.",
    cure: "Choose the column for “When it began” yourself if those are other dates.",
  },
  "near-pole": {
    short: "beyond the map",
    lead: rows("closer to a pole than the map reaches"),
    then: "Placed at the edge of the map, at 85 degrees.",
    cure: "Nothing to do, if the coordinates are right.",
  },
  "geometry-reduced": {
    short: "shape shown as a point",
    lead: rows("with a line or an area"),
    then: "Used, and drawn as one point within it.",
    cure: "Nothing to do; the file is left as it is.",
  },
  "other-crs": {
    short: "another coordinate system",
    lead: (n, count) =>
      count === 1
        ? "The file names a coordinate system other than WGS 84."
        : `The file names a coordinate system other than WGS 84, ${n} times.`,
    then: "Coordinates are used where they are degrees; metres on a grid are not placed.",
    cure: "Export the file again in degrees (WGS 84, EPSG:4326).",
  },
  repeats: {
    short: "repeats",
    lead: rows("that repeat by a rule"),
    then: "Used once, when they first take place.",
    cure: "Write each date as a row of its own to see them all.",
  },
  "blank-row": {
    short: "blank row",
    lead: of("blank row", "blank rows"),
    then: "No record, so not counted.",
    cure: "Nothing to do.",
  },
  "title-row": {
    short: "title above the header",
    lead: of("line", "lines", " above the names of the columns"),
    then: "Taken for a title and not counted.",
    cure: "If it is a record, change which row holds the names.",
  },
  "tag-row": {
    short: "row of tags",
    lead: of("row", "rows", " of HXL tags"),
    then: "Says what the columns are; not counted.",
    cure: "Nothing to do.",
  },
  "left-out-file": {
    short: "file left out",
    lead: of("file", "files", " that could not be read"),
    then: "Left out; the others were read.",
    cure: "Open it by itself to see what is wrong with it.",
  },
  "left-out-column": {
    short: "column left out",
    lead: of("column", "columns", " without a role left out"),
    then: "There is too much text in them to keep at hand: they are neither shown nor saved. The file has them still.",
    cure: "Give one a role, or make it a filter, to keep it.",
  },
  "empty-record": {
    short: "empty record",
    lead: of("empty record", "empty records"),
    then: "Not counted.",
    cure: "Nothing to do.",
  },
};
