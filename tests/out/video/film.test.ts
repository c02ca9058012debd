import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {DAY} from "../../../src/data/calendar.ts";
import {FONTS, type Drawing} from "../../../src/out/drawing/drawing.ts";
import type {Poster} from "../../../src/out/poster/poster.ts";
import {filmOf} from "../../../src/out/video/film.ts";
import {routeOf} from "../../../src/out/video/route.ts";
import {shippedSession} from "../../shippedSession.ts";

/** What was painted on each canvas, as a list of texts. */
let pictures: Map<HTMLCanvasElement, string[]>;

beforeEach(() => {
  pictures = new Map();
  vi.stubGlobal(
    "Path2D",
    class {
      rect() {}
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(function (this: HTMLCanvasElement) {
    const said: string[] = [];
    pictures.set(this, said);
    return {
      canvas: this,
      save() {},
      restore() {},
      setTransform() {},
      // Of these drawings only the card fills anything, and it fills all.
      fill: () => void said.splice(0),
      measureText: () => ({width: 10}),
      fillText: (text: string) => void said.push(text),
      drawImage: (from: HTMLCanvasElement) => void (said.splice(0), said.push(...pictures.get(from)!)),
    } as never;
  });
});
afterEach(() => vi.restoreAllMocks());

const words = (...texts: string[]): Drawing => ({
  width: 40,
  height: 20,
  fonts: FONTS,
  items: texts.map((text) => ({
    kind: "text",
    x: 0,
    y: 0,
    runs: [{text}],
    family: "sans",
    size: 10,
    weight: 400,
    fill: "#000000",
    anchor: "left",
    dir: "ltr",
  })),
});

async function film(view = {}, stepwise = false) {
  const session = await shippedSession(view);
  const {selection} = session;
  const route = routeOf(
    {mode: selection.mode, window: selection.window, extent: selection.dataset!.extent, step: selection.step},
    "shown",
  );
  const moment = vi.fn(() => words(`${selection.window}`, `${selection.counts!.aggregates.events} events`));
  const poster = {width: 40, height: 20, session, ground: words("ground"), moment, title: ""} as unknown as Poster;
  const card = words("card");
  const sheet = {kind: "rect", x: 0, y: 0, width: 40, height: 20, fill: "#ffffff"} as const;
  const lengths = {fps: 30, title: 1, play: 4, hold: 1};
  const made = filmOf({poster, route, lengths, stepwise, card: {...card, items: [sheet, ...card.items]}});
  const shown = (frame: number) => {
    made.paint(frame);
    return pictures.get(made.canvas)!.join(" ");
  };
  return {made, shown, session, moment, route};
}

describe("a film", () => {
  it("shows the card, then the picture with what it has at that time", async () => {
    const {made, shown, session, route} = await film();
    expect(made.count).toBe(180);
    expect(shown(0)).toBe("card");
    expect(shown(30)).toMatch(new RegExp(`^ground ${route.start},${route.first} \\d+ events$`));
    const all = session.selection.dataset!.rows(route.start, route.last);
    expect(shown(149)).toBe(shown(179));
    expect(session.selection.playhead).toBe(route.last);
    expect(session.selection.rows).toEqual(all);
  });

  it("has counts at every frame that a count by hand gives", async () => {
    const {made, shown, session} = await film();
    const {start, series, background} = session.selection.dataset!.columns;
    for (let frame = 30; frame < 180; frame += 7) {
      const [t0, t1] = [session.selection.window[0], made.playhead(frame)!];
      let events = 0;
      for (let row = 0; row < start.length; row++)
        if (start[row]! >= t0 && start[row]! < t1 && !background[row] && series[row] !== undefined) events++;
      expect(shown(frame)).toContain(` ${events} events`);
    }
  });

  it("is the same in whatever order it is painted, and whoever moves the session in between", async () => {
    const {shown, session} = await film();
    const frames = Array.from({length: 180}, (_, frame) => frame);
    const forward = frames.map(shown);
    const backward = frames.toReversed().map((frame) => {
      session.selection.setWindow(0, DAY);
      return shown(frame);
    });
    expect(backward.toReversed()).toEqual(forward);
    expect(new Set(forward).size).toBeGreaterThan(100);
  });

  it("paints nothing anew while the picture stands", async () => {
    const {shown, moment} = await film();
    for (let frame = 149; frame < 180; frame++) shown(frame);
    expect(moment).toHaveBeenCalledTimes(1);
  });

  it("moves by whole days when asked to, and slides when the view does", async () => {
    const {made} = await film({time: "2023-12-01..2023-12-07", mode: "slide"}, true);
    for (let frame = 30; frame < 180; frame++) expect(made.playhead(frame)! % DAY).toBe(0);
    expect(made.playhead(0)).toBeNull();
    expect(made.playhead(30)).toBe(Date.parse("2023-10-24T00:00Z"));
    expect(made.playhead(179)).toBe(Date.parse("2023-12-08T00:00Z"));
  });

  it("gives back its memory", async () => {
    const {made} = await film();
    made.close();
    for (const canvas of pictures.keys()) expect([canvas.width, canvas.height]).toEqual([0, 0]);
  });
});
