import {isolate} from "../isolate.ts";
import {
  named,
  type AssumptionMessages,
  type DoubtMessages,
  type ReadAsMessages,
  type WhyMessages,
} from "../openWords.ts";
import {presetName} from "../presets.ts";

const number = (value: number) => new Intl.NumberFormat("en-GB").format(value);
const quote = (text: string) => `“${isolate(text)}”`;

const dateOrder: Readonly<Record<string, string>> = {
  iso: "year-month-day",
  dmy: "day/month/year",
  mdy: "month/day/year",
  ymd: "year/month/day",
};
const dateNumbers: Readonly<Record<string, string>> = {
  year: "years",
  compact: "year, month and day without gaps (20240131)",
  seconds: "seconds since 1970",
  milliseconds: "milliseconds since 1970",
  days1900: "a spreadsheet’s days since 1900",
  days1904: "a spreadsheet’s days since 1904",
};
const dateParts: Readonly<Record<string, string>> = {
  date: "date",
  year: "year",
  month: "month",
  day: "day",
  hour: "hour",
  minute: "minute",
  time: "time of day",
};
/** Values that precision columns are turned into. */
const precision: Readonly<Record<string, string>> = {
  year: "year",
  month: "month",
  week: "week",
  range: "range",
  day: "day",
  hour: "hour",
  minute: "minute",
  second: "second",
  exact_site: "exact",
  near: "near",
  city: "city",
  district: "district",
  province: "province",
  country: "country",
};

const readAs: ReadAsMessages = {
  dates: ({order, settledBy, ambiguous, mixed}) =>
    `${named(dateOrder, order, order)}${
      settledBy !== null
        ? `; ${quote(settledBy)} settles the order`
        : ambiguous
          ? ", assumed: no date settles the order"
          : ""
    }${mixed ? "; some dates are in the other order" : ""}`,
  "date-numbers": ({numbers}) => named(dateNumbers, numbers, numbers),
  "date-parts": ({parts}) => `put together from ${parts.map((part) => named(dateParts, part, part)).join(" + ")}`,
  degrees: ({decimal, divisor}) =>
    `degrees, decimal ${decimal === "," ? "comma" : "point"}${divisor === 1 ? "" : `, divided by ${number(divisor)}`}`,
  point: ({first}) => `both in one cell, ${first === "lat" ? "latitude" : "longitude"} first`,
  geometry: () => "the file’s own geometry",
  projected: ({projection}) => `metres on a grid (${isolate(projection)}): not placed`,
  counts: ({ranges}) => `whole numbers${ranges ? " and ranges" : ""}; 0 means none, blank means not known`,
  values: ({distinct}) =>
    distinct === 1 ? "1 value" : `${distinct > 1000 ? "more than 1,000" : number(distinct)} different values`,
  codes: ({codes}) =>
    Object.entries(codes)
      .slice(0, 8)
      .map(([code, means]) => `${isolate(code)} ${named(precision, means, means)}`)
      .join(" · "),
  links: () => "web addresses",
  list: ({separator}) => `several in one cell, split at ${quote(separator)}`,
  text: () => "text",
};

const why: WhyMessages = {
  preset: ({preset}) => `known from the ${presetName(preset)} layout`,
  hxl: ({tag}) => `tagged ${isolate(tag)}`,
  name: ({word}) => `by its name, ${quote(word)}`,
  values: () => "by its values",
  recipe: () => "from saved choices",
  user: () => "your choice",
};

const assumptions: AssumptionMessages = {
  "date-order": ({example}) =>
    example === ""
      ? "Which comes first in the dates, day or month."
      : `${quote(example)} could be read both ways: no date in the column settles which comes first.`,
  timezone: ({instants}) =>
    instants
      ? "Times with an offset are turned into the clock of one place."
      : "The times name no zone, so they are shown as they stand; this is the zone said with them.",
  "two-digit-years": ({example}) =>
    example === "" ? "Years have two digits." : `Years have two digits, as in ${quote(example)}.`,
  "date-numbers": ({example}) =>
    example === "" ? "The dates are bare numbers." : `The dates are bare numbers, as ${quote(example)}.`,
  "new-year": () =>
    "Far more events are dated 1 January than any other day: a year that was written as a date. They are shown as known to the year.",
  "no-header": () => "The first row looks like a record, so the columns have no names of their own.",
  encoding: () => "The file does not say how its letters are written, so it was guessed. Look at names with accents.",
  swapped: ({example}) =>
    `Latitude and longitude seem to stand the other way round${example === "" ? "" : `, as in ${quote(example)}`}.`,
};

const doubts: DoubtMessages = {
  "date-order": "Day and month could be read either way. Check the order below.",
  "no-start": "No column was found that says when something happened. Choose it under “When it began”.",
  "many-tables": "The file holds more than one table. Check that this is the one.",
  "no-header": "The columns have no names. Check what each one holds.",
  "many-rejected": "Many rows could not be used. Check the column for “When it began” and how it is read.",
  projected:
    "The coordinates are metres on a grid, so nothing is placed on the map. Choose columns in degrees, if there are any.",
  swapped: "Latitude and longitude may be swapped. Check them below.",
};

export const understanding = {dateOrder, dateNumbers, dateParts, readAs, why, assumptions, doubts};
