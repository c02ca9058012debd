import {describe, expect, it} from "vitest";
import {actOf} from "../../src/present/acts.ts";

const key = (key: string, held: {ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean; shiftKey?: boolean} = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("a key on the stage", () => {
  it.each([
    ["PageDown", "next"],
    ["PageUp", "previous"],
    ["ArrowRight", "next"],
    ["ArrowLeft", "previous"],
    ["Home", "first"],
    ["End", "last"],
    [" ", "play"],
    ["b", "black"],
    ["B", "black"],
    [".", "black"],
    ["W", "white"],
    ["F5", "start"],
    ["Escape", "escape"],
    ["7", {digit: 7}],
  ])("%j means %j", (name, act) => expect(actOf(key(name), "none")).toEqual(act));

  it("has an F5 of a clicker, with Shift or without, never load the page again", () => {
    expect(actOf(key("F5", {shiftKey: true}), "none")).toBe("start");
    expect(actOf(key("F5", {ctrlKey: true}), "none")).toBeNull();
  });

  it("is left to the browser when it is none of ours, also where its name is a property of every object", () => {
    for (const name of ["a", "F12", "Tab", "constructor", "toString", "__proto__"])
      expect(actOf(key(name), "none")).toBeNull();
    expect(actOf(key("r", {ctrlKey: true}), "none")).toBeNull();
    expect(actOf(key("ArrowRight", {altKey: true}), "none")).toBeNull();
    expect(actOf(key("ArrowRight", {shiftKey: true}), "none")).toBeNull();
  });

  it("is left to an instrument that was gone to by keyboard, but for a clicker's", () => {
    for (const name of ["ArrowRight", "ArrowUp", "Home", "End", "Enter", " ", "3", "Backspace"])
      expect(actOf(key(name), "instrument"), name).toBeNull();
    for (const name of ["PageDown", "PageUp", "Escape", "F5", "b", ".", "f", "?"])
      expect(actOf(key(name), "instrument"), name).not.toBeNull();
  });

  it("presses the button that has the focus", () => {
    expect([actOf(key(" "), "button"), actOf(key("Enter"), "button")]).toEqual([null, null]);
    expect(actOf(key("ArrowRight"), "button")).toBe("next");
  });
});
