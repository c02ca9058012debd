import {byteLimitOf, formatIn, given, isRatio, limitOf, type FailureMessages} from "../openWords.ts";
import {sizeText} from "../size.ts";
import {formats} from "./formats.ts";

const LOCALE = "en-GB";
const number = (value: number) => new Intl.NumberFormat(LOCALE).format(value);
const size = (bytes: number) => sizeText(bytes, LOCALE);
const READABLE = "CSV, TSV, Excel (xlsx), JSON, GeoJSON, KML, GPX, iCalendar or Parquet";

export const failures: FailureMessages = {
  "empty-file": () => "The file is empty. See whether it was saved or downloaded to the end, and open it again.",
  "no-records": (p) =>
    `The file was read${formatIn(p, formats) && ` as ${formatIn(p, formats)}`}, and there is not one record in it. Expected: a row for each event. See whether this is the right file, sheet or array.`,
  "web-page": () =>
    "This is a web page, not data: often the page of a sign-in or of a download link. Download the data file itself and open that.",
  "not-a-table": (p) =>
    `No table was found in this file${given(p, "detail") && ` (${given(p, "detail")})`}. Expected: ${READABLE}, with a row for each event. Save the table in one of these and open it again.`,
  unsupported: (p) =>
    `${formatIn(p, formats) ? `Files of the kind ${formatIn(p, formats)}` : "Files of this kind"} cannot be opened. Expected: ${READABLE}. Save the table in one of these and open it again.`,
  encrypted: () => "The file is locked with a password. Take the password off, save it again and open that.",
  broken: (p) => {
    const where =
      given(p, "line") !== ""
        ? ` at line ${given(p, "line")}${given(p, "column") && `, column ${given(p, "column")}`}`
        : given(p, "position") && ` at position ${given(p, "position")}`;
    return `The file${formatIn(p, formats) && ` was taken for ${formatIn(p, formats)} and`} is damaged or cut short${where}${given(p, "detail") && `: ${given(p, "detail")}`}. Download or export it again.`;
  },
  "too-large": (p) => {
    const limit = byteLimitOf(p);
    const most =
      limit === null
        ? ""
        : `: at most ${size(limit)}${formatIn(p, formats) && ` of ${formatIn(p, formats)}`} can be opened`;
    return `The file is larger than a browser can hold${most}. Cut it by date, or save it as CSV or Parquet.`;
  },
  "too-many-rows": (p) =>
    `The file holds more than ${number(limitOf(p, "rows"))} rows. Cut it by date or place and open the parts.`,
  "too-many-columns": (p) =>
    `The table has more than ${number(limitOf(p, "columns"))} columns. See whether the right delimiter was found, or leave out what is not needed.`,
  "too-deep": (p) =>
    `The file nests more than ${number(limitOf(p, "depth"))} levels deep, which no table of events does. Export it as a flat table.`,
  "too-expanded": (p) =>
    `Unpacked, the file would grow beyond ${isRatio(p) ? `${number(limitOf(p, "ratio"))} times its size` : size(limitOf(p, "unpackedBytes"))}, as files made to harm do. Unpack it yourself, if you trust it, and open what is inside.`,
  "bad-story": (p) =>
    `The story file has a mistake${given(p, "detail") && `: ${given(p, "detail")}`}. Correct it and open it again.`,
  "no-start-column": (p) =>
    `No column was found that says when something happened.${given(p, "columns") && ` The columns are: ${given(p, "columns")}.`} Choose the one that holds the dates; if there is none, this table cannot be shown on a timeline.`,
  "no-rows": () =>
    "Not one row has a date that could be read. Expected: dates as 2024-01-28, 28/01/2024 or 28 January 2024. Choose another column for “When it began”, or change how it is read.",
  unreadable: () =>
    "The browser could not read the file. It may have been moved, changed or locked by another program. Choose it again.",
  "timed-out": () =>
    "Reading took too long and was stopped. Cut the file by date, or save it as CSV, and open it again.",
};
