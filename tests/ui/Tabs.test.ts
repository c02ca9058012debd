import {cleanup, render, screen} from "@testing-library/svelte";
import {createRawSnippet} from "svelte";
import {afterEach, describe, expect, it, vi} from "vitest";
import Tabs from "../../src/ui/Tabs.svelte";

const children = createRawSnippet(() => ({render: () => "<p>Panel</p>"}));

afterEach(cleanup);

function shown(chosen: "one" | "two" | "three") {
  const onchoose = vi.fn();
  render(Tabs, {
    tabs: {one: "One", two: "Two", three: "Three"},
    chosen,
    onchoose,
    label: "Choices",
    children,
  });
  const press = (key: string) =>
    screen
      .getByRole("tab", {selected: true})
      .dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
  return {onchoose, press};
}

describe("tabs", () => {
  it("name what they show, and only the chosen one is met by the tab key", () => {
    shown("two");
    expect(screen.getByRole("tabpanel").getAttribute("aria-labelledby")).toBe(screen.getByText("Two").id);
    expect(screen.getAllByRole("tab").map((tab) => tab.getAttribute("tabindex"))).toEqual(["-1", "0", "-1"]);
  });

  it("are gone through by arrow keys, around the ends, and by Home and End", () => {
    const {onchoose, press} = shown("three");
    for (const key of ["ArrowLeft", "ArrowRight", "Home", "End", "x"]) press(key);
    expect(onchoose.mock.calls.flat()).toEqual(["two", "one", "one", "three"]);
    expect(document.activeElement?.textContent).toBe("Three");
  });
});
