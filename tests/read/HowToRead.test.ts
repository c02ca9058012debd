import axe from "axe-core";
import {cleanup, fireEvent, render, screen} from "@testing-library/svelte";
import {flushSync} from "svelte";
import {afterEach, beforeAll, describe, expect, it, vi} from "vitest";
import {downloads} from "../../src/read/downloads.ts";
import HowToRead from "../../src/read/HowToRead.svelte";
import {marksOf} from "../../src/read/marks.ts";
import type {ViewState} from "../../src/data/viewState.ts";
import {core, isReport, isStrike, sources} from "../data/shipped/tables.ts";
import Host from "../list/Host.svelte";
import {openSession, storyFiles, stubDialogs} from "../list/session.ts";

beforeAll(stubDialogs);
afterEach(cleanup);

async function show(view: ViewState = {}, files: Record<string, string | null> | null = null) {
  const session = await openSession(view, files);
  const onclose = vi.fn();
  const {container} = render(Host, {session, component: HowToRead, given: {onclose}});
  await session.loadSources();
  flushSync();
  return {session, container, onclose, text: () => container.textContent!.replace(/\s+/g, " ")};
}

describe("how to read this", () => {
  it("explains every mark with what the window holds of it", async () => {
    const {container, text} = await show({time: "2023-10-17..2024-02-07"});
    expect(container.querySelector("dialog")!.open).toBe(true);
    const reports = core.filter(isReport);
    const official = reports.filter((e) => ["us_official", "host_government"].includes(e.status!)).length;
    expect(text()).toContain(`${official} of ${reports.length}.`);
    expect(text()).toContain(
      `They hang below the line. ${core.filter(isStrike).length}.`.replace("They", "On the timeline they"),
    );
    expect(text()).toContain(`from ${sources.length} sources`);
    expect(text()).toContain("Compiled on 20 November 2026");
    expect(text()).toContain("CC BY 4.0");
  });

  it("leaves out the marks that a table does not have", async () => {
    const {container} = await show({}, storyFiles("date,title\n2024-01-02,One\n"));
    expect([...container.querySelectorAll("h3")].map((each) => each.textContent)).toEqual([
      "A block is one report",
      "Grey: after the playhead",
    ]);
    const {loaded} = await openSession();
    expect(marksOf(loaded!)).toEqual({
      blocks: ["official", "media", "claim", "disputed", "later"],
      others: ["line", "circle", "halo", "counter"],
    });
  });

  it("opens the method in place", async () => {
    const {session} = await show();
    const opener = screen.getByRole("button", {name: "Method and weaknesses", hidden: true});
    const method = document.getElementById(opener.getAttribute("aria-controls")!)!;
    expect(method.hidden).toBe(true);
    await fireEvent.click(opener);
    expect(method.hidden).toBe(false);
    expect(method.querySelectorAll("p").length).toBe(session.loaded!.story.method.length);
  });

  it("is closed by its button, by Escape and by a click beside it", async () => {
    for (const act of [
      () => fireEvent.click(screen.getByRole("button", {name: "Close", hidden: true})),
      (dialog: HTMLDialogElement) => fireEvent(dialog, new Event("cancel", {cancelable: true})),
      (dialog: HTMLDialogElement) => fireEvent.click(dialog),
    ]) {
      const {container, onclose} = await show();
      await act(container.querySelector("dialog")!);
      expect(onclose).toHaveBeenCalledOnce();
      cleanup();
    }
  });

  it("has no accessibility faults", async () => {
    const {container} = await show();
    const {violations} = await axe.run(container, {rules: {"color-contrast": {enabled: false}}});
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  });
});

describe("the tables to take away", () => {
  it("are the story's own, at their addresses", async () => {
    const {loaded} = await openSession();
    expect(downloads(loaded!, document.baseURI).map(({table, href}) => [table, new URL(href).pathname])).toEqual([
      ["data", "/data/events.csv"],
      ["sources", "/data/sources.csv"],
      ["sites", "/data/sites.csv"],
      ["totals", "/data/totals.csv"],
    ]);
  });

  it("are never at an address that a page must not link to", async () => {
    const {loaded} = await openSession();
    const story = {...loaded!.story, sources: "javascript:alert(1)", sites: "http://192.168.0.1/sites.csv"};
    expect(downloads({...loaded!, story}, document.baseURI).map(({table}) => table)).toEqual(["data", "totals"]);
  });
});
