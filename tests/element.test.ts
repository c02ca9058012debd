import {flushSync} from "svelte";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {attach, DateLine} from "../src/element.ts";
import type {Session} from "../src/state/session.svelte.ts";
import {shippedSession} from "./shippedSession.ts";

describe("<date-line>", () => {
  let session: Session;
  let element: DateLine;
  let told: {type: string; detail: unknown; path: number}[];
  const types = () => told.map(({type}) => type);

  beforeEach(async () => {
    session = await shippedSession();
    vi.useFakeTimers();
    element = document.createElement("date-line") as DateLine;
    document.body.append(element);
    told = [];
    for (const type of ["ready", "view", "select", "report", "error"])
      document.body.addEventListener(`dateline-${type}`, note);
    attach(element, session);
    flushSync();
  });
  afterEach(() => {
    for (const type of ["ready", "view", "select", "report", "error"])
      document.body.removeEventListener(`dateline-${type}`, note);
    element.detach();
    element.remove();
    vi.useRealTimers();
  });
  function note(event: Event) {
    const {type, detail} = event as CustomEvent<unknown>;
    told.push({type, detail: structuredClone(detail), path: Number(event.composed)});
  }

  it("tells once that it is ready, in which view, and what became of the rows", async () => {
    await element.ready;
    expect(types().sort()).toEqual(["dateline-ready", "dateline-report"]);
    expect(told.find(({type}) => type === "dateline-ready")!.detail).toEqual({});
    expect(told.find(({type}) => type === "dateline-report")!.detail).toMatchObject({rows: 232, rejected: 0});
    expect(told.every(({path}) => path === 1)).toBe(true);
    attach(element, session);
    expect(types().filter((type) => type === "dateline-ready")).toHaveLength(1);
  });

  it("puts the playhead at the end of a date, and tells of the view when it has come to rest", async () => {
    await element.seek("2023-11-20");
    flushSync();
    vi.advanceTimersByTime(100);
    await element.seek("2023-11-21");
    flushSync();
    vi.advanceTimersByTime(240);
    expect(types()).not.toContain("dateline-view");
    vi.advanceTimersByTime(20);
    expect(told.filter(({type}) => type === "dateline-view").map(({detail}) => detail)).toEqual([
      {time: "2023-10-17..2023-11-21"},
    ]);
    await element.seek("no date");
    expect(element.view.time).toBe("2023-10-17..2023-11-21");
  });

  it("tells which event is chosen, and that none is any more", async () => {
    const id = session.loaded!.dataset.id(7);
    await element.select(id);
    flushSync();
    await element.select("");
    flushSync();
    await element.select("there is no such");
    flushSync();
    expect(told.filter(({type}) => type === "dateline-select").map(({detail}) => detail)).toEqual([{id}, {id: ""}]);
  });

  it("tells what could not be had, and keeps what was there", async () => {
    vi.useRealTimers();
    await session.open("https://10.0.0.1/table.csv", "http://localhost/");
    flushSync();
    expect(told.find(({type}) => type === "dateline-error")!.detail).toEqual({
      code: "bad-url",
      detail: "https://10.0.0.1/table.csv",
      params: {},
    });
    expect(element.report!.rows).toBe(232);
  });

  it("counts what the window and the filters let through", async () => {
    const all = element.counts;
    element.view = {time: "2023-10-17..2023-11-20", show: {status: ["us_official"]}};
    await vi.waitFor(() => expect(element.view.show).toEqual({status: ["us_official"]}));
    flushSync();
    const {columns} = session.loaded!.dataset;
    const status = columns.categories["status"]!;
    const rows = session.selection.rows;
    let expected = 0;
    for (let row = rows[0]; row < rows[1]; row++)
      if (status.values[status.codes[row]!] === "us_official" && columns.series[row]! < 3) expected++;
    expect(element.counts.events).toBe(expected);
    expect(element.counts.events).toBeLessThan(all.events);
  });

  it("does what was asked of it before it was defined", async () => {
    // An element of a name that is not defined yet is a plain one with whatever scripts have put on it.
    class Later extends DateLine {}
    const plain = document.createElement("later-line");
    (plain as DateLine).view = {time: "2023-10-17..2023-11-20"};
    document.body.append(plain);
    customElements.define("later-line", Later);
    attach(plain, session);
    await vi.waitFor(() => expect(session.view.time).toBe("2023-10-17..2023-11-20"));
    expect((plain as DateLine).view).toEqual(session.view);
    (plain as DateLine).detach();
    plain.remove();
  });

  it("is silent once it is detached", async () => {
    element.detach();
    told = [];
    await element.seek("2023-12-01");
    flushSync();
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([]);
  });
});
