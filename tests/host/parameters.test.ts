import {describe, expect, it} from "vitest";
import {addressOf, parametersOf, viewOf, written} from "../../src/host/parameters.ts";
import {SHOWN} from "../../src/host/names.ts";
import {clamped, isAuto, reserved} from "../../src/host/size.ts";
import type {ViewState} from "../../src/data/viewState.ts";
import {decodeUrl} from "../../src/state/url.ts";

function element(attributes: Record<string, string>): Element {
  const result = document.createElement("x-line");
  for (const [name, value] of Object.entries(attributes)) result.setAttribute(name, value);
  return result;
}

describe("the frame's address", () => {
  it("has the view in its hash, the frame's own affairs in its query, and nothing of the page's", () => {
    const given = element({
      id: "one",
      class: "wide",
      title: "A map",
      time: "2023-10-17..",
      hide: "map,facets",
      height: "560",
      primary: "8b1e3f",
      "show.status": "us_official,host%2Cgovernment",
      onclick: "x",
    });
    const url = new URL(addressOf(given, "https://d.example/embed.html?a=1", viewOf(given, SHOWN)));
    expect([...url.searchParams]).toEqual([
      ["a", "1"],
      ["id", "one"],
      ["hide", "map,facets"],
      ["height", "fit"],
      ["primary", "8b1e3f"],
    ]);
    expect(decodeUrl("", url.hash)).toEqual({
      view: {time: "2023-10-17..", show: {status: ["us_official", "host,government"]}},
      unknown: [],
      bad: [],
    });
  });

  it("says any view so that the frame reads the same", () => {
    const view: ViewState = {
      time: "2023-10-17..2024-01-31",
      map: [4.5, 33, -44.25],
      speed: 2,
      q: "a&b=c#d+e %2C é ب",
      show: {"weapon & more": ["a,b", "c=d"], none: [], empty: [""], two: ["", "x"]},
    };
    expect(decodeUrl("", `#${written(parametersOf(view))}`)).toEqual({view, unknown: [], bad: []});
    expect(decodeUrl("", `#${written(parametersOf({show: {}}))}`).view).toEqual({show: {}});
  });

  it("has a data file's address in full", () => {
    expect(decodeUrl("", `#${written(viewOf(element({data: "story.json"}), SHOWN))}`).view.data).toBe(
      new URL("story.json", document.baseURI).href,
    );
  });
});

describe("heights", () => {
  it.each([
    [542, 542],
    [541.2, 542],
    [3, 100],
    [1e9, 10_000],
    [Infinity, 10_000],
    [NaN, null],
    [-1, null],
    ["542", null],
    ["100px;position:fixed", null],
    [null, null],
    [{valueOf: (): number => 542}, null],
  ])("of %j are taken as %j", (asked, height) => {
    expect(clamped(asked)).toBe(height);
  });

  it("are kept free by the attribute, or about as the frame will turn out", () => {
    expect(reserved("560", 300)).toBe("560px");
    expect(reserved("fit", 300)).toBe("100%");
    expect(parseInt(reserved(null, 620))).toBeGreaterThan(500);
    expect([null, "auto", "560", "560px", "fit"].map(isAuto)).toEqual([true, true, false, false, false]);
  });
});
