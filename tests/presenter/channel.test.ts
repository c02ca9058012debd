// @vitest-environment node
import {describe, expect, it} from "vitest";
import {Exchange, isNewer, type Message, type Role, type Shared, type Stamp} from "../../src/presenter/channel.ts";
import {readMessage} from "../../src/presenter/message.ts";

const state = (more: Partial<Shared> = {}): Shared => ({
  view: {step: 1},
  blank: "none",
  pointer: null,
  playing: false,
  frame: null,
  ...more,
});

/** A window that shows what it hears, and a way to lose, delay and double what it says. */
class Window {
  shown: Shared;
  readonly exchange: Exchange;
  readonly said: Message[] = [];
  constructor(role: Role, id: string, first = state(), story = "a story") {
    this.shown = first;
    this.exchange = new Exchange(role, id, () => story, first);
  }
  say(message: Message | null): void {
    if (message !== null) this.said.push(structuredClone(message));
  }
  does(more: Partial<Shared>): void {
    this.shown = {...this.shown, ...more};
    this.say(this.exchange.tell(this.shown));
  }
  hears(data: unknown): void {
    const {state: newer, answer} = this.exchange.hear(data);
    this.say(answer ?? null);
    if (newer === undefined) return;
    this.shown = newer;
    this.exchange.shown(newer);
    // Whoever looks at the screen after it has changed finds nothing new.
    this.say(this.exchange.tell(this.shown));
  }
}

/** Hands over all that is said until nobody says any more; how many messages that took. */
function settle(...windows: Window[]): number {
  let count = 0;
  for (let said = true; said;) {
    said = false;
    for (const from of windows)
      for (const message of from.said.splice(0)) {
        said = true;
        count++;
        if (count > 200) throw new Error("they never stop");
        for (const to of windows) if (to !== from) to.hears(message);
      }
  }
  return count;
}

function pair(stage = state(), presenter = state()): [Window, Window] {
  const windows: [Window, Window] = [new Window("stage", "s"), new Window("presenter", "p")];
  windows[0] = new Window("stage", "s", stage);
  windows[1] = new Window("presenter", "p", presenter);
  for (const each of windows) each.say(each.exchange.hello());
  settle(...windows);
  return windows;
}

describe("two windows", () => {
  it("follow each other both ways, and one act is one message", () => {
    const [stage, presenter] = pair();
    presenter.does({view: {step: 2}});
    expect(settle(stage, presenter)).toBe(1);
    stage.does({blank: "black"});
    expect(settle(stage, presenter)).toBe(1);
    expect(stage.shown).toEqual(state({view: {step: 2}, blank: "black"}));
    expect(presenter.shown).toEqual(stage.shown);
  });

  it("begin with what the stage shows, and after that with what was done last", () => {
    const [, opened] = pair(state({view: {step: 3, time: "2023-10-17..2023-11-01"}}));
    expect(opened.shown.view).toEqual({step: 3, time: "2023-10-17..2023-11-01"});
  });

  it.each(["stage", "presenter"] as const)("take the one in again that is loaded anew: the %s", (role) => {
    const [stage, presenter] = pair();
    presenter.does({view: {step: 5}});
    settle(stage, presenter);
    stage.does({blank: "white"});
    settle(stage, presenter);
    const [gone, stays] = role === "stage" ? [stage, presenter] : [presenter, stage];
    gone.say(gone.exchange.bye());
    settle(stage, presenter);
    expect(stays.exchange.company).toBe(0);
    const anew = new Window(role, "anew");
    anew.say(anew.exchange.hello());
    settle(anew, stays);
    expect(anew.shown).toEqual(state({view: {step: 5}, blank: "white"}));
    expect([anew.exchange.company, stays.exchange.company]).toEqual([1, 1]);
    anew.does({view: {step: 6}});
    settle(anew, stays);
    expect(stays.shown.view).toEqual({step: 6});
  });

  it("agree when one went on while the other was away", () => {
    const [stage, presenter] = pair();
    presenter.say(presenter.exchange.bye());
    settle(stage, presenter);
    stage.does({view: {step: 4}});
    expect(stage.said).toEqual([]);
    const anew = new Window("presenter", "anew");
    anew.say(anew.exchange.hello());
    settle(anew, stage);
    expect(anew.shown.view).toEqual({step: 4});
  });

  it("agree in the end in whatever order, how often or late messages come", () => {
    let seed = 7;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let round = 0; round < 60; round++) {
      const [stage, presenter] = pair();
      const both = [stage, presenter] as const;
      const flying: {to: Window; message: Message}[] = [];
      for (let act = 0; act < 25; act++) {
        both[Math.floor(random() * 2)]!.does({view: {step: 1 + Math.floor(random() * 9)}});
        for (const [from, to] of [both, [presenter, stage] as const])
          for (const message of from.said.splice(0)) {
            flying.push({to, message});
            if (random() < 0.2) flying.push({to, message});
          }
        while (flying.length > 0 && random() < 0.5) {
          const [next] = flying.splice(Math.floor(random() * flying.length), 1);
          next!.to.hears(next!.message);
        }
      }
      for (const {to, message} of flying) to.hears(message);
      settle(stage, presenter);
      expect(presenter.shown).toEqual(stage.shown);
    }
  });

  it("let the speaker's hand win over a clock that runs on the stage meanwhile", () => {
    const [stage, presenter] = pair();
    for (let day = 10; day < 20; day++)
      stage.does({playing: true, view: {step: 1, time: `2023-10-01..2023-10-${day}`}});
    presenter.does({view: {step: 2}, playing: false});
    settle(stage, presenter);
    expect(stage.shown).toEqual(state({view: {step: 2}}));
    expect(presenter.shown).toEqual(stage.shown);
  });
});

describe("what is not for a window", () => {
  const [stage, presenter] = pair();
  presenter.does({view: {step: 2}});
  const good = presenter.said[0]!;
  const before = structuredClone(stage.shown);

  it.each([
    ["another story", {...good, story: "another"}],
    ["another version", {...good, v: 2}],
    ["another source", {...good, source: "dateline"}],
    ["a window of its own kind", {...good, role: "stage"}],
    ["no object", "next"],
    ["null", null],
    ["no stamp", {...good, stamp: undefined}],
    ["a stamp beyond counting", {...good, stamp: {n: 2 ** 52, role: "presenter", id: "p"}}],
    ["a step that is no number", {...good, state: state({view: {step: "x" as unknown as number}})}],
    ["a place that is none", {...good, state: state({view: {map: [99, 0, 0]}})}],
    ["a pointer off the earth", {...good, state: state({pointer: {kind: "laser", lng: 500, lat: 0}})}],
    ["a time that is no text", {...good, state: state({view: {time: {toString: 1, valueOf: 1} as never}})}],
    ["a map that is no numbers", {...good, state: state({view: {map: [{toString: 1}, 0, 0] as never}})}],
    ["a colour that there is not", {...good, state: {...state(), blank: "red"}}],
  ])("is left alone: %s", (_, data) => {
    stage.hears(data);
    expect(stage.shown).toEqual(before);
  });

  it("is not taken along in what is", () => {
    const read = readMessage({...good, extra: 1, state: {...state(), view: {step: 2, __proto__: {x: 1}, evil: "y"}}});
    expect(read).toEqual({...good, state: state({view: {step: 2}})});
  });
});

it("stamps stand in one order, whoever compares them", () => {
  const stamps: Stamp[] = [0, 1].flatMap((n) =>
    (["stage", "presenter"] as const).flatMap((role) => ["a", "b"].map((id) => ({n, role, id}))),
  );
  for (const a of stamps)
    for (const b of stamps) if (a !== b) expect([isNewer(a, b), isNewer(b, a)].filter(Boolean)).toHaveLength(1);
});
