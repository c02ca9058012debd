const DATE =
  /^(?:[a-z]{3,9},?\s{1,9})?(\d{1,2})\s{1,9}([a-z]{3})[a-z]{0,6}\s{1,9}(\d{4}|\d{2})(?:\s{1,9}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s{0,9}([+-]\d{4}|[a-z]{1,4}))?)?$/i;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const ZONES = new Map([
  ["EST", "-05:00"],
  ["EDT", "-04:00"],
  ["CST", "-06:00"],
  ["CDT", "-05:00"],
  ["MST", "-07:00"],
  ["MDT", "-06:00"],
  ["PST", "-08:00"],
  ["PDT", "-07:00"],
  ...["GMT", "UT", "UTC", "Z"].map((name): [string, string] => [name, "Z"]),
]);

/** ISO 8601 for a date of RFC 822, as feeds write it ("Sun, 28 Jan 2024 05:30:00 +0300"); any other text as it stands. */
export function isoFromRfc822(text: string): string {
  const found = text.length > 60 ? null : DATE.exec(text);
  if (found === null) return text;
  const [, day, monthName, yearText, hour, minute, second, zone] = found;
  const month = MONTHS.indexOf(monthName!.toLowerCase()) + 1;
  if (month === 0) return text;
  // RFC 2822: two digits up to 49 are of this century.
  const year = yearText!.length === 4 ? yearText! : (Number(yearText) < 50 ? "20" : "19") + yearText!;
  const date = `${year}-${String(month).padStart(2, "0")}-${day!.padStart(2, "0")}`;
  if (hour === undefined) return date;
  const offset = /^[+-]/.test(zone ?? "")
    ? `${zone!.slice(0, 3)}:${zone!.slice(3)}`
    : ZONES.get(zone?.toUpperCase() ?? "");
  return `${date}T${hour.padStart(2, "0")}:${minute}:${second ?? "00"}${offset ?? ""}`;
}
