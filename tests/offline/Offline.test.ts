import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {Offline} from "../../src/offline/Offline.svelte.ts";

const give = (serviceWorker: unknown) =>
  Object.defineProperty(navigator, "serviceWorker", {value: serviceWorker, configurable: true});
const listeners = {addEventListener: () => {}};

describe("a page that is to be kept", () => {
  beforeEach(() => {
    const meta = Object.assign(document.createElement("meta"), {name: "dateline-build", content: "aaaa"});
    document.head.append(meta);
  });
  afterEach(() => {
    document.head.replaceChildren();
    Reflect.deleteProperty(navigator, "serviceWorker");
  });

  it.each([
    ["has no workers", undefined],
    [
      "refuses",
      {
        ...listeners,
        register: () => Promise.reject(new DOMException("no", "SecurityError")),
        getRegistration: (): Promise<unknown> => Promise.reject(new DOMException("no", "SecurityError")),
      },
    ],
    [
      "gives nothing",
      {...listeners, register: async () => undefined, getRegistration: async (): Promise<unknown> => undefined},
    ],
    [
      "could not install it",
      {
        ...listeners,
        register: async () => ({
          installing: {state: "redundant", postMessage: () => {}, addEventListener: () => {}},
          waiting: null,
          active: null,
        }),
        getRegistration: async (): Promise<unknown> => undefined,
      },
    ],
  ])("says that it failed, and no more, where the browser %s", async (_, container) => {
    if (container !== undefined) give(container);
    const offline = new Offline();
    await offline.look();
    await offline.keep(true);
    await offline.refresh();
    expect(offline).toMatchObject({busy: false, failed: true, status: null, newer: false});
  });

  it("is kept once the worker says so, and is told that there is a newer one", async () => {
    let build = "aaaa";
    const said: unknown[] = [];
    const worker = {
      state: "activated",
      addEventListener: () => {},
      postMessage: (message: {say: string}, ports?: MessagePort[]) => {
        said.push(message);
        ports?.[0]?.postMessage({build, map: message.say === "keep-map", bytes: {files: 5, map: 4}});
      },
    };
    const registration = {installing: null, waiting: null, active: worker, update: vi.fn()};
    give({
      ...listeners,
      register: async () => registration,
      getRegistration: async (): Promise<unknown> => registration,
    });
    const offline = new Offline();
    await offline.keep(false);
    expect(said[0]).toEqual({say: "page", build: "aaaa"});
    expect(offline).toMatchObject({failed: false, newer: false, status: {map: false}});
    await offline.keep(true);
    expect(offline).toMatchObject({failed: false, status: {map: true}});
    build = "bbbb";
    await offline.look();
    expect(offline.newer).toBe(true);
  });

  it("of no build is not kept", async () => {
    document.head.replaceChildren();
    const register = vi.fn();
    give({...listeners, register});
    const offline = new Offline();
    await offline.keep(true);
    expect(register).not.toHaveBeenCalled();
    expect(offline.isBuilt).toBe(false);
  });
});
