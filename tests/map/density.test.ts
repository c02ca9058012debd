// @vitest-environment node
import {describe, expect, it} from "vitest";
import {mix, readColour, type Rgb} from "../../src/map/colours.ts";
import {paint, paletteOf, shadeOf, SHADES, shades} from "../../src/map/density.ts";

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

describe("shades of counts", () => {
  it("change at half powers of ten and nowhere else", () => {
    expect([0, 1, 2, 3, 9, 10, 29, 30, 99, 100, 299, 300, 999, 1000, 5_000_000].map(shadeOf)).toEqual([
      0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7,
    ]);
  });

  it.each([
    ["light", "#fffefb", "#b8331b", "#1c1a17"],
    ["light, counter", "#fffefb", "#22608f", "#1c1a17"],
    ["dark", "#23282f", "#ff7f61", "#efeae0"],
    ["dark, counter", "#23282f", "#86bfea", "#efeae0"],
  ])("go one way from the ground, each seen beside the last: %s", (_, ground, colour, far) => {
    const steps = shades(readColour(ground), readColour(colour), readColour(far)).map(luminance);
    expect(steps).toHaveLength(SHADES.length);
    const way = Math.sign(steps[0]! - luminance(readColour(ground)));
    let last = luminance(readColour(ground));
    for (const step of steps) {
      expect((step - last) * way).toBeGreaterThan(0.015);
      last = step;
    }
  });
});

describe("painting cells", () => {
  const [red, blue]: [Rgb, Rgb] = [
    [1, 0, 0],
    [0, 0, 1],
  ];
  const palette = paletteOf(
    SHADES.map((_, i) => mix(red, [0, 0, 0], i / 10)),
    SHADES.map((_, i) => mix(blue, [0, 0, 0], i / 10)),
  );

  it("gives one pixel a cell, in the shade of the series with more in it", () => {
    const cells = {side: 4, columns: 2, lines: 2, left: 0, top: 0};
    const pixels = new Int32Array(4);
    const most = paint(
      {...cells, primary: Int32Array.of(0, 1, 4, 2), counter: Int32Array.of(0, 0, 12, 2)},
      palette,
      pixels,
    );
    expect(most).toEqual({primary: 4, counter: 12});
    const bytes = [...new Uint8Array(pixels.buffer)];
    expect(bytes).toEqual([0, 0, 0, 0, 255, 0, 0, 255, 0, 0, 204, 255, 255, 0, 0, 255]);
  });

  it("changes shade with its count just where the key says, and no more above the last", () => {
    const counts = [1, 2, 3, 9, 10, 299, 300, 999, 1000, 1001, 70_000, 2_000_000_000];
    const pixels = new Int32Array(counts.length);
    paint({primary: Int32Array.from(counts), counter: new Int32Array(counts.length)}, palette, pixels);
    const ofCounter = new Int32Array(counts.length);
    paint({primary: new Int32Array(counts.length), counter: Int32Array.from(counts)}, palette, ofCounter);
    const shadesOf = counts.map((count) => SHADES.findLastIndex((least) => least <= count));
    const bytes = new Uint8Array(pixels.buffer);
    const ofCounterBytes = new Uint8Array(ofCounter.buffer);
    expect(counts.map((_, at) => ofCounterBytes[4 * at + 2])).toEqual(counts.map((_, at) => bytes[4 * at]));
    expect(counts.map((_, at) => bytes[4 * at])).toEqual(shadesOf.map((shade) => Math.round(255 * (1 - shade / 10))));
  });
});
