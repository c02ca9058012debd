import {describe, expect, it} from "vitest";
import {figurePoints, nearestFigure, stepPath, topOf} from "../../src/timeline/figures.ts";
import {placeValue} from "../../src/timeline/placeValue.ts";
import {timeScale} from "../../src/timeline/scale.ts";

const DAY = 86_400_000;
const figure = (day: number, value: number) => ({date: day * DAY, value, parts: [], sources: [], note: ""});
const scale = timeScale([0, 10 * DAY], 0, 100);

describe("stated figures", () => {
  it("stand at noon of their day; two of one day stand apart in their order", () => {
    const points = figurePoints([figure(0, 1), figure(3, 2), figure(3, 4)], scale, (v) => 100 - v);
    expect(points.map(({x}) => Math.round(x * 10) / 10)).toEqual([5, 33.3, 36.7]);
    expect(points.map(({y}) => y)).toEqual([99, 98, 96]);
  });

  it("draw a line that starts at the first of them and goes across before it goes up", () => {
    const path = stepPath([
      {x: 5, y: 87},
      {x: 20, y: 80},
      {x: 30, y: 82},
    ]);
    expect(path).toBe("M5,87H20V80H30V82");
  });

  it("are measured on a scale that ends at a round number above them", () => {
    expect([168, 84, 1, 1000, 0].map(topOf)).toEqual([170, 85, 1, 1000, 1]);
  });

  it("are found by the nearest within reach", () => {
    const points = [
      {x: 10, y: 10},
      {x: 14, y: 10},
    ];
    expect(nearestFigure(points, 13, 11, 6)).toBe(1);
    expect(nearestFigure(points, 30, 10, 6)).toBe(-1);
  });
});

describe("the current value", () => {
  const plot = {left: 0, right: 1000, top: 80, baseline: 240};
  const box = {width: 160, height: 37};

  it("stands before the playhead and clear above the line", () => {
    const placed = placeValue({x: 500, y: 170}, box, plot, () => ({top: 165, bottom: 200}));
    expect(placed.side).toBe("left");
    expect(placed.bottom).toBeLessThan(165);
  });

  it("goes to the other side near the start", () => {
    expect(placeValue({x: 60, y: 220}, box, plot, () => null).side).toBe("right");
  });

  it("goes under the line when there is no room above", () => {
    const {bottom} = placeValue({x: 990, y: 82}, box, plot, () => ({top: 82, bottom: 110}));
    expect(bottom - box.height).toBeGreaterThan(110);
  });

  it("stays inside the plot wherever the playhead is", () => {
    for (let x = 0; x <= 1000; x += 20)
      for (let y = 85; y <= 235; y += 10) {
        const {side, bottom} = placeValue({x, y}, box, plot, () => ({top: y, bottom: Math.min(238, y + 20)}));
        const from = side === "left" ? x - 10 - box.width : x + 10;
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from + box.width).toBeLessThanOrEqual(1000);
        expect(bottom).toBeLessThanOrEqual(240);
      }
  });
});
