import {afterEach, describe, expect, it, vi} from "vitest";
import {formatPeriod} from "../src/data/period.ts";
import {appKeys} from "../src/keys.ts";
import type {Session} from "../src/state/session.svelte.ts";
import {shippedSession} from "./shippedSession.ts";

let listen: (event: KeyboardEvent) => void = () => {};
afterEach(() => {
  document.body.replaceChildren();
  window.removeEventListener("keydown", listen);
});

async function keyboard() {
  const session = await shippedSession();
  const help = vi.fn();
  const search = vi.fn();
  listen = (event) => appKeys(event, event.composedPath()[0], {session, help, search});
  window.addEventListener("keydown", listen);
  const press = (key: string, more: KeyboardEventInit = {}, on: Element = document.body) => {
    const event = new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true, composed: true, ...more});
    on.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return {session, help, search, press};
}

const time = (session: Session) => formatPeriod(session.selection.window);
const idOf = (session: Session) => session.loaded!.dataset.id(session.selection.row);

describe("keys anywhere in the app", () => {
  it("step by day and by event, play, search and explain", async () => {
    const {session, help, search, press} = await keyboard();
    press("]");
    expect(time(session)).toBe("2023-10-17..2023-12-09");
    press("[");
    press("[");
    expect(time(session)).toBe("2023-10-17..2023-12-07");
    press("p");
    expect(idOf(session)).toBe("2023-12-08-rumaylan-three-attacks");
    press("n");
    expect(idOf(session)).toBe("2023-12-08-embassy-baghdad-rockets");
    press(" ");
    expect(session.player.playing).toBe(true);
    press("k");
    expect(session.player.playing).toBe(false);
    press("/");
    press("?");
    expect([search.mock.calls.length, help.mock.calls.length]).toEqual([1, 1]);
  });

  it("take views back and bring them again", async () => {
    const {session, press} = await keyboard();
    session.history.record(session.view);
    press("]");
    session.history.record(session.view);
    expect(press("z", {ctrlKey: true})).toBe(true);
    expect(time(session)).toBe("2023-10-17..2023-12-08");
    press("Z", {ctrlKey: true, shiftKey: true});
    expect(time(session)).toBe("2023-10-17..2023-12-09");
  });

  it("leave alone what is typed, what a button takes, and the browser's own", async () => {
    const {session, press} = await keyboard();
    const input = document.body.appendChild(document.createElement("input"));
    const button = document.body.appendChild(document.createElement("button"));
    expect(press("]", {}, input)).toBe(false);
    expect(press(" ", {}, button)).toBe(false);
    expect(press("p", {ctrlKey: true})).toBe(false);
    expect([time(session), session.player.playing]).toEqual(["2023-10-17..2023-12-08", false]);
  });

  it("begin to present and bring out the chapters on the whole page alone", async () => {
    const {session, press} = await keyboard();
    press("c");
    expect(session.editing).toBe(true);
    press("P");
    expect(session.view).toEqual({view: "present", step: 1});
    expect([press("c"), press("P")]).toEqual([false, false]);
    session.settings.mode = "embed";
    expect([press("c"), press("P"), session.editing]).toEqual([false, false, true]);
  });
});
