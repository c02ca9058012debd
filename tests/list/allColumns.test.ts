import {cleanup, fireEvent, render, screen} from "@testing-library/svelte";
import {flushSync} from "svelte";
import {afterEach, describe, expect, it} from "vitest";
import AllColumns from "../../src/list/AllColumns.svelte";
import {cellsOf, hasColumns} from "../../src/list/allColumns.ts";
import {bareSession} from "../bareSession.ts";
import Host from "./Host.svelte";
import {openSession, words} from "./session.ts";

afterEach(cleanup);

/** Roles that would be guessed are given to columns that are blank or have one already. */
const MAPPING = {start: "date", title: "title", summary: "title", category: "empty", link: "empty"};
const TABLE = [
  "date,title,depth_km,__proto__,constructor,page,script,empty",
  `2024-01-01,First,7.5,polluted,built,https://www.example.org/a?b=1,"javascript:alert(1)",`,
  `2024-01-02,Second,,,,https://user:secret@example.org/,"<img src=x onerror=alert(1)>",`,
].join("\n");

const opened = () => bareSession(TABLE, {settled: {mapping: MAPPING, facets: []}});

async function show(row: number, text = TABLE, facets: string[] = []) {
  const session = await bareSession(text, {settled: {mapping: MAPPING, facets}});
  const {container} = render(Host, {session, component: AllColumns, given: {row}});
  flushSync();
  return container;
}

describe("the columns of a file that no role took", () => {
  it("stand by their own names, in the order of the file, without those that are blank", async () => {
    const {loaded} = await opened();
    const i18n = await words();
    expect(cellsOf(loaded!, 0, i18n).map(({label, value}) => [label, value])).toEqual([
      ["depth km", "7.5"],
      ["__proto__", "polluted"],
      ["constructor", "built"],
      ["page", "https://www.example.org/a?b=1"],
      ["script", "javascript:alert(1)"],
    ]);
    expect(cellsOf(loaded!, 1, i18n).map(({column}) => column)).toEqual(["page", "script"]);
  });

  it("lead only to addresses that may be followed", async () => {
    const {loaded} = await opened();
    const i18n = await words();
    const urls = [0, 1].flatMap((row) => cellsOf(loaded!, row, i18n).map(({url, host}) => [url, host]));
    expect(urls.filter(([url]) => url !== null)).toEqual([["https://www.example.org/a?b=1", "www.example.org"]]);
  });

  it("are made only when they are asked for, and say which row of the file it is", async () => {
    const container = await show(0);
    expect(container.querySelectorAll("dt")).toHaveLength(0);
    const opener = screen.getByRole("button", {name: /^All columns\s+Row 1$/});
    expect(opener.getAttribute("aria-expanded")).toBe("false");
    await fireEvent.click(opener);
    expect(opener.getAttribute("aria-expanded")).toBe("true");
    expect(container.querySelectorAll("dt")).toHaveLength(5);
    const link = container.querySelector("a")!;
    expect([link.rel, link.target, link.getAttribute("referrerpolicy")]).toEqual([
      "noopener noreferrer nofollow",
      "_blank",
      "no-referrer",
    ]);
    expect(link.textContent).toContain("www.example.org");
  });

  it("are text, whatever they hold", async () => {
    const container = await show(1);
    await fireEvent.click(screen.getByRole("button", {name: /^All columns/}));
    expect(container.querySelector("img, script, a")).toBeNull();
    expect(container.textContent).toContain("<img src=x onerror=alert(1)>");
  });

  it("show a very long cell in steps", async () => {
    const long = "word ".repeat(100_000);
    const container = await show(0, `date,title,story,empty\n2024-01-01,A,${long},\n2024-01-02,B,short,`);
    await fireEvent.click(screen.getByRole("button", {name: /^All columns/}));
    const cell = () => container.querySelector("dd")!.textContent!;
    expect(cell().length).toBeLessThan(600);
    await fireEvent.click(screen.getByRole("button", {name: /^Show more \([\d,]+ characters left\)$/}));
    expect(cell().length).toBeGreaterThan(1500);
    expect(cell().length).toBeLessThan(2000);
  });

  it("are not offered in a story, nor where every column has a role", async () => {
    const story = await openSession();
    expect(Object.keys(story.loaded!.dataset.columns.others)).not.toEqual([]);
    expect(hasColumns(story.loaded!)).toBe(false);
    const {loaded} = await bareSession("date,title\n2024-01-01,A\n");
    expect(hasColumns(loaded!)).toBe(false);
    expect(hasColumns((await opened()).loaded!)).toBe(true);
  });
});
