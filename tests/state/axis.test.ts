import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Axis} from "../../src/state/axis.svelte.ts";
import {at, datasetOf, DAY} from "../data/fixture.ts";

const HOUR = DAY / 24;
const dataset = datasetOf("start\n2024-01-01\n2024-01-31");
const [FROM, TO] = [at("2024-01-01") - 1.25 * DAY, at("2024-02-01") + 1.25 * DAY];
const axis = () => new Axis(() => dataset);

describe("the axis", () => {
  it("shows the whole record with air at both ends", () => {
    expect([...axis().extent]).toEqual([FROM, TO]);
    const century = new Axis(() => datasetOf("start\n1900-01-01\n1999-12-31"));
    const length = at("2000-01-01") - at("1900-01-01");
    expect([...century.extent]).toEqual([at("1900-01-01") - length * 0.01, at("2000-01-01") + length * 0.01]);
  });

  it("shows a day of nothing when there is no data", () => {
    expect([...new Axis(() => null).extent]).toEqual([-1.25 * DAY, 2.25 * DAY]);
  });

  it("has columns for what it shows, and steps for the whole", () => {
    const zoomed = axis();
    expect([zoomed.unit, zoomed.stepUnit]).toEqual(["day", "day"]);
    zoomed.zoomTo([at("2024-01-10"), at("2024-01-11")]);
    expect([zoomed.unit, zoomed.stepUnit]).toEqual(["hour", "day"]);
    const century = new Axis(() => datasetOf("start\n1900-01-01\n1999-12-31"));
    expect([century.unit, century.stepUnit]).toEqual(["decade", "year"]);
    const hours = new Axis(() => datasetOf("start\n2024-01-01T10:00\n2024-01-01T15:30"));
    expect([hours.unit, hours.stepUnit]).toEqual(["hour", "hour"]);
    expect([...hours.extent]).toEqual([at("2024-01-01") - HOUR, at("2024-01-02") + HOUR]);
    const day = new Axis(() => datasetOf("start\n2024-01-01\n2024-01-02"));
    expect([day.unit, day.stepUnit]).toEqual(["day", "day"]);
  });

  it("zooms to a stretch and back", () => {
    const zoomed = axis();
    zoomed.zoomTo([at("2024-01-10"), at("2024-01-20")]);
    expect([...zoomed.extent]).toEqual([at("2024-01-10"), at("2024-01-20")]);
    zoomed.zoomTo(null);
    expect([zoomed.zoomed, ...zoomed.extent]).toEqual([null, FROM, TO]);
  });

  it("stays inside the whole and shows six hours at least, whatever is asked of it", () => {
    const time = fc.integer({min: FROM - 90 * DAY, max: TO + 90 * DAY});
    fc.assert(
      fc.property(time, time, fc.double({min: 0.001, max: 1000, noNaN: true}), time, (start, end, factor, by) => {
        const zoomed = axis();
        const check = () => {
          const [from, to] = zoomed.extent;
          expect(from).toBeGreaterThanOrEqual(FROM - 0.01);
          expect(to).toBeLessThanOrEqual(TO + 0.01);
          expect(to - from).toBeGreaterThan(6 * HOUR - 1);
        };
        zoomed.zoomTo([start, end]);
        check();
        zoomed.zoomAround(start, factor);
        check();
        zoomed.pan(by - start);
        check();
      }),
    );
  });

  it("counts as the whole what is all of it but a hair", () => {
    const zoomed = axis();
    zoomed.zoomTo([FROM, TO - (TO - FROM) * 0.0005]);
    expect(zoomed.zoomed).toBeNull();
  });

  it("zooms around a time that stays where it is, also at its limit", () => {
    const zoomed = axis();
    const time = at("2024-01-12");
    const share = () => (time - zoomed.extent[0]) / (zoomed.extent[1] - zoomed.extent[0]);
    const before = share();
    for (let i = 0; i < 50; i++) zoomed.zoomAround(time, 0.7);
    expect(zoomed.extent[1] - zoomed.extent[0]).toBeCloseTo(6 * HOUR, 0);
    expect(share()).toBeCloseTo(before, 6);
    for (let i = 0; i < 50; i++) zoomed.zoomAround(time, 1.5);
    expect(zoomed.zoomed).toBeNull();
  });

  it("pans by a length of time, as far as the end, and not when it shows all", () => {
    const zoomed = axis();
    zoomed.pan(DAY);
    expect(zoomed.zoomed).toBeNull();
    zoomed.zoomTo([at("2024-01-10"), at("2024-01-20")]);
    zoomed.pan(2 * DAY);
    expect([...zoomed.extent]).toEqual([at("2024-01-12"), at("2024-01-22")]);
    zoomed.pan(90 * DAY);
    expect([...zoomed.extent]).toEqual([TO - 10 * DAY, TO]);
    zoomed.pan(-900 * DAY);
    expect([...zoomed.extent]).toEqual([FROM, FROM + 10 * DAY]);
  });
});
