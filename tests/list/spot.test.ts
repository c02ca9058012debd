import {cleanup, fireEvent, render, screen} from "@testing-library/svelte";
import {flushSync, tick} from "svelte";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import type {ViewState} from "../../src/data/viewState.ts";
import Card from "../../src/list/Card.svelte";
import EventList from "../../src/list/EventList.svelte";
import Host from "./Host.svelte";
import {day, openSession, stubDialogs} from "./session.ts";

afterEach(cleanup);
beforeEach(stubDialogs);

const heading = (count: number) => `${count} things`;

async function show(view: ViewState = {}, component: typeof EventList | typeof Card = EventList, given = {}) {
  const session = await openSession({time: "2023-10-17..2024-02-07", event: "", ...view});
  const {container} = render(Host, {session, component, given});
  flushSync();
  const {dataset} = session.loaded!;
  const at = (sites: string[]) =>
    Uint32Array.from(sites.flatMap((site) => [...dataset.rowsAt(session.findPlace(site))]).sort((a, b) => a - b));
  const choose = async (rows: Uint32Array) => {
    session.selection.chooseRows({rows, heading});
    flushSync();
    await tick();
    flushSync();
  };
  const count = (rows: Uint32Array) =>
    [...rows].filter((row) => {
      const {start, background} = dataset.columns;
      return background[row] === 0 && start[row]! >= day("2023-10-17") && start[row]! < day("2024-02-08");
    }).length;
  return {session, container, at, choose, count};
}

describe("the list of the rows at one spot", () => {
  it("holds these alone, says how many of them are in the window, and takes the focus", async () => {
    const {session, container, at, choose, count} = await show({place: "conoco"});
    const rows = at(["conoco", "tanf"]);
    const outer = document.body.appendChild(document.createElement("button"));
    outer.focus();
    await choose(rows);
    expect(session.selection.place).toBe(-1);
    expect(session.selection.panel).toBe("list");
    expect(container.querySelector(".place b")!.textContent).toBe(heading(count(rows)));
    const list = screen.getByRole("listbox", {name: heading(count(rows))});
    expect(document.activeElement).toBe(list);
    const shown = [...container.querySelectorAll<HTMLElement>("[role=option]")];
    expect(shown.length).toBeGreaterThan(3);
    for (const option of shown) expect(rows).toContain(Number(option.dataset["row"]));
    expect(shown[0]!.getAttribute("aria-setsize")).toBe(String(count(rows)));

    await fireEvent.keyDown(list, {key: "Escape"});
    flushSync();
    expect(session.selection.spot).toBeNull();
    expect(document.activeElement).toBe(outer);
    outer.remove();
  });

  it("follows the window, and gives way to all events by its button, by a place and by another view", async () => {
    const {session, container, at, choose} = await show();
    await choose(at(["conoco", "tanf"]));
    session.selection.setWindow(day("2023-10-17"), day("2023-10-21"));
    flushSync();
    await tick();
    const inside = [...at(["conoco", "tanf"])].filter(
      (row) => session.loaded!.dataset.columns.start[row]! < day("2023-10-21"),
    );
    await expect.poll(() => container.querySelector(".place b")!.textContent).toBe(heading(inside.length));
    await fireEvent.click(screen.getByRole("button", {name: "All places"}));
    expect(session.selection.spot).toBeNull();
    await choose(at(["conoco"]));
    session.selection.choosePlace(session.findPlace("al-asad"));
    expect(session.selection.spot).toBeNull();
    await choose(at(["conoco"]));
    session.view = {};
    expect(session.selection.spot).toBeNull();
  });

  it("is no list any more when the filters leave nothing of it", async () => {
    const {session, at, choose} = await show();
    await choose(at(["tower22"]));
    expect(session.selection.spot).not.toBeNull();
    session.selection.keep("country", ["SY"]);
    flushSync();
    expect(session.selection.spot).toBeNull();
    expect(screen.queryByText(/things$/)).toBeNull();
    expect(screen.getByRole("listbox").getAttribute("aria-label")).toMatch(/^All \d+ events$/);
  });

  it("may be exchanged only for what is still listed", async () => {
    const {session, at} = await show();
    const [one, two] = [at(["conoco"]), at(["tanf"])].map((rows) => ({rows, heading}));
    session.selection.chooseRows(one!);
    expect(session.selection.exchangeRows(two!, two!)).toBe(false);
    expect(session.selection.exchangeRows(one!, two!)).toBe(true);
    expect(session.selection.spot).toBe(two);
  });

  it("opens as a sheet on a narrow page, whose short card then speaks of it", async () => {
    const {container, at, choose, count} = await show({}, Card, {size: "phone"});
    await vi.waitFor(() => expect(container.querySelector(".short")).not.toBeNull());
    expect(container.querySelector("dialog")).toBeNull();
    const rows = at(["conoco", "tanf"]);
    await choose(rows);
    expect(container.querySelector("dialog [role=listbox]")).not.toBeNull();
    expect(container.querySelector(".short .heading")!.textContent).toContain(heading(count(rows)));
  });
});
