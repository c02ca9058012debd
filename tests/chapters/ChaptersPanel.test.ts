import axe from "axe-core";
import {cleanup, fireEvent, render, screen, within} from "@testing-library/svelte";
import {flushSync, tick} from "svelte";
import {afterEach, describe, expect, it} from "vitest";
import ChaptersPanel from "../../src/chapters/ChaptersPanel.svelte";
import type {Language} from "../../src/data/languages.ts";
import type {ViewState} from "../../src/data/viewState.ts";
import type {Session} from "../../src/state/session.svelte.ts";
import Host from "../list/Host.svelte";
import {openSession, storyFiles} from "../list/session.ts";

afterEach(cleanup);

const CHAPTER = (title: string, last: string) => ({title, text: `About ${title}`, view: {time: `2024-01-01..${last}`}});
const TABLE = "id,start,title\na,2024-01-02,First event\nb,2024-01-09,Second event\nc,2024-01-20,Third event\n";
const STORY = {
  mapping: {id: "id", start: "start", title: "title"},
  chapters: [CHAPTER("One", "2024-01-03"), CHAPTER("Two", "2024-01-10"), CHAPTER("Three", "2024-01-20")],
};

async function show(story: object | null = STORY, view: ViewState = {}) {
  const session = await openSession(view, story === null ? null : storyFiles(TABLE, story));
  session.editing = true;
  const {container} = render(Host, {session, component: ChaptersPanel});
  await settle();
  return {session, container};
}
async function settle() {
  await new Promise((resolve) => setTimeout(resolve));
  flushSync();
  await tick();
}
const press = async (name: string | RegExp) => {
  await fireEvent.click(screen.getByRole("button", {name}));
  await settle();
};
const titles = (session: Session) => session.chapters.map(({title}) => title);
const isolated = (text: string) => text.replace(/[\u2068\u2069]/g, "");
const said = () => isolated(screen.getByRole("status").textContent!);
const shows = () => [...document.querySelectorAll<HTMLElement>("[data-show]")];
const type = (name: string, value: string) => fireEvent.input(screen.getByRole("textbox", {name}), {target: {value}});

describe("the panel of chapters", () => {
  it("explains what chapters are where there are none, and then keeps the view, named by the chosen event", async () => {
    const {session} = await show({...STORY, chapters: []}, {event: "b", time: "2024-01-01..2024-01-12"});
    screen.getByRole("heading", {name: "Prepare what you want to show"});
    expect(screen.queryByRole("button", {name: /Save as story file/})).toBeNull();
    await press("Keep this view");
    expect(session.chapters).toEqual(
      [
        {
          title: "Second event",
          text: "",
          events: ["b"],
          view: {time: "2024-01-02..2024-01-12", event: "b"},
        },
      ].map((chapter) => expect.objectContaining({...chapter, view: expect.objectContaining(chapter.view)})),
    );
    expect(document.activeElement).toBe(screen.getByRole("textbox", {name: "Title"}));
    expect(said()).toBe("Kept as chapter 1 of 1.");
  });

  it("names a view without an event by its date", async () => {
    const {session} = await show({...STORY, chapters: []}, {time: "2024-01-02..2024-01-12"});
    await press("Keep this view");
    expect(titles(session)).toEqual(["12 January 2024"]);
  });

  it("shows a chapter that is pressed, and says when the screen has moved on", async () => {
    const {session} = await show();
    await fireEvent.click(shows()[1]!);
    await settle();
    expect(session.view.time).toMatch(/2024-01-10$/);
    expect(shows().map((button) => button.getAttribute("aria-current"))).toEqual([null, "step", null]);
    expect(screen.queryByRole("button", {name: "Take this view"})).toBeNull();
    session.selection.seek(session.selection.playhead + 3 * 864e5);
    await settle();
    await press("Take this view");
    expect(session.chapters[1]!.view.time).toMatch(/2024-01-13$/);
    expect(screen.queryByRole("button", {name: "Take this view"})).toBeNull();
    session.selection.seek(session.selection.playhead - 864e5);
    await settle();
    await press("Show the chapter");
    expect(session.view.time).toMatch(/2024-01-13$/);
  });

  it("moves a chapter by keys, keeps the focus on it and tells where it is", async () => {
    const {session} = await show();
    const grip = screen.getByRole("button", {name: /Move chapter 3/});
    grip.focus();
    await fireEvent.keyDown(grip, {key: "ArrowUp"});
    await settle();
    expect(titles(session)).toEqual(["One", "Three", "Two"]);
    expect(said()).toBe("Three is now chapter 2 of 3.");
    expect(isolated(document.activeElement!.getAttribute("aria-label")!)).toBe("Move chapter 2, Three");
    await fireEvent.keyDown(document.activeElement!, {key: "End"});
    await settle();
    expect(titles(session)).toEqual(["One", "Two", "Three"]);
    shows()[0]!.focus();
    await fireEvent.keyDown(shows()[0]!, {key: "ArrowDown", altKey: true});
    await settle();
    expect(titles(session)).toEqual(["Two", "One", "Three"]);
    await fireEvent.keyDown(document.activeElement!, {key: "z", ctrlKey: true});
    await settle();
    expect(titles(session)).toEqual(["One", "Two", "Three"]);
    expect(said()).toBe("Undone.");
  });

  it("moves by buttons, which stay where they are pressed again and end at the ends", async () => {
    const {session} = await show();
    await fireEvent.click(shows()[0]!);
    await settle();
    expect(screen.getByRole("button", {name: "Move up"}).getAttribute("aria-disabled")).toBe("true");
    await press("Move down");
    await press("Move down");
    expect(titles(session)).toEqual(["Two", "Three", "One"]);
    expect((document.activeElement as HTMLElement).dataset["act"]).toBe("down");
    await press("Move down");
    expect(titles(session)).toEqual(["Two", "Three", "One"]);
  });

  it("moves by dragging: others make room, and Escape leaves all as it was", async () => {
    const {session} = await show();
    const lines = [...document.querySelectorAll<HTMLElement>("li")];
    lines.forEach((line, at) =>
      Object.defineProperties(line, {offsetTop: {value: 60 * at}, offsetHeight: {value: 60}}),
    );
    const grip = screen.getByRole("button", {name: /Move chapter 1/});
    const drag = async (to: number, end: () => unknown) => {
      await fireEvent(grip, new MouseEvent("pointerdown", {clientY: 30, bubbles: true}));
      await fireEvent(grip, new MouseEvent("pointermove", {clientY: to, bubbles: true}));
      await settle();
      const room = lines.map((line) => line.style.transform);
      await end();
      await settle();
      return room;
    };
    expect(await drag(100, () => fireEvent.keyDown(window, {key: "Escape"}))).toEqual([
      "translateY(70px)",
      "translateY(-60px)",
      "",
    ]);
    expect(titles(session)).toEqual(["One", "Two", "Three"]);
    expect(session.editing).toBe(true);
    await drag(400, () => fireEvent(grip, new MouseEvent("pointerup", {bubbles: true})));
    expect(titles(session)).toEqual(["Two", "Three", "One"]);
  });

  it("deletes with a way back that has the focus, and loses nothing", async () => {
    const {session} = await show();
    const before = JSON.stringify(session.chapters);
    await fireEvent.click(shows()[1]!);
    await settle();
    await press("Delete");
    expect(titles(session)).toEqual(["One", "Three"]);
    expect(said()).toBe("Deleted “Two”.");
    expect((document.activeElement as HTMLElement).dataset["act"]).toBe("undo-removal");
    await fireEvent.click(document.activeElement!);
    await settle();
    expect(JSON.stringify(session.chapters)).toBe(before);
    await press("Redo");
    expect(titles(session)).toEqual(["One", "Three"]);
  });

  it("takes texts as they are typed, and notes that are told to be private", async () => {
    const {session} = await show();
    await fireEvent.click(shows()[0]!);
    await settle();
    await press("Edit the texts");
    await type("Title", "A <b>new</b>\ntitle");
    await type("Text", "Two\nlines");
    await type("Private notes", "Breathe");
    await settle();
    expect(session.chapters[0]).toMatchObject({
      title: "A <b>new</b> title",
      text: "Two\nlines",
      notes: "Breathe",
      view: STORY.chapters[0]!.view,
    });
    expect(shows()[0]!.querySelector(".title")!.textContent).toBe("A <b>new</b> title");
    const notes = screen.getByRole("textbox", {name: "Private notes"});
    expect(document.getElementById(notes.getAttribute("aria-describedby")!)!.textContent).toMatch(
      /presenter window only/,
    );
    await fireEvent.keyDown(notes, {key: "Escape"});
    await settle();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(document.activeElement).toBe(shows()[0]);
    expect(session.editing).toBe(true);
  });

  it("presents from the chapter, saves a story file, and goes back to the story's own", async () => {
    const {session} = await show();
    await fireEvent.click(shows()[1]!);
    await settle();
    await press(/Save as story file/);
    expect(session.dialog).toBe("saveStory");
    await press("Duplicate");
    expect(titles(session)).toEqual(["One", "Two", "Two", "Three"]);
    await press("The story’s own chapters");
    expect(session.ownChapters).toBeNull();
    await press("Undo");
    expect(titles(session)).toHaveLength(4);
    await press("Present from here");
    expect([session.settings.mode, session.step]).toEqual(["present", 3]);
  });

  it("says where nothing can be stored", async () => {
    await show();
    expect(document.querySelector("[data-part=stored]")).toBeNull();
    await press("Keep this view");
    await settle();
    expect(document.querySelector("[data-part=stored]")!.textContent).toMatch(/stores nothing.*Save a story file/);
  });

  it.each(["en", "fr", "ar"] as Language[])("has no accessibility faults in %s, with a text open", async (lang) => {
    const {container} = await show(null, {lang});
    await new Promise((resolve) => setTimeout(resolve, 50));
    await fireEvent.click(shows()[2]!);
    await settle();
    await fireEvent.click(container.querySelector("[data-act=edit]")!);
    await fireEvent.click(container.querySelector("[data-act=duplicate]")!);
    await settle();
    const {violations} = await axe.run(container, {
      resultTypes: ["violations"],
      rules: {"color-contrast": {enabled: false}, region: {enabled: false}},
    });
    expect(violations.map(({id, nodes}) => `${id} ${nodes.map(({html}) => html).join()}`)).toEqual([]);
    const section = within(container).getByRole("region");
    expect(section.querySelector("ol")!.children).toHaveLength(12);
  });
});
