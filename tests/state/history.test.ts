import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {History} from "../../src/state/history.svelte.ts";

describe("the history of views", () => {
  it("goes back to the view before, and on again", () => {
    const history = new History();
    history.record({});
    expect([history.canUndo, history.canRedo, history.undo(), history.redo()]).toEqual([false, false, null, null]);
    history.record({q: "a"});
    history.record({q: "b", show: {status: ["us"]}});
    expect(history.undo()).toEqual({q: "a"});
    expect(history.undo()).toEqual({});
    expect(history.canUndo).toBe(false);
    expect(history.redo()).toEqual({q: "a"});
    expect(history.redo()).toEqual({q: "b", show: {status: ["us"]}});
    expect(history.redo()).toBeNull();
  });

  it("does not record a view twice in a row", () => {
    const history = new History();
    history.record({q: "a"});
    history.record({q: "a"});
    expect(history.canUndo).toBe(false);
    history.record({q: "b"});
    history.record(history.undo()!);
    expect(history.canRedo).toBe(true);
  });

  it("gives copies, so that nobody can rewrite it", () => {
    const history = new History();
    const first = {show: {status: ["us"]}};
    history.record(first);
    history.record({q: "b"});
    first.show.status.push("press");
    history.undo()!.show!["status"]!.push("claim");
    history.redo();
    expect(history.undo()).toEqual({show: {status: ["us"]}});
  });

  it("keeps two hundred", () => {
    const history = new History();
    for (let i = 0; i < 500; i++) history.record({q: String(i)});
    let steps = 0;
    let last = null;
    for (let view = history.undo(); view !== null; view = history.undo()) {
      steps++;
      last = view;
    }
    expect([steps, last]).toEqual([199, {q: "300"}]);
  });

  it("is empty after it was cleared", () => {
    const history = new History();
    history.record({q: "a"});
    history.record({q: "b"});
    history.clear();
    expect([history.canUndo, history.canRedo]).toEqual([false, false]);
    history.record({q: "c"});
    expect(history.canUndo).toBe(false);
  });

  it("behaves as a list with a finger on it", () => {
    const step = fc.oneof(fc.nat(5), fc.constant("undo" as const), fc.constant("redo" as const));
    fc.assert(
      fc.property(fc.array(step, {maxLength: 40}), (steps) => {
        const history = new History();
        let past: number[] = [];
        let future: number[] = [];
        for (const step of steps) {
          if (typeof step === "number") {
            history.record({step});
            if (step !== past.at(-1)) [past, future] = [[...past, step], []];
          } else if (step === "undo") {
            const can = past.length > 1;
            expect(history.undo()).toEqual(can ? {step: past.at(-2)} : null);
            if (can) future.push(past.pop()!);
          } else {
            const next = future.pop();
            expect(history.redo()).toEqual(next === undefined ? null : {step: next});
            if (next !== undefined) past.push(next);
          }
          expect([history.canUndo, history.canRedo]).toEqual([past.length > 1, future.length > 0]);
        }
      }),
    );
  });
});
