import {cleanup, fireEvent, render, screen} from "@testing-library/svelte";
import {flushSync, tick} from "svelte";
import {afterEach, describe, expect, it} from "vitest";
import type {ViewState} from "../../src/data/viewState.ts";
import EventList from "../../src/list/EventList.svelte";
import {core, events, firstDay, isReport} from "../data/shipped/tables.ts";
import Host from "./Host.svelte";
import {day, openSession} from "./session.ts";

afterEach(cleanup);

async function show(view: ViewState = {}) {
  const session = await openSession(view);
  const {container} = render(Host, {session, component: EventList});
  await session.loadSources();
  flushSync();
  const options = () => [...container.querySelectorAll<HTMLElement>("[role=option]")];
  const idOf = (option: HTMLElement) => session.loaded!.dataset.id(Number(option.dataset["row"]));
  const press = async (key: string) => {
    await fireEvent.keyDown(screen.getByRole("listbox"), {key});
    flushSync();
  };
  return {session, container, options, idOf, press};
}

const byNewest = (time: string) => {
  const [from, to] = time.split("..") as [string, string];
  return core.filter((e) => firstDay(e) >= from && firstDay(e) <= to).length;
};

describe("the list of events", () => {
  it("shows the newest days first, each with its count of reports", async () => {
    const {container, options, idOf} = await show();
    const heads = [...container.querySelectorAll(".head")].map((head) => head.textContent!.replace(/\s+/g, " ").trim());
    const reports = core.filter((e) => firstDay(e) === "2023-12-08" && isReport(e)).length;
    expect(heads[0]).toBe(`8 December ${reports}`);
    const days = options().map((option) => firstDay(events.find((e) => e.id === idOf(option))!));
    expect(days).toEqual([...days].sort().reverse());
    expect(options()[0]!.getAttribute("aria-setsize")).toBe(String(byNewest("2023-10-17..2023-12-08")));
  });

  it("says of each its time, its number of sources and the first of them", async () => {
    const {options, idOf} = await show();
    const row = options().find((option) => idOf(option) === "2023-12-08-embassy-baghdad-rockets")!;
    const text = row.textContent!.replace(/\s+/g, " ").trim();
    expect(text).toBe(
      "Two rocket salvoes target the US embassy in Baghdad 04:15 · 6 sources · AFP (via Times of Israel)",
    );
    expect(row.getAttribute("aria-selected")).toBe("true");
  });

  it("marks what was searched for without reading it as markup", async () => {
    const {container} = await show({q: "asad drone"});
    const marks = [...container.querySelectorAll("mark")].map((mark) => mark.textContent!.toLowerCase());
    expect(marks.length).toBeGreaterThan(4);
    expect(new Set(marks)).toEqual(new Set(["asad", "drone"]));
  });

  it("goes by arrows, pages and ends, and chooses with Enter", async () => {
    const {session, options, press} = await show();
    const active = () => screen.getByRole("listbox").getAttribute("aria-activedescendant");
    await press("Home");
    expect(active()).toBe(options()[0]!.id);
    await press("ArrowDown");
    await press("ArrowDown");
    expect(active()).toBe(options()[2]!.id);
    expect(session.selection.hover).toEqual({row: Number(options()[2]!.dataset["row"])});
    await press("ArrowUp");
    expect(active()).toBe(options()[1]!.id);
    await press("End");
    const last = screen.getByRole("listbox").getAttribute("aria-activedescendant")!;
    const oldest = core.map(firstDay).sort()[0]!;
    const row = Number(last.split("-").at(-1));
    expect(session.loaded!.dataset.columns.start[row]!).toBeGreaterThanOrEqual(day(oldest));
    expect(document.getElementById(last)!.getAttribute("aria-posinset")).toBe(
      String(byNewest("2023-10-17..2023-12-08")),
    );
    await press("PageUp");
    expect(active()).not.toBe(last);
    await press("Enter");
    expect(session.selection.row).toBe(Number(active()!.split("-").at(-1)));
    expect(session.selection.panel).toBe("event");
  });

  it("chooses what is clicked and tells what the pointer is on", async () => {
    const {session, options} = await show();
    const third = options()[3]!;
    await fireEvent.pointerEnter(third);
    expect(session.selection.hover).toEqual({row: Number(third.dataset["row"])});
    await fireEvent.pointerLeave(third);
    expect(session.selection.hover).toBeNull();
    await fireEvent.click(third);
    expect(session.selection.row).toBe(Number(third.dataset["row"]));
  });

  it("follows the window", async () => {
    const {session, options, idOf} = await show();
    session.selection.setWindow(day("2023-10-17"), day("2023-10-21"));
    flushSync();
    await tick();
    expect(options()[0]!.getAttribute("aria-setsize")).toBe(String(byNewest("2023-10-17..2023-10-20")));
    expect(firstDay(events.find((e) => e.id === idOf(options()[0]!))!)).toBe("2023-10-20");
  });

  it("lists one place alone, under its name, until told otherwise", async () => {
    const {session, options} = await show({place: "conoco", time: "2023-10-17..2024-02-07"});
    const reports = core.filter((e) => e.site === "conoco" && isReport(e)).length;
    expect(screen.getByText(new RegExp(`· ${reports} reports`))).toBeTruthy();
    expect(options().length).toBeGreaterThan(5);
    await fireEvent.click(screen.getByRole("button", {name: "All places"}));
    expect(session.selection.place).toBe(-1);
  });

  it("offers what lies outside the dates, and the background, which is never counted", async () => {
    const {session} = await show({time: "2023-12-08..2023-12-08"});
    const inside = byNewest("2023-12-08..2023-12-08");
    expect(screen.getByText(`${core.length - inside} more events outside these dates`)).toBeTruthy();
    const background = events.filter((e) => e.scope === "background");
    await fireEvent.click(screen.getByRole("button", {name: `Background: ${background.length} earlier events`}));
    for (const {title_en} of background) expect(screen.getByText(title_en!)).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", {name: "Show all dates"}));
    expect([...session.selection.window]).toEqual([...session.loaded!.dataset.extent]);
  });
});

describe("a list with nothing in it", () => {
  it("says how many the whole record has when only the dates are to blame", async () => {
    const {session} = await show({q: "tower 22", time: "2023-10-17..2023-10-18"});
    const n = new RegExp(/Nothing in these dates; (\d+) in the whole record/).exec(document.body.textContent!)![1];
    await fireEvent.click(screen.getByRole("button", {name: "Show all dates"}));
    flushSync();
    expect(session.selection.counts!.aggregates.events).toBe(Number(n));
  });

  it("offers to clear a search that finds nothing", async () => {
    const {session} = await show({q: "zebra"});
    expect(screen.getByText("Nothing matches “zebra”.")).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", {name: "Clear the search"}));
    expect(session.selection.q).toBe("");
  });

  it("names the filters that leave nothing", async () => {
    const {session} = await show({show: {country: ["JO"], weapon: ["ied"]}});
    expect(screen.getByText("Where: Jordan")).toBeTruthy();
    expect(screen.getByText("With what: Roadside bomb")).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", {name: "Clear filters"}));
    expect(session.selection.isFiltered).toBe(false);
  });

  it("says so when the dates hold no event at all", async () => {
    await show({time: "2023-12-07..2023-12-07"});
    expect(screen.getByText("No events in these dates.")).toBeTruthy();
  });
});
