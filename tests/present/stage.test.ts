import {describe, expect, it} from "vitest";
import {FADE, keyBoxOf, obstaclesOf, paddingOf, stageOf} from "../../src/present/stage.ts";

describe("a stage", () => {
  it.each([
    [1920, 1080, "side", 1.5],
    [3840, 2160, "side", 3],
    [1280, 720, "side", 1],
    [1024, 768, "side", 1],
    [800, 600, "side", 1],
    [1080, 1920, "stacked", 1.5],
    [2160, 3840, "stacked", 3],
    [390, 844, "small", 1],
    [844, 390, "small", 1],
  ] as const)("of %d by %d px is %s, drawn %d times as large", (width, height, form, scale) => {
    const stage = stageOf(width, height);
    expect(stage.form).toBe(form);
    expect(stage.scale).toBeCloseTo(scale, 1);
  });

  it("fills any screen to the px, and leaves the map room beside or between what stands over it", () => {
    for (let width = 640; width <= 4000; width += 120)
      for (let height = 500; height <= 4000; height += 100) {
        const stage = stageOf(width, height);
        expect(stage.scale).toBeGreaterThanOrEqual(1);
        expect(stage.width * stage.scale).toBeCloseTo(width);
        expect(stage.height * stage.scale).toBeCloseTo(height);
        const {left, right, top, bottom} = paddingOf(stage, "ltr");
        const across = stage.form === "side" ? stage.width - stage.margin - stage.column + FADE : stage.width;
        expect(across - left - right, `${width}x${height}`).toBeGreaterThan(180);
        expect(stage.height - stage.plot - stage.bar - top - bottom, `${width}x${height}`).toBeGreaterThan(120);
      }
  });

  it("is mirrored where words run from right to left, but for top and bottom", () => {
    const stage = stageOf(1920, 1080);
    const [ltr, rtl] = [paddingOf(stage, "ltr"), paddingOf(stage, "rtl")];
    expect([rtl.left, rtl.right, rtl.top, rtl.bottom]).toEqual([ltr.right, ltr.left, ltr.top, ltr.bottom]);
    const across = stage.width - stage.margin - stage.column + FADE;
    const there = obstaclesOf(stage, "ltr", true);
    const mirrored = obstaclesOf(stage, "rtl", true).map((box) => ({...box, x: across - box.x - box.width}));
    expect(mirrored).toEqual(there);
    expect(there.length).toBe(obstaclesOf(stage, "ltr", false).length + 1);
  });

  it("keeps the labels off the key to the signs, at the inline end of the map's foot", () => {
    const stage = stageOf(1280, 720);
    const [map, key] = [
      {width: 800, height: 450},
      {width: 300, height: 17},
    ];
    const [box] = keyBoxOf(stage, "ltr", map, key);
    const [mirrored] = keyBoxOf(stage, "rtl", map, key);
    expect(box!.x).toBeGreaterThan(map.width / 2);
    expect(box!.x + box!.width).toBeLessThan(map.width);
    expect(box!.y + box!.height).toBe(map.height);
    expect(mirrored!.x).toBeCloseTo(map.width - box!.x - box!.width);
    expect(keyBoxOf(stage, "ltr", map, {width: 0, height: 0})).toEqual([]);
  });
});
