// @vitest-environment node
import {describe, expect, it} from "vitest";
import {readSources} from "../../src/data/sources.ts";

describe("a table of sources", () => {
  it("is read as plain text, with links only where they may be followed", () => {
    const sources = readSources([
      ["id", "publisher", "url", "title", "published", "language", "publisher_type", "note"],
      ["a", "AP", "javascript:alert(1)", "<b>T</b>", "2023-10", "en", "wire", ""],
      ["", "nobody", "https://example.org"],
      ["__proto__", " BBC ", "https://example.org/"],
    ]);
    expect([...sources.keys()]).toEqual(["a", "__proto__"]);
    expect(sources.get("a")).toEqual({
      id: "a",
      publisher: "AP",
      title: "<b>T</b>",
      url: null,
      published: "2023-10",
      language: "en",
      publisherType: "wire",
      note: "",
    });
    expect(sources.get("__proto__")).toMatchObject({publisher: "BBC", url: "https://example.org/", note: ""});
  });

  it("may be empty", () => {
    expect(readSources([]).size).toBe(0);
    expect(readSources([["id"]]).size).toBe(0);
  });
});
