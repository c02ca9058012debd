import axe from "axe-core";
import {cleanup, fireEvent, render, screen, within} from "@testing-library/svelte";
import {flushSync} from "svelte";
import {afterEach, describe, expect, it, vi} from "vitest";
import Facets from "../../src/facets/Facets.svelte";
import type {ViewState} from "../../src/data/viewState.ts";
import Facet from "../../src/facets/Facet.svelte";
import {bareSession} from "../bareSession.ts";
import Host from "../list/Host.svelte";
import {openSession, storyFiles} from "../list/session.ts";

afterEach(cleanup);

async function show(layout: string, view: ViewState = {}, files: Record<string, string | null> | null = null) {
  const session = await openSession(view, files);
  const {container} = render(Host, {session, component: Facets, given: {layout}});
  // What there is beside the certainties comes when those are painted.
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  await vi.dynamicImportSettled();
  flushSync();
  const button = (name: RegExp) => screen.getByRole("button", {name});
  const click = async (name: RegExp) => {
    await fireEvent.click(button(name));
    flushSync();
  };
  return {session, container, button, click};
}

describe("the filters", () => {
  it("switch a certainty off and on, and keep its count", async () => {
    const {session, button, click} = await show("column");
    const count = button(/^Reported by media/).textContent!.match(/\d+/)![0];
    await click(/^Reported by media/);
    expect(session.selection.show["status"]).not.toContain("media_report");
    expect(button(/^Reported by media/).getAttribute("aria-pressed")).toBe("false");
    expect(button(/^Reported by media/).textContent).toContain(count);
    await click(/^Reported by media/);
    expect(session.selection.isFiltered).toBe(false);
  });

  it("say when only a part of a certainty is kept", async () => {
    const {button} = await show("column", {show: {status: ["us_official"]}});
    expect(button(/^Confirmed by an official/).getAttribute("aria-pressed")).toBe("mixed");
  });

  it("offer the first values of two facets, and the others in a panel", async () => {
    const {session, container, click} = await show("column");
    expect([...container.querySelectorAll("h3")].map((each) => each.textContent)).toEqual(["Where", "With what"]);
    await click(/^Syria/);
    expect(session.selection.keeps("country", "SY")).toBe(false);
    await click(/^Clear filters/);
    await click(/^Other/);
    const panel = await screen.findByRole("dialog");
    expect(
      within(panel)
        .getAllByRole("heading", {level: 3})
        .map((each) => each.textContent),
    ).toEqual(["Who says so", "What", "By whom", "With what", "Where"]);
    await fireEvent.click(within(panel).getByRole("button", {name: "Only Roadside bomb"}));
    flushSync();
    expect(session.selection.show["weapon"]).toEqual(["ied"]);
    await fireEvent.keyDown(panel, {key: "Escape"});
    flushSync();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("button", {name: "More filters"}));
  });

  it("can be searched when a facet has many values", async () => {
    const rows = Array.from({length: 30}, (_, i) => `2024-01-02,kind ${i}`).join("\n");
    const {click} = await show(
      "column",
      {},
      storyFiles(`date,category\n${rows}\n`, {facets: ["category"], mapping: {start: "date", category: "category"}}),
    );
    await click(/^More filters/);
    const panel = await screen.findByRole("dialog");
    await fireEvent.input(within(panel).getByRole("searchbox"), {target: {value: "kind 17"}});
    flushSync();
    expect(within(panel).getAllByRole("button", {name: /^kind/}).length).toBe(1);
  });

  it("name a country by its code when the story does not", async () => {
    const {container} = await show("column", {}, storyFiles("date,country\n2024-01-02,UA\n2024-01-03,MD\n"));
    expect(container.textContent).toContain("Ukraine");
    expect(container.textContent).toContain("Moldova");
  });

  it("are not there when a table has nothing to filter by", async () => {
    for (const layout of ["column", "chips", "cells", "mini"]) {
      const {container} = await show(layout, {}, storyFiles("date,title\n2024-01-02,One\n"));
      expect(container.querySelector("section")).toBeNull();
      cleanup();
    }
  });

  it("have the certainties of the window in every layout", async () => {
    for (const layout of ["column", "chips", "cells", "mini"]) {
      const {container} = await show(layout);
      const counts = [...container.querySelectorAll("[aria-pressed] .count")].map((each) => Number(each.textContent));
      expect(counts).toEqual([52, 22, 15, 1]);
      cleanup();
    }
  });

  for (const layout of ["column", "chips", "cells", "mini"]) {
    it(`have no accessibility faults as ${layout}`, async () => {
      const {container, click} = await show(layout);
      if (layout === "column") await click(/^More filters/);
      const {violations} = await axe.run(container, {rules: {"color-contrast": {enabled: false}}});
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    });
  }
});

describe("a facet of a file that nobody prepared", () => {
  async function facetOf(csv: string, facet: string) {
    const session = await bareSession(csv, {settled: {facets: [facet]}});
    const {container} = render(Host, {session, component: Facet, given: {facet}});
    flushSync();
    return {session, container};
  }

  it("shows the first of 5,000 values, says how many more there are, and finds any", async () => {
    const rows = Array.from({length: 5000}, (_, i) => `2024-01-01,cat${i}`);
    const {container} = await facetOf(["date,kind", ...rows].join("\n"), "kind");
    expect(container.querySelectorAll("li")).toHaveLength(60);
    screen.getByRole("button", {name: "4,940 more values"});
    await fireEvent.input(screen.getByRole("searchbox"), {target: {value: "cat4711"}});
    flushSync();
    expect([...container.querySelectorAll("li .label")].map((label) => label.textContent)).toEqual(["cat4711"]);
  });

  it.each(["constructor", "__proto__", "toString"])("may be called %s, and so may its values", async (facet) => {
    const {session, container} = await facetOf(
      `date,${facet}\n2024-01-01,__proto__\n2024-01-02,constructor\n2024-01-03,name\n`,
      facet,
    );
    const labels = () => [...container.querySelectorAll("li .label")].map((label) => label.textContent!);
    expect(labels().sort()).toEqual(["__proto__", "constructor", "name"]);
    expect(screen.queryByRole("button", {name: "all"})).toBeNull();
    await fireEvent.click(screen.getByRole("button", {name: "Only constructor"}));
    flushSync();
    expect(session.selection.counts!.aggregates.events).toBe(1);
    expect(Object.hasOwn(session.selection.show, facet)).toBe(true);
    await fireEvent.click(screen.getByRole("button", {name: "all"}));
    flushSync();
    expect(session.selection.counts!.aggregates.events).toBe(3);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
