// @vitest-environment node
import {describe, expect, it} from "vitest";
import {routeOf} from "../../src/offline/routes.ts";

const SCOPE = "https://news.example/dateline/";
const asked = (path: string, more: object = {}) =>
  routeOf({method: "GET", url: new URL(path, SCOPE).href, mode: "cors", destination: "", ...more}, SCOPE);
const opened = (path: string, destination = "document") => asked(path, {mode: "navigate", destination});

describe("a request", () => {
  it.each([
    ["./", "index.html"],
    ["index.html", "index.html"],
    ["index.fr.html?x=1#time=2023", "index.fr.html"],
    ["?view=present#step=2", "index.html"],
    ["?data=https://other.example/a.csv", "index.html"],
  ])("for %s opens a page that is kept", (path, page) => {
    expect(opened(path)).toEqual({kind: "page", path: page});
  });

  it.each([
    "embed.html",
    "embed.ar.html",
    "?view=embed",
    "?lang=fr&view=embed",
    "demo/en.html",
    "other.html",
    "a/index.html",
  ])("for %s is left to the network", (path) => {
    expect(opened(path)).toBeNull();
  });

  it.each(["iframe", "frame", "embed", "object"])("for a page in an %s is left to the network", (destination) => {
    expect(opened("./", destination)).toBeNull();
  });

  it.each([
    ["assets/core-abc.js", "hashed"],
    ["assets/inter.woff2", "hashed"],
    ["data/story.json", "file"],
    ["basemap/labels.json", "file"],
    ["icon-512.png", "file"],
    ["single/template.txt", "file"],
    ["basemap/world.pmtiles", "map"],
  ])("for %s is answered from what is kept", (path, kind) => {
    expect(asked(path)).toEqual({kind, path});
  });

  it.each([
    "embed.js",
    "inline.js",
    "inline/core-abc.js",
    "oembed.json",
    "picture.en.png",
    "integrity.json",
    "sw.js",
    "demo/demo.css",
    "data/story.json?again",
    "data/more/rows.csv",
    "stories/other.csv",
    "../index.html",
    "../assets/core-abc.js",
    "https://other.example/dateline/assets/core-abc.js",
    "http://news.example/dateline/assets/core-abc.js",
  ])("for %s is left to the network", (path) => {
    expect(asked(path)).toBeNull();
  });

  it("that changes anything, or asks only for the head, is left to the network", () => {
    for (const method of ["POST", "PUT", "HEAD", "DELETE"]) expect(asked("data/story.json", {method})).toBeNull();
  });

  it("of a page by a script is left to the network, so that what it compares with is the newest", () => {
    expect(asked("index.html")).toBeNull();
  });
});
