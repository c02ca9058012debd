import {describe, expect, it} from "vitest";
import {Briefing} from "../../src/state/briefing.svelte.ts";
import {Scrolling} from "../../src/scroll/scrolling.ts";
import {shippedSession} from "../shippedSession.ts";

const GAP = 600;
const HEIGHT = 300;

/** Cards of 300 px, 600 px apart, in a box of 800 px that is read in its middle. */
async function scrolled() {
  const session = await shippedSession({view: "scroll"});
  const scroller = document.createElement("div");
  Object.defineProperty(scroller, "clientHeight", {value: 800});
  const root = document.createElement("article");
  let at = 0;
  scroller.getBoundingClientRect = () => new DOMRect(0, 50, 500, 800);
  root.getBoundingClientRect = () => new DOMRect(0, 50 - at, 500, 99_999);
  const cards = session.chapters.map((_, index) => {
    const card = document.createElement("li");
    card.getBoundingClientRect = () => new DOMRect(0, 50 - at + 1000 + index * (HEIGHT + GAP), 300, HEIGHT);
    return card;
  });
  const briefing = new Briefing(session);
  const scrolling = new Scrolling(session, briefing, {root, cards, scroller, eye: () => 0.5});
  /** Brings the middle of the box to `y` px below the head of the first card. */
  const to = (y: number) => {
    at = 1000 + y - 400;
    scroller.dispatchEvent(new Event("scroll"));
    session.frames.flush();
  };
  return {session, scrolling, to};
}
const days = (window: readonly [number, number]) => window.map((time) => new Date(time).toISOString().slice(0, 10));

describe("scrolling", () => {
  it("shows each chapter exactly while its card is read, down and up again", async () => {
    const {session, to} = await scrolled();
    const steps = session.chapters.map((_, index) => index + 1);
    for (const step of [...steps, ...steps.reverse()]) {
      to((step - 1) * (HEIGHT + GAP) + 150);
      expect(session.view).toEqual({view: "scroll", step});
    }
  });

  it("carries the window in proportion between two cards, the same both ways", async () => {
    const {session, to} = await scrolled();
    to(150);
    const before = session.selection.window;
    to(HEIGHT + GAP + 10);
    const after = session.selection.window;
    const seen: number[] = [];
    for (const share of [0.25, 0.5, 0.75, 0.5, 0.25]) {
      to(HEIGHT + GAP * share);
      expect(session.selection.window[1]).toBeCloseTo(before[1] + (after[1] - before[1]) * share, -1);
      seen.push(session.step);
    }
    expect(seen).toEqual([1, 2, 2, 2, 1]);
  });

  it("starts with the first day of the first chapter", async () => {
    const {session, to} = await scrolled();
    to(-5000);
    expect(days(session.selection.window)).toEqual(["2023-10-17", "2023-10-18"]);
    expect(session.step).toBe(1);
  });

  it("leaves what the reader does by hand alone until they scroll on to another place", async () => {
    const {session, to} = await scrolled();
    to(100);
    session.selection.seek(session.selection.playhead + 40 * 86_400_000);
    const byHand = session.selection.window;
    to(200);
    expect(session.selection.window).toEqual(byHand);
    to(HEIGHT + 30);
    to(200);
    expect(session.view).toEqual({view: "scroll", step: 1});
  });

  it("cuts where the reader wants no motion", async () => {
    const {session, to} = await scrolled();
    session.settings.reducedMotion = true;
    to(HEIGHT + GAP * 0.49);
    expect(session.view).toEqual({view: "scroll", step: 1});
    to(HEIGHT + GAP * 0.51);
    expect(session.view).toEqual({view: "scroll", step: 2});
  });

  it("ends", async () => {
    const {session, scrolling, to} = await scrolled();
    to(150);
    scrolling.stop();
    to(HEIGHT + GAP + 150);
    expect(session.step).toBe(1);
  });
});
