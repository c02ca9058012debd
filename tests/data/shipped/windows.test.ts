// @vitest-environment node
import {describe, expect, it} from "vitest";
import {count, isReport, isStrike, totalAt, within} from "./tables.ts";
import {WINDOWS} from "./windows.ts";

describe("a window of the shipped data", () => {
  it.each(WINDOWS)("$time holds $events events and $reports reports", (expected) => {
    const [first, last] = expected.time.split("..");
    const rows = within(first, last);
    const reports = rows.filter(isReport);
    expect({
      time: expected.time,
      events: rows.length,
      reports: reports.length,
      strikes: rows.filter(isStrike).length,
      total: totalAt(last),
      reportsBy: {
        status: count(reports, "status"),
        country: count(reports, "country"),
        weapon: count(reports, "weapon"),
      },
      eventsBy: {category: count(rows, "category")},
    }).toEqual(expected);
  });
});
