import axe from "axe-core";
import {cleanup, fireEvent, render, screen, waitFor} from "@testing-library/svelte";
import {flushSync} from "svelte";
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import {LANGUAGES} from "../../src/data/languages.ts";
import {SHARE} from "../../src/i18n/share.ts";
import ShareDialog from "../../src/share/ShareDialog.svelte";
import type {Session} from "../../src/state/session.svelte.ts";
import Host from "../list/Host.svelte";
import {openSession, stubDialogs} from "../list/session.ts";
import {importedOf} from "../open/fixture.ts";

beforeAll(stubDialogs);

let clipboard: string[];
let isRefused: boolean;
beforeEach(() => {
  clipboard = [];
  isRefused = false;
  Object.defineProperty(navigator, "clipboard", {
    configurable: true,
    value: {
      async writeText(text: string) {
        if (isRefused) throw new DOMException("no", "NotAllowedError");
        clipboard.push(text);
      },
    },
  });
});
afterEach(cleanup);

const LINK = "https://maps.example/#time=2023-10-17..2024-01-31&theme=dark&other=1";
function show(session: Session, {copied, link = LINK}: {copied?: Promise<boolean>; link?: string} = {}) {
  const onclose = vi.fn();
  const {container} = render(Host, {session, component: ShareDialog, given: {link: () => link, copied, onclose}});
  flushSync();
  return {container, onclose};
}
const button = (name: string | RegExp) => screen.getByRole("button", {name, hidden: true});
const press = (name: string | RegExp) => fireEvent.click(button(name));
const tab = (name: string) => fireEvent.click(screen.getByRole("tab", {name, hidden: true}));
const check = (name: RegExp) => fireEvent.click(screen.getByRole("checkbox", {name, hidden: true}));
const choose = (name: RegExp) => fireEvent.click(screen.getByRole("radio", {name, hidden: true}));
const field = (name: string) => screen.getByRole<HTMLInputElement>("textbox", {name, hidden: true});
const snippet = () => field("To paste").value;
const element = () => new DOMParser().parseFromString(snippet(), "text/html").querySelector("date-line, iframe")!;

describe("sharing", () => {
  it("says that the link is copied when it was on the way here", async () => {
    show(await openSession(), {copied: Promise.resolve(true)});
    await waitFor(() => expect(button("Copied")).toBeTruthy());
    expect(screen.getByRole("status", {hidden: true}).textContent).toBe("The link to this view is copied.");
  });

  it("selects the link where the clipboard was refused", async () => {
    isRefused = true;
    show(await openSession(), {copied: Promise.resolve(false)});
    await waitFor(() => expect(screen.getAllByText(/It is selected/).length).toBeGreaterThan(0));
    const {selectionStart, selectionEnd, value} = field("A link to this view");
    expect([selectionStart, selectionEnd]).toEqual([0, value.length]);
    await press("Copy the link");
    expect(clipboard).toEqual([]);
  });

  it("makes a link with an open end, and keeps what is not its own", async () => {
    show(await openSession({time: "2023-10-17..2023-11-30"}));
    await check(/Leave the end open/);
    await press("Copy the link");
    expect(clipboard).toEqual(["https://maps.example/#time=2023-10-17..&theme=dark&other=1"]);
  });

  it("goes from tab to tab by keys", async () => {
    show(await openSession());
    const [link, embed] = screen.getAllByRole("tab", {hidden: true}) as [HTMLElement, HTMLElement];
    link.focus();
    await fireEvent.keyDown(link, {key: "ArrowRight"});
    expect([embed.getAttribute("aria-selected"), document.activeElement]).toEqual(["true", embed]);
    await fireEvent.keyDown(embed, {key: "Home"});
    expect([link.getAttribute("aria-selected"), document.activeElement]).toEqual(["true", link]);
  });
});

describe("the embed", () => {
  it("is copied as it stands, and every choice is in it", async () => {
    show(await openSession({time: "2023-10-17..2023-11-30"}));
    await tab("Embed");
    expect(element().getAttribute("time")).toBe("2023-10-17..2023-11-30");
    await check(/Leave the end open/);
    await check(/^Map/);
    await check(/Plays once/);
    await check(/Keeps the view/);
    await fireEvent.change(screen.getByRole("combobox", {name: /Colours/, hidden: true}), {target: {value: "dark"}});
    await fireEvent.change(screen.getByRole("combobox", {name: /Language/, hidden: true}), {target: {value: "fr"}});
    await fireEvent.input(field("First series, as hex digits"), {target: {value: "#0A7"}});
    const given = Object.fromEntries([...element().attributes].map(({name, value}) => [name, value]));
    expect(given).toMatchObject({
      time: "2023-10-17..",
      hide: "map",
      play: "1",
      mirror: "",
      theme: "dark",
      lang: "fr",
      primary: "00aa77",
    });
    await press("Copy");
    expect(clipboard).toEqual([snippet()]);
    await choose(/Plain frame/);
    expect(element().localName).toBe("iframe");
    expect(new URL(element().getAttribute("src")!).searchParams.get("primary")).toBe("00aa77");
  });

  it("asks nothing of live and frozen data where the story is the one that comes with Dateline", async () => {
    show(await openSession());
    await tab("Embed");
    expect(screen.queryByRole("radio", {name: "Frozen", hidden: true})).toBeNull();
  });

  it("of a file on this computer says that it has to be uploaded, and leads to saving it", async () => {
    const session = await openSession();
    const imported = importedOf({rows: 40});
    session.show(imported, {file: imported.file.name});
    show(session);
    await tab("Embed");
    expect(screen.getByText(/is on this computer only, so that it cannot be live/)).toBeTruthy();
    expect(element().getAttribute("data")).toBe("https://example.org/story.json");
    await fireEvent.input(field("Address of the story file"), {target: {value: "https://paper.example/a.story.json"}});
    expect(element().getAttribute("data")).toBe("https://paper.example/a.story.json");
    await press(/^Save a story file/);
    expect(session.dialog).toBe("saveStory");
  });

  it("says which policy the page around it needs", async () => {
    show(await openSession());
    await tab("Embed");
    expect(screen.getByText("script-src http://localhost:3000; frame-src http://localhost:3000")).toBeTruthy();
    await choose(/Plain frame/);
    expect(screen.getByText("frame-src http://localhost:3000")).toBeTruthy();
    expect(screen.getByText(/It sets no cookie, stores nothing/)).toBeTruthy();
  });

  it.each(LANGUAGES)("has no fault that axe finds in either tab, %s", {timeout: 30_000}, async (lang) => {
    const {container} = show(await openSession({lang}));
    const {tabs} = SHARE[lang];
    await waitFor(() => expect(screen.getByRole("tab", {name: tabs.embed, hidden: true})).toBeTruthy());
    for (const name of [tabs.link, tabs.embed]) {
      await tab(name);
      const rules = {"color-contrast": {enabled: false}, region: {enabled: false}};
      const {violations} = await axe.run(container, {rules});
      expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
    }
  });
});
