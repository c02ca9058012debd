import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {HostDateLine} from "../../src/host/HostDateLine.ts";

customElements.define("date-line", HostDateLine);

const EMPTY = {events: 0, facets: {}};
const hashChanged = () => new Promise((resolve) => addEventListener("hashchange", resolve, {once: true}));

/** An element that mirrors its view, and what its frame is sent to. */
function mirroring(id = "") {
  const element = document.createElement("date-line") as HostDateLine;
  element.setAttribute("mirror", "");
  if (id !== "") element.id = id;
  element.setAttribute("loading", "eager");
  document.body.append(element);
  const frame = element.shadowRoot!.querySelector("iframe")!;
  const replace = vi.fn<(address: string) => void>();
  const target = {location: {replace}, postMessage: vi.fn()};
  Object.defineProperty(frame, "contentWindow", {value: target});
  const say = (type: string, data: unknown) => {
    const event = new MessageEvent("message", {data: {source: "dateline", v: 1, id: "", type, data, counts: EMPTY}});
    Object.defineProperty(event, "source", {value: target});
    window.dispatchEvent(event);
  };
  return {element, replace, say, sent: () => replace.mock.calls.map(([address]) => new URL(address).hash)};
}

describe("an element that mirrors its view", () => {
  beforeEach(() => history.replaceState(null, "", "/article"));
  afterEach(() => document.body.replaceChildren());

  it("follows a link even where its frame tells the view before in the same moment", async () => {
    const {element, say, sent} = mirroring();
    say("ready", {});
    await element.ready;
    const changed = hashChanged();
    location.hash = "dateline.event=a-1";
    say("view", {});
    expect(location.hash).toBe("#dateline.event=a-1");
    await changed;
    await Promise.resolve();
    expect(sent()).toEqual(["#event=a-1"]);
  });

  it("follows a link that came before the frame was ready", async () => {
    const {element, say, sent} = mirroring();
    const changed = hashChanged();
    location.hash = "dateline.event=a-1";
    await changed;
    say("ready", {time: "2023-10-17..2023-12-08"});
    await element.ready;
    await Promise.resolve();
    expect(sent()).toEqual(["#event=a-1"]);
  });

  it("says its view once, under whatever id", async () => {
    const {element, say, sent} = mirroring("frise été 50%");
    say("ready", {});
    await element.ready;
    say("view", {event: "a"});
    say("view", {event: "b"});
    expect(location.hash).toBe("#frise%20%C3%A9t%C3%A9%2050%25.event=b");
    const changed = hashChanged();
    location.hash = "frise été 50%25.event=c";
    await changed;
    await Promise.resolve();
    expect(sent()).toEqual(["#event=c"]);
    say("view", {});
    expect(location.hash).toBe("");
  });

  it("writes what the reader does into the address and keeps what is not its own", async () => {
    const {element, say} = mirroring();
    say("ready", {});
    await element.ready;
    history.replaceState(null, "", "#comments");
    say("view", {event: "b 2"});
    expect(location.hash).toBe("#comments&dateline.event=b%202");
    say("view", {time: "..2023-12-08"});
    expect(location.hash).toBe("#comments&dateline.time=..2023-12-08");
    say("view", {});
    expect(location.hash).toBe("#comments");
  });
});
