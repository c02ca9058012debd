// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Aggregates} from "../../src/data/aggregates.ts";
import {BIN_UNITS, type BinUnit} from "../../src/data/bins.ts";
import {tempoAt} from "../../src/data/tempo.ts";
import {at, csvOf, datasetOf, DAY} from "./fixture.ts";

interface Event {
  time: number;
  kind: string;
  scope: string;
  weapon: string;
}

function tempo(events: readonly Event[], playhead: number, unit: BinUnit) {
  const cells = events.map(({time, kind, scope, weapon}) => [
    new Date(time).toISOString().slice(0, 16),
    kind,
    scope,
    weapon,
  ]);
  const dataset = datasetOf(csvOf(["start", "kind", "scope", "weapon"], cells), {
    series: {primary: {where: {kind: ["attack"]}}},
    background: {scope: ["background"]},
    facets: ["weapon"],
  });
  const aggregates = new Aggregates(dataset, ["weapon"]);
  aggregates.filter({weapon: ["drone"]}, null);
  return tempoAt(dataset, aggregates, playhead, unit);
}

const attacks = (...times: string[]): Event[] =>
  times.map((time) => ({time: at(time), kind: "attack", scope: "core", weapon: "drone"}));

describe("the tempo at the playhead", () => {
  it("sets the last seven days against the seven before", () => {
    const events = attacks("2023-10-01", "2023-10-08", "2023-10-09", "2023-10-14", "2023-10-15T20:00", "2023-10-16");
    expect(tempo(events, at("2023-10-16"), "day")).toEqual({
      unit: "day",
      length: 7,
      last: 3,
      before: 1,
      sinceLatest: 0,
      quietBefore: 0,
    });
  });

  it("counts the days of quiet since and before the latest", () => {
    const events = attacks("2023-10-01", "2023-10-09");
    expect(tempo(events, at("2023-10-13"), "day")).toMatchObject({last: 1, before: 1, sinceLatest: 3, quietBefore: 7});
    expect(tempo(events, at("2023-10-02"), "day")).toMatchObject({sinceLatest: 0, quietBefore: null});
    expect(tempo(events, at("2023-10-01"), "day")).toMatchObject({last: 0, sinceLatest: null, quietBefore: null});
  });

  it("does not know of an event later that day", () => {
    const events = attacks("2023-10-01", "2023-10-09T20:00");
    expect(tempo(events, at("2023-10-09T12:00"), "day")).toMatchObject({last: 0, before: 1, sinceLatest: 8});
    expect(tempo(events, at("2023-10-09T20:01"), "day")).toMatchObject({last: 1, before: 1, sinceLatest: 0});
  });

  it.each([
    ["hour", "day", 7],
    ["day", "day", 7],
    ["week", "week", 4],
    ["month", "month", 12],
    ["year", "year", 10],
    ["decade", "year", 10],
    ["century", "year", 10],
  ] as const)("of columns by the %s is in stretches of %s", (columns, unit, length) => {
    expect(tempo(attacks("2023-10-01"), at("2023-10-02"), columns)).toMatchObject({unit, length, last: 1, before: 0});
  });

  it("goes back by the calendar where the columns are months or years", () => {
    const events = attacks("2021-12-01", "2022-12-31", "2023-01-01", "2023-11-30", "2023-12-31");
    expect(tempo(events, at("2024-01-01"), "month")).toMatchObject({last: 3, before: 1});
    expect(tempo(events, at("2032-01-01"), "year")).toMatchObject({last: 4, before: 1});
  });

  it("is what a look at each event finds", () => {
    const event = fc.record({
      time: fc.nat(24 * 50).map((hour) => at("2023-10-01") + (hour * DAY) / 24),
      kind: fc.constantFrom("attack", "attack", "strike"),
      scope: fc.constantFrom("core", "core", "background"),
      weapon: fc.constantFrom("drone", "drone", "rocket"),
    });
    const playhead = fc.nat(24 * 60).map((hour) => at("2023-10-01") + (hour * DAY) / 24);
    const dayOf = (time: number) => Math.floor(time / DAY);
    fc.assert(
      fc.property(
        fc.array(event, {minLength: 1, maxLength: 25}),
        playhead,
        fc.constantFrom("day", "week"),
        (events, playhead, unit) => {
          const counted = events
            .filter(({kind, scope, weapon}) => kind === "attack" && scope === "core" && weapon === "drone")
            .map(({time}) => time)
            .filter((time) => time < playhead)
            .sort((a, b) => a - b);
          const end = unit === "day" ? Math.ceil(playhead / DAY) * DAY : playhead;
          const stretch = (unit === "day" ? 7 : 28) * DAY;
          const latest = counted.at(-1);
          const earlier =
            latest === undefined ? undefined : counted.filter((time) => dayOf(time) < dayOf(latest)).at(-1);
          expect(tempo(events, playhead, unit as BinUnit)).toEqual({
            unit,
            length: unit === "day" ? 7 : 4,
            last: counted.filter((time) => time >= end - stretch).length,
            before: counted.filter((time) => time >= end - 2 * stretch && time < end - stretch).length,
            sinceLatest: latest === undefined ? null : dayOf(playhead - 1) - dayOf(latest),
            quietBefore: earlier === undefined ? null : dayOf(latest!) - dayOf(earlier) - 1,
          });
        },
      ),
    );
  });

  it("is quiet for a filter that nothing passes", () => {
    const events = [{...attacks("2023-10-01")[0]!, weapon: "rocket"}];
    for (const unit of BIN_UNITS)
      expect(tempo(events, at("2023-10-05"), unit)).toMatchObject({last: 0, before: 0, sinceLatest: null});
  });
});
