import axe from "axe-core";
import {cleanup, render, screen, within} from "@testing-library/svelte";
import {flushSync, tick} from "svelte";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import type {ViewState} from "../../src/data/viewState.ts";
import type {Size} from "../../src/ui/layout.ts";
import Host from "./Host.svelte";
import {openSession} from "./shipped.ts";

const DAY = 86_400_000;
const day = (text: string) => Date.parse(`${text}T00:00Z`);

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => new EventTarget());
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(1076);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(296);
});
afterEach(cleanup);

async function show(view: ViewState = {}, size: Size = "wide", csv?: string) {
  const session = await openSession(view, csv);
  const {container} = render(Host, {session, size});
  // The rail comes when the columns are painted.
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  await vi.dynamicImportSettled();
  flushSync();
  const press = (node: Element, key: string, more: KeyboardEventInit = {}) => {
    node.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true, ...more}));
    flushSync();
  };
  const slider = (name: RegExp) => screen.getByRole("slider", {name});
  return {session, container, press, slider};
}

describe("the window by keyboard", () => {
  it("moves its end by a day, a week and to the end of the record", async () => {
    const {session, press, slider} = await show();
    const end = slider(/^End of the window/);
    expect(end.getAttribute("aria-valuetext")).toMatch(/^Friday,? 8 December 2023$/);
    press(end, "ArrowRight");
    expect(end.getAttribute("aria-valuetext")).toMatch(/^Saturday,? 9 December 2023$/);
    press(end, "PageDown");
    expect(session.selection.playhead).toBe(day("2023-12-03"));
    press(end, "End");
    expect(session.selection.playhead).toBe(session.loaded!.dataset.extent[1]);
    expect(Number(end.getAttribute("aria-valuenow"))).toBe(Number(end.getAttribute("aria-valuemax")));
  });

  it("moves its start and stops a day before its end", async () => {
    const {session, press, slider} = await show();
    const start = slider(/^Start of the window/);
    press(start, "ArrowRight");
    expect(session.selection.window).toEqual([day("2023-10-18"), day("2023-12-09")]);
    press(start, "End");
    expect(session.selection.window).toEqual([day("2023-12-08"), day("2023-12-09")]);
    press(start, "Home");
    expect(session.selection.window[0]).toBe(day("2023-10-17"));
  });

  it("moves both ends together and keeps their distance", async () => {
    const {session, press, slider} = await show({time: "2023-11-01..2023-11-10"});
    press(slider(/^The window/), "PageUp");
    expect(session.selection.window).toEqual([day("2023-11-08"), day("2023-11-18")]);
    press(slider(/^The window/), "End");
    const [, last] = session.loaded!.dataset.extent;
    expect(session.selection.window).toEqual([last - 10 * DAY, last]);
  });

  it("takes a typed date, says when there is no such day, and gives up on Escape", async () => {
    const {session, press, slider} = await show();
    const end = slider(/^End of the window/);
    press(end, "1");
    const field = await screen.findByRole<HTMLInputElement>("textbox");
    expect(field.value).toBe("1");
    const type = (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event("input", {bubbles: true}));
      flushSync();
    };
    type("30/2/2024");
    press(field, "Enter");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText("No such date")).toBeTruthy();
    type("24/11/2023");
    press(field, "Enter");
    expect(session.selection.window).toEqual([day("2023-10-17"), day("2023-11-25")]);
    press(end, "Enter");
    press(await screen.findByRole("textbox"), "Escape");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(session.selection.playhead).toBe(day("2023-11-25"));
  });
});

describe("the playhead", () => {
  it("steps by day, plays on Space, goes to events with Shift and zooms with plus and 0", async () => {
    const {session, press, slider} = await show();
    const head = slider(/^Playhead/);
    press(head, "ArrowLeft");
    expect(session.selection.playhead).toBe(day("2023-12-08"));
    press(head, " ");
    expect(session.player.playing).toBe(true);
    press(head, " ");
    const before = session.selection.row;
    press(head, "ArrowRight", {shiftKey: true});
    expect(session.selection.row).toBeGreaterThan(before);
    press(head, "+");
    expect(session.axis.zoomed).not.toBeNull();
    press(head, "0");
    expect(session.axis.zoomed).toBeNull();
  });

  it("is the only slider where there is no rail", async () => {
    await show({}, "mini");
    expect(screen.getAllByRole("slider")).toHaveLength(1);
  });
});

describe("what is drawn", () => {
  it("is a block for each report and strike, lit inside the window only", async () => {
    const {session, container} = await show();
    const {dataset} = session.loaded!;
    const {series, background, start} = dataset.columns;
    const drawn = [...Array(dataset.length).keys()].filter((row) => series[row]! < 2 && background[row] === 0);
    const blocks = container.querySelectorAll("rect.official, rect.media, rect.claim, rect.disputed");
    expect(blocks).toHaveLength(drawn.length);
    const [from, to] = session.selection.window;
    const lit = [...blocks].filter((block) => !block.parentElement!.classList.contains("fut"));
    expect(lit).toHaveLength(drawn.filter((row) => start[row]! >= from && start[row]! < to).length);
  });

  it("changes only the columns that a step passes", async () => {
    const {session, container} = await show();
    const before = [...container.querySelectorAll("rect.official")];
    const changed: Element[] = [];
    const observer = new MutationObserver((records) => changed.push(...records.map(({target}) => target as Element)));
    observer.observe(container, {subtree: true, attributeFilter: ["class"]});
    const [, until] = session.selection.window;
    session.selection.seek(day("2023-12-14"));
    flushSync();
    await Promise.resolve();
    observer.disconnect();
    expect([...container.querySelectorAll("rect.official")]).toEqual(before);
    const columns = changed.filter((node) => node.tagName === "g");
    const {start, series, background} = session.loaded!.dataset.columns;
    const days = [...start].filter(
      (time, row) => time >= until && time < day("2023-12-14") && series[row]! < 2 && background[row] === 0,
    );
    expect(new Set(columns).size).toBe(new Set(days.map((time) => Math.floor(time / DAY))).size);
    expect(columns.length).toBeGreaterThan(0);
  });

  it("reaches every stated figure by keyboard from one tab stop", async () => {
    const {session, container, press} = await show();
    const group = await screen.findByRole("group", {name: /^US count/});
    const buttons = [...group.querySelectorAll("button")];
    expect(buttons).toHaveLength(session.loaded!.totals.figures.length);
    expect(buttons.filter((button) => button.tabIndex === 0)).toHaveLength(1);
    expect(container.querySelectorAll("circle.figure")).toHaveLength(buttons.length);
    buttons[0]!.focus();
    const named: string[] = [];
    for (let i = 0; i < buttons.length; i++) {
      named.push(document.activeElement!.getAttribute("aria-label")!);
      press(document.activeElement!, "ArrowRight");
      await tick();
    }
    expect(new Set(named).size).toBe(buttons.length);
    expect(named[0]).toContain("24 October 2023: 13");
    expect(named[0]).toContain("10 in Iraq + 3 in Syria");
  });

  it("leaves out the step line when nobody stated a total, and takes bars for many rows", async () => {
    const rows = Array.from({length: 400}, (_, i) => `2020-01-${String((i % 9) + 1).padStart(2, "0")},Event ${i}`);
    const {container} = await show({}, "wide", ["date,title", ...rows].join("\n"));
    expect(container.querySelectorAll("circle.figure, circle.head")).toHaveLength(0);
    expect(container.querySelectorAll("rect.official")).toHaveLength(0);
    await vi.waitFor(() => expect(container.querySelectorAll(".bars[aria-hidden] canvas")).toHaveLength(2));
  });

  it("says so when nothing passes the filters", async () => {
    const {session} = await show();
    await session.selection.prepareSearch();
    session.selection.search("no such words anywhere");
    flushSync();
    expect(screen.getByText("Nothing passes the filters.")).toBeTruthy();
  });
});

describe("annotations", () => {
  it("go to their day and choose its event", async () => {
    const {session} = await show();
    const label = await screen.findByRole("button", {name: /^28 Jan: /});
    label.click();
    flushSync();
    expect(session.selection.playhead).toBe(day("2024-01-29"));
    expect(session.loaded!.dataset.id(session.selection.row)).toBe("2024-01-28-tower22-drone");
    expect(label.getAttribute("aria-current")).toBe("date");
  });

  it("are nine at most, four on a tablet, two on a phone and none below", async () => {
    for (const [size, most] of [
      ["wide", 9],
      ["medium", 4],
      ["phone", 2],
      ["mini", 0],
    ] as const) {
      const {container} = await show({}, size);
      const count = () => container.querySelectorAll("li button[aria-label*=':']").length;
      if (most > 0) await vi.waitFor(() => expect(count()).toBeGreaterThan(0));
      expect(count()).toBeLessThanOrEqual(most);
      cleanup();
    }
  });
});

describe("lanes", () => {
  it("name their places with the count in the window, and choose them", async () => {
    const {session} = await show({timeline: "lanes"});
    const place = await screen.findByRole("button", {name: /^Al-Asad: \d+ reports of attacks in the window/});
    place.click();
    flushSync();
    expect(session.selection.place).not.toBe(-1);
    expect(place.getAttribute("aria-pressed")).toBe("true");
    place.click();
    flushSync();
    expect(session.selection.place).toBe(-1);
  });
});

describe("controls", () => {
  it("play, choose the mode by arrow keys, and step", async () => {
    const {session, press} = await show();
    screen.getByRole("button", {name: "Play"}).click();
    flushSync();
    expect(screen.getByRole("button", {name: "Pause"})).toBeTruthy();
    screen.getByRole("button", {name: "Pause"}).click();
    flushSync();
    const group = screen.getByRole("radiogroup");
    press(within(group).getByRole("radio", {checked: true}), "ArrowRight");
    expect(session.selection.mode).toBe("slide");
    const [start, end] = session.selection.window;
    screen.getByRole("button", {name: "Next day"}).click();
    flushSync();
    expect(session.selection.window).toEqual([start + DAY, end + DAY]);
  });
});

it("has no accessibility faults that axe can find", async () => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  const {container} = await show();
  const {violations} = await axe.run(container, {
    rules: {"color-contrast": {enabled: false}, region: {enabled: false}},
  });
  expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
});
