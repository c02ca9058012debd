import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readTold} from "../../src/share/told.ts";

const told = (type: string, data: unknown = null) => ({source: "dateline", v: 1, id: "", type, data});

describe("what a preview tells", () => {
  it("is that it is ready, and how high it is in whole px", () => {
    expect(readTold(told("ready", {time: "x"}))).toEqual({type: "ready"});
    expect(readTold(told("height", {height: 541.2}))).toEqual({type: "height", height: 542});
  });

  it("is kept within bounds", () => {
    const heights = [-1, 0, 1e9].map((height) => readTold(told("height", {height})));
    expect(heights).toEqual([100, 100, 4000].map((height) => ({type: "height", height})));
  });

  it("is nothing when it is somebody else's, of another version or no number", () => {
    const strangers = [
      null,
      "height",
      {sentinel: "amp", type: "embed-size", height: 500},
      {...told("height", {height: 500}), v: 2},
      {...told("height", {height: 500}), source: "datawrapper"},
      told("height", {height: "500px;position:fixed"}),
      told("height", {height: NaN}),
      told("height", {height: Infinity}),
      told("height", null),
      told("view", {}),
    ];
    expect(strangers.map(readTold)).toEqual(strangers.map(() => null));
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.anything(), (message) => void readTold(message)));
  });
});
