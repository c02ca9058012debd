import {afterEach, describe, expect, it, vi} from "vitest";
import {Control} from "../../src/present/control.ts";
import {Briefing} from "../../src/state/briefing.svelte.ts";
import {Session} from "../../src/state/session.svelte.ts";
import {BASE, fakeFetch, FakeClock} from "../state/fixture.ts";

const STORY = {
  data: "rows.csv",
  mapping: {id: "id", start: "date"},
  chapters: Array.from({length: 12}, (_, at) => ({title: `Number ${at + 1}`, text: "", view: {}})),
};
let stop = () => {};
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A window that plays, and does nothing else by itself. */
async function speaking() {
  fakeFetch({"own.json": JSON.stringify(STORY), "rows.csv": "id,date\na,2024-01-01\nb,2024-03-02\n"});
  const session = new Session(new FakeClock().request);
  await session.open("own.json", BASE, {view: "presenter"});
  session.settings.reducedMotion = true;
  const briefing = new Briefing(session);
  const play = vi.fn();
  stop = new Control(session, briefing, {play}).listen(window);
  /** Presses a key, and says whether it was left to others. */
  const press = (key: string, more: KeyboardEventInit = {}) =>
    document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true, ...more}));
  return {session, briefing, play, press};
}

describe("the control of a window", () => {
  it("takes the keys for what is done there and leaves the others alone", async () => {
    const {session, briefing, play, press} = await speaking();
    expect(["PageDown", " ", "b", "Escape", "Backspace", "Enter"].map((key) => press(key))).not.toContain(true);
    expect([session.step, briefing.blank, play.mock.calls.length]).toEqual([2, "none", 1]);
    expect(["F5", "f", "s", "l", "?", "x"].map((key) => press(key))).not.toContain(false);
    session.dialog = "share";
    expect(press("PageDown")).toBe(true);
    expect(session.step).toBe(2);
  });

  it("forgets a number that is being typed when a step is taken", async () => {
    vi.useFakeTimers();
    const {session, press} = await speaking();
    press("1");
    press("ArrowRight");
    vi.runAllTimers();
    expect(session.step).toBe(2);
    press("1");
    press("1");
    expect(session.step).toBe(11);
  });

  it("repeats only steps while a key is held", async () => {
    const {session, briefing, play, press} = await speaking();
    for (const key of ["ArrowRight", "ArrowRight", " ", "w"]) expect(press(key, {repeat: true})).toBe(false);
    expect([session.step, briefing.blank, play.mock.calls.length]).toEqual([3, "none", 0]);
  });
});
