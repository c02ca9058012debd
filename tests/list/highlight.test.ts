import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {foldText} from "../../src/data/text.ts";
import {highlight} from "../../src/list/highlight.ts";

const marked = (text: string, query: string) =>
  highlight(text, query)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join("");

describe("what was searched for, in a title", () => {
  it("is marked wherever it stands, as the search folds it", () => {
    expect(marked("Drone attack on Al-Asad; drone shot down", "drone asad")).toBe(
      "[Drone] attack on Al-[Asad]; [drone] shot down",
    );
    expect(marked("Base aérienne d’Aïn al-Assad", "ain aerienne")).toBe("Base [aérienne] d’[Aïn] al-Assad");
    expect(marked("قاعدة عين الأسد", "الاسد")).toBe("قاعدة عين [الأسد]");
  });

  it("is nothing for an empty search, and markup stays text", () => {
    expect(highlight("A title", "  ")).toEqual([{text: "A title", hit: false}]);
    expect(marked("<b>x</b>", "<b>")).toBe("[<b>]x</b>");
  });

  it("joins to the text again, whatever the text and the query", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), fc.string({unit: "grapheme"}), (text, query) => {
        const pieces = highlight(text, query);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        const words = foldText(query.slice(0, 200)).split(/\s+/).filter(Boolean);
        for (const {text: piece, hit} of pieces)
          if (!hit) for (const word of words) expect(foldText(piece).includes(word) && piece === text).toBe(false);
      }),
    );
  });
});
