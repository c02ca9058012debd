import {describe, expect, it} from "vitest";
import type {ViewState} from "../../src/data/viewState.ts";
import {Choices, hexOf, openEnded} from "../../src/share/choices.svelte.ts";

const HOME = "https://maps.example/dateline/";
const choicesOf = (view: ViewState = {}) => new Choices(() => ({home: HOME, built: true, title: "A title", view}));

describe("an embed", () => {
  it("begins with the view on screen, without what is the reader's own or chosen apart", () => {
    const {embed} = choicesOf({
      time: "2023-10-17..2024-01-31",
      event: "e1",
      theme: "dark",
      lang: "fr",
      view: "explore",
      play: 1,
      step: 2,
    });
    expect(embed.view).toEqual({time: "2023-10-17..2024-01-31", event: "e1"});
    expect([embed.theme, embed.lang, embed.play, embed.data]).toEqual(["auto", "auto", false, ""]);
  });

  it("begins with the story's own view when that is chosen, and up to the latest day when the end is left open", () => {
    const choices = choicesOf({time: "2023-10-17..2024-01-31", q: "x"});
    choices.openEnd = true;
    expect(choices.embed.view).toEqual({time: "2023-10-17..", q: "x"});
    choices.start = "story";
    expect(choices.embed.view).toEqual({});
  });

  it("hides what is not shown, and keeps a fixed height within bounds", () => {
    const choices = choicesOf();
    choices.shown.map = choices.shown.facets = false;
    expect(choices.embed.hide).toEqual(["map", "facets"]);
    choices.height = "fixed";
    const heights = [480, 12, 1e9, NaN, 500.4].map((pixels) => ((choices.pixels = pixels), choices.embed.height));
    expect(heights).toEqual([480, 240, 4000, 240, 500]);
  });

  it("has its data from where the reader has it, as a whole address", () => {
    expect(choicesOf().hasOwnData).toBe(false);
    expect(choicesOf({data: "own/story.json"}).embed.data).toBe(`${HOME}own/story.json`);
    expect(choicesOf({data: "https://data.example/a.csv"}).embed.data).toBe("https://data.example/a.csv");
  });

  it("is of an uploaded story file where the data is frozen, or on this computer only", () => {
    const frozen = choicesOf({data: "https://data.example/a.csv"});
    expect(frozen.addressFault).toBeNull();
    frozen.data = "frozen";
    expect(frozen.addressFault).toBe("missing");
    frozen.address = " https://paper.example/a.story.json ";
    expect([frozen.addressFault, frozen.embed.data]).toEqual([null, "https://paper.example/a.story.json"]);

    const local = choicesOf({file: "table.csv", q: "x"});
    expect([local.isFrozen, local.addressFault]).toEqual([true, "missing"]);
    expect(local.embed.view).toEqual({q: "x"});
    expect(JSON.stringify(local.embed)).not.toContain("table.csv");
  });

  it("takes no address that nobody else could read, or that is none", () => {
    const choices = choicesOf({file: "table.csv"});
    for (const address of [
      "http://data.example/a.json",
      "https://localhost/a",
      "javascript:alert(1)",
      "https://u:p@a.example/",
      "https://192.168.1.4/a",
    ]) {
      choices.address = address;
      expect(choices.addressFault, address).toBe("bad");
      expect(choices.embed.data).toBe("https://example.org/story.json");
    }
  });

  it("keeps the view in the article's address only by the script that can", () => {
    const choices = choicesOf();
    choices.mirror = true;
    expect(choices.embed.mirror).toBe(true);
    choices.form = "frame";
    expect(choices.embed.mirror).toBe(false);
  });
});

describe("colours that are typed", () => {
  it("are six digits, or none", () => {
    expect(["#0A7", "0aa777", " #ABCDEF ", "red", "#12345", "", "12345g"].map(hexOf)).toEqual([
      "00aa77",
      "0aa777",
      "abcdef",
      "",
      "",
      "",
      "",
    ]);
  });
});

describe("a view with an open end", () => {
  it("begins where it began", () => {
    expect(openEnded({time: "2023-10-17..2024-01-31", q: "a"})).toEqual({time: "2023-10-17..", q: "a"});
    expect(openEnded({time: "2023-10-17.."})).toEqual({time: "2023-10-17.."});
    expect(openEnded({q: "a"})).toEqual({q: "a"});
  });
});
