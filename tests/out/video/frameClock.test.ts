// @vitest-environment node
import {describe, expect, it} from "vitest";
import {BOUNDS, framesOf, momentOf, within, type Lengths} from "../../../src/out/video/frameClock.ts";

const LENGTHS: Lengths = {fps: 30, title: 3, play: 20, hold: 2};

describe("the frame clock", () => {
  it("gives as many frames as the seconds have", () => {
    expect(framesOf(LENGTHS)).toEqual({titles: 90, plays: 600, holds: 60, count: 750});
    expect(framesOf({fps: 60, title: 0, play: 7.25, hold: 0.5}).count).toBe(465);
  });

  it("shows the card first, then the playback from its first to its last moment, which then stands", () => {
    expect(momentOf(LENGTHS, 0)).toEqual({part: "title", seconds: 0});
    expect(momentOf(LENGTHS, 89).part).toBe("title");
    expect(momentOf(LENGTHS, 90)).toEqual({part: "play", share: 0, seconds: 0});
    expect(momentOf(LENGTHS, 689)).toMatchObject({part: "play", share: 1});
    expect(momentOf(LENGTHS, 690)).toMatchObject({part: "hold", share: 1});
    expect(momentOf(LENGTHS, 749)).toMatchObject({part: "hold", share: 1});
  });

  it("moves on by the same share every frame", () => {
    const shares = Array.from({length: 600}, (_, i) => momentOf(LENGTHS, 90 + i) as {share: number});
    const steps = shares.slice(1).map(({share}, i) => share - shares[i]!.share);
    for (const step of steps) expect(step).toBeCloseTo(1 / 599, 12);
  });

  it("has a first and a last moment however short it is", () => {
    const short = {fps: 30, title: 0, play: 0.01, hold: 0};
    expect(framesOf(short).count).toBe(2);
    expect([0, 1].map((frame) => (momentOf(short, frame) as {share: number}).share)).toEqual([0, 1]);
  });
});

describe("a length that is typed", () => {
  it("is brought within its bounds, and what is no number changes nothing", () => {
    expect(within(BOUNDS.play, 0, 20)).toBe(1);
    expect(within(BOUNDS.play, 1e9, 20)).toBe(3600);
    expect(within(BOUNDS.play, 12.5, 20)).toBe(12.5);
    expect(within(BOUNDS.hold, NaN, 2)).toBe(2);
  });
});
