import {describe, expect, it} from "vitest";
import {hashWith, mirrored, readHash} from "../../src/host/mirror.ts";
import {parametersOf} from "../../src/host/parameters.ts";

describe("an article's address", () => {
  it("says the view of an element, and of no other", () => {
    const {view, rest} = readHash("#section&a.time=2023-10-17..&ab.time=x&a.show.status=x%2Cy,z&b=1", "a");
    expect({...view}).toEqual({time: "2023-10-17..", "show.status": "x%2Cy,z"});
    expect(rest).toBe("section&ab.time=x&b=1");
  });

  it("says nothing where it names the element not at all, and the story's own view where it does so alone", () => {
    expect(readHash("#dateline-of-events", "dateline").view).toBeNull();
    expect(readHash("", "dateline").view).toBeNull();
    expect({...readHash("#dateline", "dateline").view}).toEqual({});
    expect(mirrored(parametersOf({}), "dateline")).toBe("dateline");
  });

  it("keeps what is not the element's", () => {
    expect(hashWith("#section&a.time=old&b.time=x", "a", "a.time=new")).toBe("section&b.time=x&a.time=new");
    expect(hashWith("#a.time=old", "a", "")).toBe("");
    expect(hashWith("#section", "a", "")).toBe("section");
  });

  it("leaves out what the article itself says", () => {
    const view = parametersOf({time: "2023-10-17..", lang: "fr", theme: "dark", data: "https://a.example/x.csv"});
    expect(mirrored(view, "a")).toBe("a.time=2023-10-17..");
    expect({...readHash("#a.data=https://evil.example/&a.lang=fr&a.__proto__=x&a.onload=y", "a").view}).toEqual({});
  });
});
