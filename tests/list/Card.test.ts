import axe from "axe-core";
import {cleanup, fireEvent, render, screen, within} from "@testing-library/svelte";
import {flushSync} from "svelte";
import {afterEach, beforeAll, describe, expect, it, vi} from "vitest";
import type {ViewState} from "../../src/data/viewState.ts";
import Card from "../../src/list/Card.svelte";
import type {Size} from "../../src/ui/layout.ts";
import Host from "./Host.svelte";
import {openSession, storyFiles, stubDialogs} from "./session.ts";

beforeAll(stubDialogs);
afterEach(cleanup);

async function show(view: ViewState = {}, size: Size = "wide", files: Record<string, string | null> | null = null) {
  const session = await openSession(view, files);
  const {container} = render(Host, {session, component: Card, given: {size}});
  await session.loadSources();
  await new Promise((resolve) => setTimeout(resolve));
  flushSync();
  return {session, container};
}

const plain = (node: Element) => node.textContent!.replace(/\s+/g, " ").trim();

describe("the card", () => {
  it("has two tabs that arrows move between, and follows the panel", async () => {
    const {session} = await show();
    const [event, list] = screen.getAllByRole("tab");
    expect([event, list].map((tab) => plain(tab!))).toEqual(["This event", "All 111 events"]);
    expect(event!.getAttribute("aria-selected")).toBe("true");
    event!.focus();
    await fireEvent.keyDown(event!, {key: "ArrowRight"});
    expect(session.selection.panel).toBe("list");
    expect(document.activeElement).toBe(screen.getAllByRole("tab")[1]);
    await fireEvent.keyDown(document.activeElement!, {key: "Home"});
    expect(session.selection.panel).toBe("event");
  });

  it("closes, and leaves a way back", async () => {
    const {session} = await show();
    await fireEvent.click(screen.getByRole("button", {name: "Close"}));
    expect(session.selection.panel).toBe("none");
    await fireEvent.click(screen.getByRole("button", {name: "This event"}));
    expect(session.selection.panel).toBe("event");
  });

  it("goes to the event before and after", async () => {
    const {session} = await show();
    const before = session.selection.row;
    await fireEvent.click(screen.getByRole("button", {name: "Previous event"}));
    expect(session.selection.row).toBeLessThan(before);
    await fireEvent.click(screen.getByRole("button", {name: "Next event"}));
    expect(session.selection.row).toBe(before);
  });

  it("links every source that has an address, safely, and says so of one that has none", async () => {
    const {container} = await show({event: "2020-01-03-soleimani-muhandis-background"});
    const links = [...container.querySelectorAll<HTMLAnchorElement>(".sources a")];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link.protocol).toMatch(/^https?:$/);
      expect(link.target).toBe("_blank");
      expect(link.rel).toBe("noopener noreferrer nofollow");
      expect(link.getAttribute("referrerpolicy")).toBe("no-referrer");
      expect(link.title).toContain(link.hostname.replace(/^www\./, ""));
    }
  });

  it("makes no link of a hostile address", async () => {
    const {container} = await show(
      {event: "a"},
      "wide",
      storyFiles(
        "id,start,title,sources,link\na,2024-01-02,T,s1;s2,javascript:alert(1)\n",
        {sources: "sources.csv"},
        {
          "sources.csv":
            'id,publisher,title,url,published,language,publisher_type,note\ns1,"<img src=x onerror=alert(1)>",T,javascript:alert(1),,en,wire,\ns2,Two,T,,,fr,wire,\n',
        },
      ),
    );
    expect(container.querySelectorAll(".sources a").length).toBe(0);
    expect(container.querySelector("img")).toBeNull();
    expect(screen.getByText("<img src=x onerror=alert(1)>")).toBeTruthy();
    expect(screen.getAllByText("no address found").length).toBe(2);
  });

  it("says that the sources could not be fetched, and tries again when asked", async () => {
    const files: Record<string, string | null> = storyFiles(
      "id,start,title,sources\na,2024-01-02,T,s1\n",
      {sources: "sources.csv"},
      {"sources.csv": null},
    );
    await show({event: "a"}, "wide", files);
    expect(screen.getByRole("alert").textContent).toContain("could not be fetched");
    files["sources.csv"] = "id,publisher,title,url,published,language,publisher_type,note\ns1,One,T,,,en,wire,\n";
    await fireEvent.click(within(screen.getByRole("alert")).getByRole("button"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    flushSync();
    expect(screen.getByText("One")).toBeTruthy();
  });

  it("opens in place where accounts differ", async () => {
    await show();
    const notes = screen.getByRole("button", {name: /Accounts differ/});
    expect(notes.getAttribute("aria-expanded")).toBe("false");
    await fireEvent.click(notes);
    expect(notes.getAttribute("aria-expanded")).toBe("true");
  });

  it("says in which languages a text is to be had", async () => {
    const {container} = await show(
      {event: "a", lang: "ar"},
      "wide",
      storyFiles("id,start,t_en,t_fr\na,2024-01-02,Title,Titre\n", {
        mapping: {id: "id", start: "start", title: {en: "t_en", fr: "t_fr"}},
      }),
    );
    await vi.waitFor(() => expect(container.querySelector("main")!.lang).toBe("ar"));
    expect(container.querySelector("h2")!.getAttribute("lang")).toBe("en");
    expect(container.querySelector(".foreign")!.textContent).toMatch(/الإنجليزية.*الفرنسية/);
  });

  it("is in short on a phone, and opens as a sheet that Escape closes", async () => {
    const {container} = await show({}, "phone");
    await vi.waitFor(() => expect(container.querySelector(".short")).not.toBeNull());
    expect(plain(container.querySelector(".short")!).replace(/[\u2068\u2069]/g, "")).toMatch(
      /^Confirmed by US officials Two rocket salvoes target the US embassy in Baghdad 04:15 · US Embassy · 6 sources: AFP, /,
    );
    await fireEvent.click(screen.getByRole("button", {name: /Two rocket salvoes/}));
    const sheet = container.querySelector("dialog")!;
    expect(sheet.open).toBe(true);
    expect(within(sheet).getAllByRole("tab", {hidden: true}).length).toBe(2);
    await fireEvent(sheet, new Event("cancel", {cancelable: true}));
    expect(container.querySelector("dialog")).toBeNull();
  });

  for (const [name, view, size] of [
    ["an event", {}, "wide"],
    ["the list", {panel: "list"}, "medium"],
    ["an empty list", {panel: "list", q: "zebra"}, "wide"],
    ["the short form", {}, "phone"],
  ] as const) {
    it(`has no accessibility faults with ${name}`, async () => {
      const {container} = await show(view, size);
      await vi.waitFor(() => expect(container.textContent!.trim()).not.toBe(""));
      const {violations} = await axe.run(container, {rules: {"color-contrast": {enabled: false}}});
      expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    });
  }
});
