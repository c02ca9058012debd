import axe from "axe-core";
import {cleanup, render, screen, within as inside} from "@testing-library/svelte";
import {flushSync} from "svelte";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import type {ViewState} from "../../src/data/viewState.ts";
import {LARGEST} from "../../src/map/glyphs.ts";
import type {Box, Size} from "../../src/ui/layout.ts";
import {isReport, isStrike, within} from "../data/shipped/tables.ts";
import {bareSession} from "../bareSession.ts";
import {shippedSession} from "../shippedSession.ts";
import Host from "./Host.svelte";

const [WIDTH, HEIGHT] = [720, 520];

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(WIDTH);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(HEIGHT);
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});
afterEach(cleanup);

async function show(view: ViewState = {}, size: Size = "wide", obstacles: Box[] = []) {
  const session = await shippedSession(view);
  session.settings.reducedMotion = true;
  const {container} = render(Host, {session, size, obstacles});
  flushSync();
  const press = (node: Element, key: string) => {
    node.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
    flushSync();
  };
  const group = () => screen.getByRole("group", {name: /places? on the map/});
  const places = () => [...group().querySelectorAll<SVGGElement>("[role=button]")];
  const place = (name: RegExp) => places().find((node) => name.test(node.getAttribute("aria-label")!))!;
  const stage = screen.getByRole("group", {name: /^Map\./});
  return {session, container, press, places, place, stage};
}

describe("places by keyboard", () => {
  it("say what happened there, the largest first, and are one stop for Tab", async () => {
    const {places, place} = await show();
    const [first] = places();
    const reports = within("2023-10-17", "2023-12-08").filter((row) => row.site === "al-asad" && isReport(row));
    const confirmed = reports.filter((row) => row.status === "us_official").length;
    expect(first.getAttribute("aria-label")).toMatch(
      new RegExp(`^Al-Asad: ${reports.length} reports of attacks, ${confirmed} confirmed`),
    );
    expect(place(/^Malikiyah/).getAttribute("aria-label")).toMatch(/known to the district only/);
    expect(places().filter((node) => node.getAttribute("tabindex") === "0")).toEqual([first]);
  });

  it("choose the place when it has several events, the event when it has one", async () => {
    const {session, press, place} = await show({event: ""});
    press(place(/^Al-Asad/), "Enter");
    expect(session.placeKey(session.selection.place)).toBe("al-asad");
    expect(session.selection.panel).toBe("list");
    press(place(/^US Embassy/), " ");
    expect(session.loaded!.dataset.id(session.selection.row)).toBe("2023-12-08-embassy-baghdad-rockets");
    expect(session.selection.place).toBe(-1);
    expect(session.selection.panel).toBe("event");
  });

  it("are walked by arrows in the arrow's direction, and by count from end to end", async () => {
    const {press, places, place} = await show();
    const nameOf = () => document.activeElement!.getAttribute("aria-label")!;
    const asad = place(/^Al-Asad/);
    asad.focus();
    press(asad, "ArrowLeft");
    expect(nameOf()).not.toMatch(/^Al-Asad/);
    const x = (node: Element) => Number(node.querySelector(".hit")!.getAttribute("cx"));
    expect(x(document.activeElement!)).toBeLessThan(x(asad));
    expect(document.activeElement!.getAttribute("tabindex")).toBe("0");
    press(document.activeElement!, "Home");
    const all = places();
    expect(document.activeElement).toBe(all[0]);
    const walked = [document.activeElement];
    for (let i = 1; i < all.length; i++) {
      press(document.activeElement!, "PageDown");
      walked.push(document.activeElement);
    }
    expect(walked).toEqual(all);
  });

  it("light up in the other views while they have the focus", async () => {
    const {session, place} = await show();
    place(/^Conoco/).focus();
    flushSync();
    expect(session.placeKey((session.selection.hover as {place: number}).place)).toBe("conoco");
    place(/^Conoco/).blur();
    flushSync();
    expect(session.selection.hover).toBeNull();
  });
});

describe("the stage by keyboard", () => {
  it("moves and zooms, and 0 gives the camera back to the story", async () => {
    const {session, press, stage} = await show();
    press(stage, "ArrowRight");
    const moved = session.camera.position!;
    expect(moved).not.toBeNull();
    press(stage, "ArrowRight");
    expect(session.camera.position!.lng).toBeGreaterThan(moved.lng);
    press(stage, "+");
    expect(session.camera.position!.zoom).toBeCloseTo(moved.zoom + 1);
    press(stage, "-");
    expect(session.camera.position!.zoom).toBeCloseTo(moved.zoom);
    press(stage, "0");
    expect(session.camera.position).toBeNull();
  });
});

describe("the stage by pointer", () => {
  it("moves the camera once a frame, however often the wheel turned before it", async () => {
    const {session, container} = await show();
    session.camera.set({zoom: 5, lat: 33, lng: 43});
    flushSync();
    const set = vi.spyOn(session.camera, "set");
    const surface = container.querySelector(".surface")!;
    for (let turn = 0; turn < 3; turn++)
      surface.dispatchEvent(
        new WheelEvent("wheel", {deltaY: -90, clientX: WIDTH / 2, clientY: HEIGHT / 2, cancelable: true}),
      );
    expect(set).not.toHaveBeenCalled();
    session.frames.flush();
    expect(set).toHaveBeenCalledOnce();
    expect(session.camera.position!.zoom).toBeCloseTo(5 + (3 * 90) / 450);
  });
});

describe("what cannot be seen", () => {
  it("is said in a line that leads to all of it", async () => {
    const {session, container, places} = await show({time: "2023-10-17..2024-02-07", event: ""});
    const all = within("2023-10-17", "2024-02-07").filter((row) => isReport(row) || isStrike(row));
    const unplaced = all.filter((row) => row.place_precision === "country").length;
    const foot = container.querySelector(".foot p")!;
    expect(foot.textContent).toContain(`No exact place: ${unplaced}`);
    const line = inside(foot as HTMLElement).getByRole("button");
    const beyond = [...line.textContent!.matchAll(/: (\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
    expect(beyond).toBeGreaterThan(0);
    line.click();
    flushSync();
    expect(session.camera.position).not.toBeNull();
    expect(inside(foot as HTMLElement).queryByRole("button")).toBeNull();
    const keys = new Set(all.filter((row) => row.place_precision !== "country").map((row) => row.site));
    expect(places()).toHaveLength(keys.size);
  });

  it("includes what lies under other things", async () => {
    const {places} = await show({}, "wide", [{x: 0, y: 0, width: WIDTH, height: HEIGHT / 2}]);
    const names = places().map((node) => node.getAttribute("aria-label")!);
    expect(names.some((name) => name.startsWith("Rumaylan"))).toBe(false);
    expect(names.some((name) => name.startsWith("Al-Asad"))).toBe(true);
  });
});

describe("the chooser", () => {
  it("lists the places under a tap and takes one of them", async () => {
    const {session, place, press, container} = await show({event: ""});
    const spot = (node: Element) =>
      ["cx", "cy"].map((name) => Number(node.querySelector(".hit")!.getAttribute(name))) as [number, number];
    const [a, b] = [spot(place(/^US Embassy/)), spot(place(/^Baghdad airport/))];
    const tap = () => {
      const event = new MouseEvent("click", {
        bubbles: true,
        detail: 1,
        clientX: (a[0] + b[0]) / 2,
        clientY: (a[1] + b[1]) / 2,
      });
      Object.defineProperty(event, "pointerType", {value: "touch"});
      place(/^US Embassy/)
        .querySelector(".hit")!
        .dispatchEvent(event);
      flushSync();
    };
    tap();
    const dialog = await screen.findByRole("dialog", {name: "Which place?"});
    const names = inside(dialog)
      .getAllByRole("button")
      .map((button) => button.textContent);
    expect(names.length).toBeGreaterThan(1);
    expect(names.some((name) => name!.includes("US Embassy, Baghdad"))).toBe(true);
    press(dialog, "Escape");
    expect(container.querySelector("[role=dialog]")).toBeNull();
    tap();
    inside(await screen.findByRole("dialog"))
      .getByRole("button", {name: /US Embassy/})
      .click();
    flushSync();
    expect(session.loaded!.dataset.id(session.selection.row)).toBe("2023-12-08-embassy-baghdad-rockets");
  });
});

describe("the map without a map", () => {
  it("draws every mark and says that it is static when there is no WebGL", async () => {
    const session = await shippedSession();
    const onmap = vi.fn();
    render(Host, {session, onmap});
    flushSync();
    expect(
      inside(screen.getByRole("group", {name: /places? on the map/})).getAllByRole("button").length,
    ).toBeGreaterThan(10);
    await vi.waitFor(() => expect(onmap).toHaveBeenCalledWith("static"), {timeout: 4000});
  });

  it("has no violation that axe can find", async () => {
    const {container} = await show();
    const {violations} = await axe.run(container, {rules: {"color-contrast": {enabled: false}}});
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`)).toEqual([]);
  }, 20_000);
});

describe("the map of a file that nobody prepared", () => {
  async function shown(csv: string) {
    const session = await bareSession(csv);
    session.settings.reducedMotion = true;
    const {container} = render(Host, {session, size: "wide", obstacles: []});
    flushSync();
    const places = [...container.querySelectorAll("g[role=button]")];
    return {session, container, places};
  }

  it("makes one mark of 5,000 events at one point, of a size that leaves room, and lists all of them", async () => {
    const rows = Array.from({length: 5000}, (_, i) => `2024-01-01,Thing ${i},33.3,44.4`);
    const {session, container, places} = await shown(["date,title,lat,lon", ...rows].join("\n"));
    expect(places.map((place) => place.getAttribute("aria-label"))).toEqual(["33.3, 44.4: 5,000 events"]);
    const radii = [...container.querySelectorAll(".marks circle:not(.casing)")].map((mark) =>
      Number(mark.getAttribute("r")),
    );
    expect(radii).toHaveLength(1);
    expect(radii[0]).toBeCloseTo(LARGEST.wide, 1);
    places[0].dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}));
    flushSync();
    expect(session.selection.panel).toBe("list");
    expect(session.loaded!.dataset.rowsAt(session.selection.place)).toHaveLength(5000);
  });

  it("gives no mark to each of very many places, but to the one that is chosen", async () => {
    const rows = Array.from(
      {length: 3000},
      (_, i) => `2024-01-01,${40 + (i % 60) / 20},${2 + Math.floor(i / 60) / 20}`,
    );
    const {places, session, container} = await shown(["date,lat,lon", ...rows].join("\n"));
    expect(places).toHaveLength(0);
    session.selection.select(7);
    flushSync();
    expect(container.querySelectorAll("[data-place]")).toHaveLength(1);
    await vi.waitFor(() => expect(screen.getByText(/^Counted in squares/)).toBeTruthy());
  });

  it("tells in words what is drawn of very many places, and lists it for a key", async () => {
    const rows = Array.from(
      {length: 900},
      (_, i) => `2024-01-0${1 + (i % 2)},${40 + (i % 30) / 20},${2 + Math.floor(i / 30) / 20}`,
    );
    const {session, container} = await shown(["date,lat,lon", ...rows].join("\n"));
    const stage = screen.getByRole("group", {name: /^Map\./});
    await vi.waitFor(() =>
      expect(screen.getByRole("status").textContent).toMatch(/^900 events in view, counted in squares/),
    );
    expect(stage.getAttribute("aria-describedby")).toBe(screen.getByRole("status").id);
    const press = (key: string) => {
      stage.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
      flushSync();
    };
    press("Enter");
    const {spot} = session.selection;
    expect(spot!.rows).toHaveLength(900);
    expect(spot!.heading(1)).toBe("1 event in view");
    press("Escape");
    expect(session.selection.spot).toBeNull();
    screen.getByRole("button", {name: "List what is in view"}).click();
    expect(session.selection.spot).not.toBeNull();
    const {violations} = await axe.run(container, {rules: {"color-contrast": {enabled: false}}});
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`)).toEqual([]);
  }, 20_000);

  it("has a number in every mark, at the poles and for names that are none", async () => {
    const {container} = await shown(
      ["date,place,lat,lon", "2024-01-01,,90,0", "2024-01-02,undefined,-90,180", "2024-01-03,A,85.2,-180"].join("\n"),
    );
    expect(container.querySelector("svg.overlay")!.outerHTML).not.toMatch(/NaN|Infinity/);
  });
});
