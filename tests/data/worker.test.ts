// @vitest-environment node
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import type {Request, Response} from "../../src/data/worker.ts";
import {storyOf, utf8} from "./fixture.ts";

type Scope = {
  onmessage: (event: {data: Request}) => Promise<void>;
  postMessage: (response: Response, options?: {transfer: ArrayBuffer[]}) => void;
};
let scope: Scope;
let said: [response: Response, transfer: ArrayBuffer[]][];

beforeEach(async () => {
  said = [];
  scope = {
    onmessage: async () => {},
    postMessage: (response, options) => said.push([response, options?.transfer ?? []]),
  };
  vi.stubGlobal("self", scope);
  vi.resetModules();
  await import("../../src/data/worker.ts");
});
afterEach(() => void vi.unstubAllGlobals());

const input = (csv: string) => ({
  name: "a.csv",
  bytes: utf8(csv),
  sites: null,
  story: storyOf({mapping: {start: "start"}}),
});

describe("the worker", () => {
  it("answers with columns whose buffers it hands over", async () => {
    await scope.onmessage({data: {id: 7, kind: "events", input: input("start,title\n2023-10-17,x")}});
    const [response, transfer] = said[0]!;
    expect(response).toMatchObject({id: 7, events: {report: {rows: 1}, columns: {length: 1}}});
    expect(transfer.length).toBeGreaterThan(8);
    expect(() => structuredClone(response, {transfer})).not.toThrow();
  });

  it("answers with a table, and with a story", async () => {
    await scope.onmessage({data: {id: 1, kind: "table", bytes: utf8("a,b\n1,2")}});
    await scope.onmessage({data: {id: 2, kind: "story", json: '{"data": "a.csv"}'}});
    expect(said.map(([response]) => response)).toMatchObject([
      {
        id: 1,
        table: [
          ["a", "b"],
          ["1", "2"],
        ],
      },
      {id: 2, story: {data: "a.csv", timezone: "UTC"}},
    ]);
  });

  it("answers with what went wrong", async () => {
    await scope.onmessage({data: {id: 1, kind: "events", input: input("")}});
    await scope.onmessage({data: {id: 2, kind: "events", input: input("a,b\n1,2")}});
    await scope.onmessage({data: {id: 3, kind: "story", json: "{"}});
    await scope.onmessage({data: {id: 4, kind: "story", json: '{"data": "a", "view": {"speed": 0}}'}});
    expect(said.slice(0, 2).map(([response]) => response)).toEqual([
      {id: 1, error: "empty-file"},
      {id: 2, error: "no-start-column"},
    ]);
    expect(said[3]![0]).toMatchObject({id: 4, error: expect.stringContaining("view.speed: ") as string});
  });
});
