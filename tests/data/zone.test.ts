// @vitest-environment node
import {describe, expect, it} from "vitest";
import {Zone} from "../../src/data/zone.ts";
import {DAY} from "./fixture.ts";

const HOUR = 3_600_000;

/** The zone's clock at an instant as `2023-03-12 03:30:00`, straight from Intl. */
function clock(zone: string, instant: number): string {
  const format = new Intl.DateTimeFormat("sv-SE", {timeZone: zone, dateStyle: "short", timeStyle: "medium"});
  return format.format(instant);
}
const asClock = (wall: number) => new Date(wall).toISOString().slice(0, 19).replace("T", " ");

describe("a zone's clock", () => {
  it("is three hours ahead in Baghdad on every hour of the record", () => {
    const zone = new Zone("Asia/Baghdad");
    for (let instant = Date.UTC(2023, 9, 1); instant < Date.UTC(2024, 2, 1); instant += HOUR)
      expect(zone.wall(instant) - instant).toBe(3 * HOUR);
  });

  it.each([
    ["America/New_York", "2023-03-12", "2023-11-05"],
    ["Europe/Paris", "2023-03-26", "2023-10-29"],
    ["Australia/Lord_Howe", "2023-04-01", "2023-09-30"],
    ["Africa/Casablanca", "2023-03-19", "2023-04-23"],
  ])("in %s is what Intl says around the change of clocks", (name, ...days) => {
    const zone = new Zone(name);
    for (const day of days) {
      const noon = Date.parse(`${day}T12:00Z`);
      for (let instant = noon - 2 * DAY; instant < noon + 2 * DAY; instant += 10 * 60_000)
        expect(asClock(zone.wall(instant))).toBe(clock(name, instant));
    }
  });

  it("keeps ms, before 1970 too", () => {
    for (const name of ["Asia/Baghdad", "America/New_York", "UTC"]) {
      const zone = new Zone(name);
      for (const instant of [Date.UTC(2023, 9, 17, 4, 15, 59, 123), -123_456_789])
        expect((((zone.wall(instant) - instant) % 1000) + 1000) % 1000).toBe(0);
    }
  });

  it("is the instant itself in UTC, whatever its name", () => {
    for (const name of ["UTC", "Etc/UTC"])
      for (const instant of [0, -1, Date.UTC(2023, 9, 17), Date.UTC(-400, 1, 1)])
        expect(new Zone(name).wall(instant)).toBe(instant);
  });

  it("crosses from BCE into year 1 without a jump", () => {
    const zone = new Zone("Etc/UTC");
    const turn = new Date(0).setUTCFullYear(1, 0, 1);
    for (const instant of [turn - DAY, turn - 1000, turn, turn + DAY]) expect(zone.wall(instant)).toBe(instant);
  });

  it.each(["Mars/Phobos", "", "__proto__", "Asia/Baghdad; DROP"])("%j is no zone", (name) => {
    expect(() => new Zone(name)).toThrow(RangeError);
  });
});
