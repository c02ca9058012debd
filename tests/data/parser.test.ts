// @vitest-environment node
import {afterEach, describe, expect, it, vi} from "vitest";
import {Parser} from "../../src/data/parser.ts";
import type {Request, Response} from "../../src/data/worker.ts";
import {storyOf, utf8} from "./fixture.ts";

const input = {
  name: "a.csv",
  bytes: utf8("start\n2023-10-17"),
  sites: null,
  story: storyOf({mapping: {start: "start"}}),
};

/** Answers as the test says, a turn later; `undefined` never. */
class FakeWorker {
  static made: FakeWorker[] = [];
  static answer: (request: Request, worker: FakeWorker) => Response | undefined;
  onmessage: ((event: {data: Response}) => void) | null = null;
  onerror: ((event: {preventDefault(): void}) => void) | null = null;
  terminated = false;
  constructor() {
    FakeWorker.made.push(this);
  }
  postMessage(request: Request) {
    queueMicrotask(() => {
      const data = FakeWorker.answer(structuredClone(request), this);
      if (data !== undefined) this.onmessage?.({data});
    });
  }
  terminate() {
    this.terminated = true;
  }
}

function useFake(answer: typeof FakeWorker.answer) {
  FakeWorker.made = [];
  FakeWorker.answer = answer;
  vi.stubGlobal("Worker", FakeWorker);
}

afterEach(() => void vi.unstubAllGlobals());

describe("a parser", () => {
  it("asks one worker, and gives each its own answer", async () => {
    const held: (() => void)[] = [];
    useFake((request, worker) => {
      held.push(() => worker.onmessage?.({data: {id: request.id, table: [[String(request.id)]]}}));
      return undefined;
    });
    const parser = new Parser();
    const both = Promise.all([parser.table(utf8("a")), parser.table(utf8("b"))]);
    await vi.waitFor(() => expect(held).toHaveLength(2));
    held.reverse().forEach((answer) => answer());
    expect(await both).toEqual([[["0"]], [["1"]]]);
    expect(FakeWorker.made).toHaveLength(1);
  });

  it("parses in the page where a worker cannot be made", async () => {
    vi.stubGlobal(
      "Worker",
      class {
        constructor() {
          throw new DOMException("no", "SecurityError");
        }
      },
    );
    const parser = new Parser();
    expect((await parser.events(input)).report.rows).toBe(1);
    expect(await parser.table(utf8("a,b"))).toEqual([["a", "b"]]);
  });

  it("parses in the page where there is no such thing as a worker", async () => {
    vi.stubGlobal("Worker", undefined);
    expect((await new Parser().events(input)).columns.length).toBe(1);
  });

  it("parses in the page when the worker fails to start, and asks for no other", async () => {
    useFake((_, worker) => {
      worker.onerror?.({preventDefault() {}});
      return undefined;
    });
    const parser = new Parser();
    expect((await parser.events(input)).report.rows).toBe(1);
    expect(await parser.table(utf8("a"))).toEqual([["a"]]);
    expect(FakeWorker.made.map(({terminated}) => terminated)).toEqual([true]);
  });

  it("says what the worker says", async () => {
    useFake(({id}) => ({id, error: "no-start-column"}));
    await expect(new Parser().events(input)).rejects.toThrow("no-start-column");
  });

  it("ends everything that waits when it is stopped", async () => {
    useFake(() => undefined);
    const parser = new Parser();
    const waiting = parser.events(input);
    parser.stop();
    await expect(waiting).rejects.toMatchObject({name: "AbortError"});
    expect(FakeWorker.made[0]!.terminated).toBe(true);
  });
});
