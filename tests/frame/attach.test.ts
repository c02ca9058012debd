import {flushSync} from "svelte";
import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {attachFrame} from "../../src/frame/attach.svelte.ts";
import type {Session} from "../../src/state/session.svelte.ts";
import {shippedSession} from "../shippedSession.ts";

const table = (title: string) => `date,lat,lon,title\n2024-01-28,33.3,38.7,${title}\n2024-02-29,-1.25,36.8,March\n`;
const UNCLEAR = "date,lat,lon\n1/2/2024,33.3,38.7\n3/4/2024,-1.25,36.8\n";

interface Said {
  type: string;
  data?: unknown;
  replyTo?: number;
  error?: string;
}

let session: Session;
let said: Said[];
let detach: () => void;
let calls = 0;

beforeEach(async () => {
  session = await shippedSession();
  session.settings.framed = true;
  said = [];
  vi.spyOn(window, "postMessage").mockImplementation(((message: Said & {source?: string}) => {
    if (message.source === "dateline") said.push(structuredClone(message));
  }) as typeof window.postMessage);
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([]);
  detach = attachFrame(session, document.createElement("div"));
  flushSync();
});
afterEach(() => {
  detach();
  session.opening?.cancel();
});

function say(data: unknown, origin = location.origin, source: Window | null = window) {
  window.dispatchEvent(new MessageEvent("message", {data, origin, source}));
}

/** Sends a command and waits for what is answered to it. */
async function ask(name: string, data: unknown = null): Promise<Said> {
  const call = ++calls;
  say({source: "dateline", v: 1, call, type: "command", name, data});
  const answer = () => said.find(({type, replyTo}) => type === "reply" && replyTo === call);
  await vi.waitFor(() => expect(answer()).toBeDefined(), 5000);
  flushSync();
  return answer()!;
}
const ofType = (wanted: string) => said.filter(({type}) => type === wanted);
const rowsTold = () => ofType("report").map(({data}) => (data as {rows: number}).rows);

it("answers commands of the window around it and of nobody else", async () => {
  expect(await ask("seek", "2023-11-20")).toMatchObject({data: null});
  expect(session.view.time).toBe("2023-10-17..2023-11-20");
  said = [];
  const command = {source: "dateline", v: 1, call: 99, type: "command", name: "seek", data: "2023-12-01"};
  for (const origin of ["https://evil.example", "null", ""]) say(command, origin);
  say(command, location.origin, null);
  detach();
  say(command);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(said).toEqual([]);
  expect(session.view.time).toBe("2023-10-17..2023-11-20");
});

it("tells of data that the page around it has brought", async () => {
  await ask("open", table("Raid"));
  expect(rowsTold()).toEqual([232, 2]);
});

it("tells of the last of two tables that were brought together", async () => {
  const first = ask("open", table("First"));
  await ask("open", `${table("Second")}2024-03-01,1,2,Third\n`);
  await first;
  expect(rowsTold()).toEqual([232, 3]);
});

it("tells nothing of a reader's own file, whatever the page around it tries to open", async () => {
  await session.bring({kind: "files", files: [new File([table("Secret")], "secret.csv")]});
  flushSync();
  expect(session.view.file).toBe("secret.csv");
  said = [];
  await ask("open", "https://10.0.0.1/table.csv");
  const {dataset} = session.loaded!;
  await ask("select", dataset.id(0));
  expect(session.view.event).toBe(dataset.id(0));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(JSON.stringify(said.filter(({type}) => type !== "reply"))).not.toMatch(/secret|"select"|"report"|"view"/i);
  expect(ofType("reply")).toHaveLength(2);
  expect(ofType("error").map(({data}) => (data as {code: string}).code)).toEqual(["bad-url"]);
});

it("tells nothing of a reader's own file that could not be read", async () => {
  await session.bring({kind: "files", files: [new File([""], "secret.csv")]});
  flushSync();
  expect(session.opening!.failure!.code).toBe("empty-file");
  expect(ofType("error")).toEqual([]);
});

it("answers that something went wrong, and goes on listening", async () => {
  vi.spyOn(session, "bring").mockRejectedValueOnce(new Error("Failed to fetch dynamically imported module"));
  expect((await ask("open", table("Raid"))).error).toMatch(/open/);
  expect((await ask("open", table("Raid"))).error).toBeUndefined();
  expect(rowsTold()).toEqual([232, 2]);
});

it("takes a doubtful table as it was understood in an embed, and has the reader asked on the whole page", async () => {
  await ask("open", UNCLEAR);
  expect(session.opening).toMatchObject({stage: "review", shown: false});
  expect(rowsTold()).toEqual([232]);
  session.settings.mode = "embed";
  await ask("open", UNCLEAR);
  expect(rowsTold()).toEqual([232, 2]);
});

it("says so when no row of a table could be shown", async () => {
  session.settings.mode = "embed";
  await ask("open", "date,lat,lon\nnever,33.3,38.7\nat no time,1,2\n");
  expect(ofType("error").map(({data}) => data)).toEqual([{code: "no-rows", detail: "pasted-table", params: {}}]);
  expect(rowsTold()).toEqual([232]);
});
