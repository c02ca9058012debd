import {describe, expect, it} from "vitest";
import {BASEMAP_THEMES, WIDTHS, basemapStyle, widthAt} from "../../src/map/style.ts";

const fill = (focus: string[]) => {
  const layer = basemapStyle(BASEMAP_THEMES.light, focus, "pmtiles://x").layers.find(({id}) => id === "country");
  return layer?.type === "fill" ? layer.paint?.["fill-color"] : undefined;
};

describe("basemapStyle", () => {
  it("draws every country as land when none is in focus", () => {
    expect(fill([])).toBe(BASEMAP_THEMES.light.land);
  });

  it("lights the focus countries and keeps the others near the paper", () => {
    expect(JSON.stringify(fill(["IQ"]))).toContain(BASEMAP_THEMES.light.neighbour);
  });

  it("keeps the same layers whatever the theme and focus, so that a change is a change of paint", () => {
    const ids = (focus: string[]) => basemapStyle(BASEMAP_THEMES.dark, focus, "").layers.map(({id}) => id);
    expect(ids([])).toEqual(ids(["IQ", "SY"]));
  });

  it("asks for no labels and no glyphs", () => {
    const style = basemapStyle(BASEMAP_THEMES.light, ["IQ"], "");
    expect(style.glyphs).toBeUndefined();
    expect(style.layers.some(({type}) => type === "symbol")).toBe(false);
  });
});

describe("widthAt", () => {
  it("grows from zoom 3 to zoom 7", () => {
    expect([0, 3, 5, 7, 10].map((zoom) => widthAt(zoom, WIDTHS.region))).toEqual([0.5, 0.5, 0.75, 1, 1]);
  });
});
