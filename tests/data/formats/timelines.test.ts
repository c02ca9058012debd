// @vitest-environment node
import {describe, expect, it} from "vitest";
import {openJson} from "../../../src/data/formats/json.ts";
import {recordsOf} from "./jsonReading.ts";

const slide = (year: number | string, headline: string, more: object = {}) => ({
  start_date: {year},
  text: {headline, text: "<p>A <b>b</b></p>"},
  ...more,
});
const open = (value: unknown) => openJson(JSON.stringify(value), 1);

describe("a TimelineJS document", () => {
  it("holds its events; the title slide gives the title, and eras are no events", async () => {
    const opened = open({
      title: {text: {headline: "The <em>war</em> &amp; after", text: "x"}},
      events: [
        slide(-44, "Ides"),
        slide("1908", "<b>Two</b>", {
          start_date: {year: "1908", month: "05"},
          end_date: {year: 1909},
          media: {url: "https://example.org/?a=1&copy=2", caption: "<i>c</i>"},
        }),
      ],
      eras: [slide(1900, "Era"), slide(1910, "Era")],
    });
    expect(opened.title).toBe("The war & after");
    expect(opened.tables.map(({name, rows}) => [name, rows])).toEqual([["events", 2]]);
    expect(await recordsOf(opened.tables[0]!)).toEqual([
      {"start_date.year": "-44", "text.headline": "Ides", "text.text": "A b"},
      {
        "start_date.year": "1908",
        "start_date.month": "05",
        "text.headline": "Two",
        "text.text": "A b",
        "end_date.year": "1909",
        "media.url": "https://example.org/?a=1&copy=2",
        "media.caption": "c",
      },
    ]);
  });

  it("is not any document with events", async () => {
    const opened = open({
      events: [
        {start_date: "2024-01-01", text: "a <b>"},
        {start_date: "2024-01-02", text: "c"},
      ],
    });
    expect((await recordsOf(opened.tables[0]!))[0]).toEqual({start_date: "2024-01-01", text: "a <b>"});
  });
});
