// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readOptions} from "../../src/frame/options.ts";

describe("the options of a frame", () => {
  it("leave nothing out and follow the content where nothing is said", () => {
    expect(readOptions("")).toEqual({hidden: [], height: "auto"});
    expect(readOptions("?view=embed&time=2023-12..")).toEqual({hidden: [], height: "auto"});
  });

  it("name the parts that are left out, in whatever order they are given", () => {
    expect(readOptions("?hide=facets,map&lang=fr").hidden).toEqual(["map", "facets"]);
    expect(readOptions("hide=controls%2C%20Event%20headline").hidden).toEqual(["controls", "event", "headline"]);
  });

  it("take what fills its frame from what is as high as its content", () => {
    expect(readOptions("?height=fit").height).toBe("fit");
    expect(readOptions("?height=560").height).toBe("auto");
    expect(readOptions("?height=fit&height=auto").height).toBe("auto");
  });

  it("ignore every other word, and never throw", () => {
    expect(readOptions("?hide=timeline,__proto__,map;,MAPS,constructor")).toEqual({hidden: [], height: "auto"});
    expect(readOptions(`?hide=${"x".repeat(100_000)},map`).hidden).toEqual([]);
    const known = ["map", "controls", "event", "facets", "headline"];
    fc.assert(
      fc.property(fc.string({unit: "binary"}), (text) => {
        for (const query of [text, `?hide=${text}&height=${text}`, `%E0%A4%A${text}`]) {
          const {hidden, height} = readOptions(query);
          expect(hidden.every((part) => known.includes(part))).toBe(true);
          expect(["auto", "fit"]).toContain(height);
        }
      }),
    );
  });
});
