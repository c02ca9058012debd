// @vitest-environment node
import {describe, expect, it} from "vitest";
import {durationText} from "../../../src/out/video/duration.ts";
import {Pace} from "../../../src/out/video/pace.ts";

describe("the time that is left", () => {
  it("is not guessed from one frame or two", () => {
    const pace = new Pace();
    pace.add(40);
    pace.add(40);
    expect(pace.left(100)).toBeNull();
    pace.add(40);
    expect(pace.left(100)).toBe(4000);
  });

  it("is not upset by a pause, and follows a machine that slows down", () => {
    const pace = new Pace();
    for (let i = 0; i < 20; i++) pace.add(40);
    pace.add(60_000);
    expect(pace.left(10)).toBe(400);
    for (let i = 0; i < 40; i++) pace.add(80);
    expect(pace.left(10)).toBe(800);
  });
});

describe("a duration in words", () => {
  it("has at most two units, and is never nothing", () => {
    expect(durationText(0.2, "en-GB")).toBe("1 sec");
    expect(durationText(45, "en-GB")).toMatch(/^45 sec/);
    expect(durationText(125, "en-GB")).toMatch(/^2 min.* 5 sec/);
    expect(durationText(120, "en-GB")).toMatch(/^2 min\D*$/);
    expect(durationText(4200, "fr-FR")).toMatch(/^1\s*h 10\s*min$/);
    expect(durationText(45, "ar-u-nu-latn-ca-gregory")).toMatch(/45/);
  });
});
