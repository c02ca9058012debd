// @vitest-environment node
import {expect, it} from "vitest";
import {addressOf} from "../../src/presenter/address.ts";

it.each([
  [
    "https://x.org/a/?view=present&utm=1#step=2&time=2023-01-01",
    {view: "presenter", step: 2},
    "?view=presenter&utm=1#step=2",
  ],
  ["https://x.org/a/index.html", {view: "scroll", step: 4, lang: "ar"}, "index.html?view=scroll#step=4&lang=ar"],
  ["https://x.org/a/?view=scroll#step=3&mine=1", {view: "explore", data: "x.csv"}, "#data=x.csv&view=explore&mine=1"],
  [
    "file:///home/talk.html",
    {view: "presenter", file: "a b.csv"},
    "file:///home/talk.html?view=presenter#file=a%20b.csv",
  ],
] as const)("%s shows another view", (href, view, ending) => {
  expect(addressOf(href, view).replace("https://x.org/a/", "")).toBe(ending);
});
