// @vitest-environment node
import {describe, expect, it} from "vitest";
import {plain, rich, strong} from "../../src/i18n/rich.ts";

describe("rich text", () => {
  it("keeps what stands out apart from the words around it", () => {
    expect(rich`On ${"1 May"} it holds ${strong("3")} events.`).toEqual([
      "On ",
      "1 May",
      " it holds ",
      {strong: "3"},
      " events.",
    ]);
    expect(rich`${strong("3")}`).toEqual([{strong: "3"}]);
    expect(rich``).toEqual([]);
  });

  it("takes rich text in, and reads as plain text", () => {
    const inner = rich`${strong("90")} reports`;
    expect(rich`It holds ${inner}.`).toEqual(["It holds ", {strong: "90"}, " reports", "."]);
    expect(plain(rich`It holds ${inner}.`)).toBe("It holds 90 reports.");
  });

  it("parses no markup", () => {
    expect(rich`${"<b>x</b>"}${strong("<i>")}`).toEqual(["<b>x</b>", {strong: "<i>"}]);
  });
});
