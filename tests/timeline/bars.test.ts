import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {barRects, paintBars, type Inks} from "../../src/timeline/bars.ts";
import {tallest, type Measures} from "../../src/timeline/columns.ts";
import {timeScale} from "../../src/timeline/scale.ts";

const DAY = 86_400_000;
const BASE = 200;
const measures = (unit: number): Measures => ({
  edges: Float64Array.of(0, DAY, 2 * DAY),
  scale: timeScale([0, 2 * DAY], 0, 100),
  baseline: BASE,
  unit,
  counterUnit: unit,
});

describe("bars", () => {
  it("stand on one another, as high as the reports of their cell, at any counts", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 0, max: 3000}), {minLength: 16, maxLength: 16}), (values) => {
        const counts = Uint32Array.from(values);
        const unit = 90 / Math.max(1, tallest(counts)[0]);
        const rects = barRects(measures(unit), counts);
        for (const bin of [0, 1]) {
          for (const first of [0, 4]) {
            const cells = [0, 1, 2, 3].map((c) => values[bin * 8 + first + c]!);
            const whole = cells.reduce((a, b) => a + b, 0);
            const stretch = Math.max(unit, 1 / Math.max(1, whole));
            let at = 0;
            cells.forEach((count, c) => {
              const bars = rects[first + c]!;
              const found: number[][] = [];
              for (let i = 0; i < bars.length; i += 4) found.push(bars.slice(i, i + 4));
              const bar = found.find(([x]) => x! >= bin * 50 && x! < (bin + 1) * 50);
              if (count === 0) return expect(bar).toBeUndefined();
              const [x, y, width, height] = bar as [number, number, number, number];
              expect(x).toBeCloseTo(bin * 50 + 5, 6);
              expect(width).toBeCloseTo(40, 6);
              expect(height).toBeCloseTo(count * stretch, 6);
              expect(y).toBeCloseTo(first === 0 ? BASE - at - height : BASE + 2 + at, 6);
              at += height;
            });
          }
        }
      }),
    );
  });
});

describe("painted bars", () => {
  const inks: Inks = {
    paper: "paper",
    fut: "grey",
    "fut-light": "light grey",
    attack: "red",
    "attack-light": "light red",
    strike: "blue",
    "strike-light": "light blue",
  };
  /** Keeps what is filled and stroked with which colour, and how. */
  function fakePen() {
    const done: string[] = [];
    let isClipped = false;
    const pen = {
      fillStyle: "",
      strokeStyle: "",
      lineWidth: 1,
      dash: [] as number[],
      setTransform: (...values: number[]) => done.push(`dots ${values.join(" ")}`),
      beginPath() {},
      rect() {},
      rotate() {},
      save() {},
      restore: () => (isClipped = false),
      clip: () => (isClipped = true),
      fillRect(x: number, y: number, width: number, height: number) {
        if (!isClipped) done.push(`fill ${this.fillStyle} ${[x, y, width, height].join(" ")}`);
        else if (!done.includes(`stripes ${this.fillStyle}`)) done.push(`stripes ${this.fillStyle}`);
      },
      setLineDash(dash: number[]) {
        this.dash = dash;
      },
      stroke() {
        done.push(`edge ${this.strokeStyle} ${this.lineWidth}${this.dash.length > 0 ? " dashed" : ""}`);
      },
    };
    return {pen: pen as unknown as OffscreenCanvasRenderingContext2D, done};
  }
  const frame = {left: 10, top: 20, width: 80, height: 60};
  const one = (cell: number) => Array.from({length: 8}, (_, i) => (i === cell ? [30, 40, 5, 6] : []));
  const paint = (cell: number, lit: boolean) => {
    const {pen, done} = fakePen();
    paintBars(pen, one(cell), frame, 2, inks, lit);
    return done.slice(1);
  };

  it("stand where the frame is, at the dots of the screen", () => {
    const {pen, done} = fakePen();
    paintBars(pen, [], frame, 2, inks, true);
    expect(done).toEqual(["dots 2 0 0 2 -20 -40"]);
  });

  it.each([
    [0, ["fill red 30 40 5 6"]],
    [1, ["fill light red 30 40 5 6", "edge red 0.6"]],
    [2, ["fill paper 30 40 5 6", "edge red 0.6"]],
    [3, ["fill paper 30 40 5 6", "stripes red", "edge red 0.6"]],
    [4, ["fill blue 30 40 5 6"]],
    [5, ["fill light blue 30 40 5 6", "edge blue 0.6"]],
    [7, ["fill paper 30 40 5 6", "stripes blue", "edge blue 0.6"]],
  ])("of cell %d look like what they rest on inside the window", (cell, expected) => {
    expect(paint(cell, true)).toEqual(expected);
  });

  it.each([
    [0, ["fill grey 30 40 5 6", "edge grey 0.5"]],
    [5, ["fill light grey 30 40 5 6", "edge grey 0.5"]],
    [6, ["fill paper 30 40 5 6", "edge grey 0.5"]],
    [3, ["fill paper 30 40 5 6", "edge grey 0.5 dashed"]],
  ])("of cell %d are grey outside of it", (cell, expected) => {
    expect(paint(cell, false)).toEqual(expected);
  });
});
