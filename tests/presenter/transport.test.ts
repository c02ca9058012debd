import {describe, expect, it, vi} from "vitest";
import {Exchange} from "../../src/presenter/channel.ts";
import {connect, type Surroundings} from "../../src/presenter/transport.ts";

const hello = new Exchange("stage", "s", () => "a story", {
  view: {},
  blank: "none",
  pointer: null,
  playing: false,
  frame: null,
}).hello();

/** A window that keeps what is posted to it, and can be spoken to. */
function fake(origin: string, opener: unknown = null) {
  const listeners = new Set<(event: MessageEvent) => void>();
  const posted: {message: unknown; target: string}[] = [];
  const here = {
    origin,
    opener,
    closed: false,
    addEventListener: (_: string, listener: never) => listeners.add(listener),
    removeEventListener: (_: string, listener: never) => listeners.delete(listener),
    postMessage: (message: unknown, target: string) => posted.push({message, target}),
  };
  const from = (source: unknown, data: unknown, of = origin) =>
    listeners.forEach((listener) => listener({source, data, origin: of} as MessageEvent));
  return {here: here as unknown as Surroundings & Window, posted, from, listeners};
}

describe("without a channel", () => {
  it("a page on disk speaks with the window that it has opened, and with that one alone", () => {
    const stage = fake("null");
    const popup = fake("null", stage.here);
    const stranger = fake("null");
    const heard = vi.fn();
    const transport = connect(stage.here, () => popup.here, heard);
    transport.post(hello);
    expect(popup.posted).toEqual([{message: hello, target: "*"}]);
    stage.from(stranger.here, "a stranger's");
    stage.from(popup.here, "of another origin", "https://example.org");
    stage.from(popup.here, "its own");
    expect(heard.mock.calls).toEqual([["its own"]]);
    transport.close();
    expect(stage.listeners.size).toBe(0);
  });

  it("a stage that was loaded again knows its window by whom that was opened from", () => {
    const stage = fake("null");
    const popup = fake("null", stage.here);
    const heard = vi.fn();
    const transport = connect(stage.here, () => null, heard);
    transport.post(hello);
    expect(popup.posted).toEqual([]);
    stage.from(popup.here, "hello");
    transport.post(hello);
    expect([heard.mock.calls.length, popup.posted.length]).toEqual([1, 1]);
  });

  it("a browser that has no channel names the page's origin", () => {
    const stage = fake("https://example.org");
    const presenter = fake("https://example.org", stage.here);
    connect(
      presenter.here,
      () => null,
      () => {},
    ).post(hello);
    expect(stage.posted).toEqual([{message: hello, target: "https://example.org"}]);
  });
});

it("with a channel the windows are not spoken to", () => {
  const posted: unknown[] = [];
  class Channel {
    onmessage: ((event: {data: unknown}) => void) | null = null;
    postMessage = (message: unknown) => posted.push(message);
    close = () => {};
  }
  const stage = fake("https://example.org");
  const popup = fake("https://example.org", stage.here);
  stage.here.BroadcastChannel = Channel as unknown as typeof BroadcastChannel;
  connect(
    stage.here,
    () => popup.here,
    () => {},
  ).post(hello);
  expect([posted, popup.posted]).toEqual([[hello], []]);
});
