import {describe, expect, it} from "vitest";
import {chapterFile, orderFor} from "../../../src/out/picture/orders.ts";
import {wholeView} from "../../../src/state/chaptersView.ts";
import type {Chapter} from "../../../src/state/session.svelte.ts";
import {shippedSession} from "../../shippedSession.ts";

const look = {form: "wide", lang: "en", dark: false} as const;
const own: Chapter = {
  title: {en: "A/B: <one>?", fr: "Un"},
  text: "",
  events: [],
  view: {time: "2023-11-01..2023-11-05", view: "present", step: 4, show: {country: ["IQ"]}},
};

describe("the order for a picture", () => {
  it("of the screen holds a chapter's view and what the reader changed of it, and no number of a chapter", async () => {
    const session = await shippedSession();
    session.ownChapters = [own];
    session.view = {view: "present", step: 1, q: "drone"};
    expect(session.step).toBe(1);
    expect(wholeView(session)).toEqual({time: own.view.time, show: own.view.show, q: "drone"});
  });

  it("of a chapter holds its view alone, wherever the screen is", async () => {
    const session = await shippedSession({time: "2023-10-17..2023-10-20", q: "base"});
    const order = orderFor(session, look, {chapter: own})!;
    expect(order.view).toEqual({time: own.view.time, show: own.view.show});
    expect(order.chapter).toBe(own);
  });

  it("takes the colours of a brand only for the theme that they are made for", async () => {
    const session = await shippedSession({theme: "dark"});
    session.settings.palette = {attack: "#00ff00"};
    expect(orderFor(session, {...look, dark: true}, {view: {}})!.palette).toEqual({attack: "#00ff00"});
    expect(orderFor(session, look, {view: {}})!.palette).toEqual({});
  });
});

describe("the file of a chapter", () => {
  it("is named by its number, as wide as the last, and its title in the language of the picture", () => {
    const chapters = Array.from({length: 120}, () => own);
    expect(chapterFile([own], 0, "fr", "svg")).toBe("01 Un.svg");
    expect(chapterFile(chapters, 6, "en", "png")).toBe("007 A B one.png");
    expect(chapterFile([{...own, title: ""}], 0, "en", "png")).toBe("01.png");
  });
});
