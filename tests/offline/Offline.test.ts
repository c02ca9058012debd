import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {Offline} from "../../src/offline/Offline.svelte.ts";

const give = (serviceWorker: unknown) =>
  Object.defineProperty(navigator, "serviceWorker", {value: serviceWorker, configurable: true});
const listeners = {addEventListener: () => {}, removeEventListener: () => {}};

/** A browser whose workers are those of a registration. */
const offer = (registration: unknown) =>
  give({...listeners, register: async () => registration, getRegistration: async (): Promise<unknown> => registration});

/** A worker that is in a state, and answers as one of a build. */
class FakeWorker extends EventTarget {
  readonly said: unknown[] = [];
  constructor(
    public state: ServiceWorkerState,
    private readonly build: string,
  ) {
    super();
  }
  postMessage(message: {say: string}, ports?: MessagePort[]) {
    this.said.push(message);
    ports?.[0]?.postMessage({build: this.build, map: message.say === "keep-map", bytes: {files: 5, map: 4}});
  }
  become(state: ServiceWorkerState) {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

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
          ...listeners,
          installing: {...listeners, state: "redundant", postMessage: () => {}},
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
    const worker = new FakeWorker("activated", "aaaa");
    const registration = {...listeners, installing: null, waiting: null, active: worker, update: vi.fn()};
    offer(registration);
    const offline = new Offline();
    await offline.keep(false);
    expect(worker.said[0]).toEqual({say: "page", build: "aaaa"});
    expect(offline).toMatchObject({failed: false, newer: false, status: {map: false}});
    await offline.keep(true);
    expect(offline).toMatchObject({failed: false, status: {map: true}});
    registration.active = new FakeWorker("activated", "bbbb");
    await offline.look();
    expect(offline.newer).toBe(true);
  });

  it("is told of a newer one as soon as that is kept, and asks it again to take its turn where it is left waiting", async () => {
    vi.useFakeTimers({toFake: ["setTimeout", "clearTimeout"]});
    const next = new FakeWorker("installing", "bbbb");
    const registration = Object.assign(new EventTarget(), {
      installing: null as FakeWorker | null,
      waiting: null as FakeWorker | null,
      active: new FakeWorker("activated", "aaaa"),
    });
    offer(registration);
    try {
      const offline = new Offline();
      await offline.keep(false);
      registration.installing = next;
      registration.dispatchEvent(new Event("updatefound"));
      await vi.advanceTimersByTimeAsync(60_000);
      expect(offline.newer).toBe(false);
      expect(next.said).toEqual([]);
      Object.assign(registration, {installing: null, waiting: next});
      next.become("installed");
      await vi.waitFor(() => expect(offline.newer).toBe(true));
      await vi.advanceTimersByTimeAsync(5000);
      await vi.advanceTimersByTimeAsync(60_000);
      const asked = () => next.said.filter((said) => (said as {say: string}).say === "take-over").length;
      expect(asked()).toBe(2);
      next.become("activating");
      await vi.advanceTimersByTimeAsync(600_000);
      expect(asked()).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it("asks a worker that is not thrown away no more than three times", async () => {
    vi.useFakeTimers({toFake: ["setTimeout", "clearTimeout"]});
    const waiting = new FakeWorker("installed", "bbbb");
    const registration = {...listeners, installing: null, waiting, active: new FakeWorker("activated", "aaaa")};
    offer(registration);
    try {
      const offline = new Offline();
      await offline.keep(true);
      expect(offline).toMatchObject({newer: true, failed: false, status: {build: "bbbb", map: true}});
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(waiting.said.filter((said) => (said as {say: string}).say === "take-over")).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
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
