// @vitest-environment node
import {afterEach, describe, expect, it, vi} from "vitest";
import {ImportError} from "../../../src/data/formats/table.ts";
import {ImportClient} from "../../../src/data/import/client.ts";
import type {Progress} from "../../../src/data/import/imported.ts";
import {Importer, type ImportInput} from "../../../src/data/import/importer.ts";
import {inputOf} from "../../../src/data/import/load.ts";
import type {ImportResponse} from "../../../src/data/import/worker.ts";
import {textAt} from "../../../src/data/text.ts";
import {columnsOf} from "./read.ts";

const csv = (text: string): ImportInput => inputOf({files: [{name: "a.csv", blob: new Blob([text])}]});
const TABLE = "date,lat,lon,title,note\n2024-01-28,33.3,38.7,Raid,one\n2024-02-29,-1.25,36.8,March,two\n";
const PROGRESS: Progress = {stage: "reading", bytes: 1, total: 2, rows: 3};

/** The same as a file that is always read as text, whose columns are strings. */
const utf16 = (text: string): ImportInput => {
  const units = Uint16Array.from({length: text.length + 1}, (_, i) => (i === 0 ? 0xfeff : text.charCodeAt(i - 1)));
  return inputOf({files: [{name: "a.csv", blob: new Blob([units])}]});
};

/** A worker that answers when the test says so. */
class FakeWorker {
  static made: FakeWorker[] = [];
  onmessage: ((event: {data: ImportResponse}) => void) | null = null;
  onerror: ((event: {preventDefault(): void; message?: string}) => void) | null = null;
  asked: {id: number; input: ImportInput}[] = [];
  terminated = false;
  constructor() {
    FakeWorker.made.push(this);
  }
  postMessage(request: {id: number; input: ImportInput}) {
    this.asked.push(request);
  }
  terminate() {
    this.terminated = true;
  }
  say(response: Omit<ImportResponse, "id">, id = this.asked.at(-1)!.id) {
    this.onmessage?.({data: {id, ...response} as ImportResponse});
  }
  /** Reads as the real one does, and answers as it does. */
  async answer(): Promise<void> {
    const {id, input} = this.asked.at(-1)!;
    const self = {
      onmessage: null as ((event: {data: unknown}) => Promise<void>) | null,
      // What crosses is a copy that has lost its methods.
      postMessage: (response: ImportResponse, {transfer}: {transfer: ArrayBuffer[]}) =>
        this.onmessage?.({data: structuredClone(response, {transfer})}),
    };
    vi.stubGlobal("self", self);
    vi.resetModules();
    await import("../../../src/data/import/worker.ts");
    await self.onmessage!({data: {id, input}});
  }
}

const useFake = (): void => {
  FakeWorker.made = [];
  vi.stubGlobal("Worker", FakeWorker);
};
const last = () => FakeWorker.made.at(-1)!;
const endOf = (reading: Promise<unknown>) =>
  reading.then(
    () => "read",
    (error: Error) => (error instanceof ImportError ? error.code : error.name),
  );

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a client of the importing worker", () => {
  it("passes progress on, and puts columns of text together again that came one by one", async () => {
    useFake();
    const told: Progress[] = [];
    const reading = new ImportClient().read(utf16(TABLE), (progress) => told.push(progress));
    last().say({progress: PROGRESS} as never);
    expect(told).toEqual([PROGRESS]);
    await last().answer();
    const output = await reading;
    expect(columnsOf(output)).toEqual(columnsOf(await new Importer().read(utf16(TABLE), () => {})));
    expect(textAt(output.columns.texts["title"]!, 1)).toBe("March");
    expect(last().terminated).toBe(false);
  });

  it("gives columns that crossed as bytes back all that they can do", async () => {
    useFake();
    const table = `${TABLE}2024-03-01,5.5,6.5,Été à Ünye,"日本, 😀"\n2024-01-01,7.5,8.5,,\n`;
    const reading = new ImportClient().read(csv(table), () => {});
    await last().answer();
    const output = await reading;
    expect(columnsOf(output)).toEqual(columnsOf(await new Importer().read(utf16(table), () => {})));
    const {title, notes} = output.columns.texts;
    expect([title!.joined, notes!.joined]).toEqual(["RaidMarchÉté à Ünye", "onetwo日本, 😀"]);
    expect([0, 1, 2, 3].map((row) => textAt(notes!, row))).toEqual(["", "one", "two", "日本, 😀"]);
  });

  it("reads again in the same worker, and hears no answer to an older question", async () => {
    useFake();
    const client = new ImportClient();
    const first = client.read(csv(TABLE), () => {});
    await last().answer();
    await first;
    const second = client.read(csv(TABLE), () => {});
    expect(FakeWorker.made).toHaveLength(1);
    last().say({failure: {code: "broken", params: {}}} as never, 0);
    await last().answer();
    expect((await second).report.rows).toBe(2);
  });

  it("stops at once with an AbortError, and ends the worker; the next reading has a new one", async () => {
    useFake();
    const client = new ImportClient();
    const reading = endOf(client.read(csv(TABLE), () => {}));
    client.stop();
    expect(await reading).toBe("AbortError");
    expect(last().terminated).toBe(true);
    const again = client.read(csv(TABLE), () => {});
    expect(FakeWorker.made).toHaveLength(2);
    await last().answer();
    expect((await again).report.rows).toBe(2);
  });

  it("ends an older reading when a newer one begins", async () => {
    useFake();
    const client = new ImportClient();
    const older = endOf(client.read(csv(TABLE), () => {}));
    const newer = client.read(csv(TABLE), () => {});
    expect(await older).toBe("AbortError");
    expect(FakeWorker.made.map(({terminated}) => terminated)).toEqual([true, false]);
    await last().answer();
    expect((await newer).report.rows).toBe(2);
  });

  it("fails with what the worker says, and can be asked again", async () => {
    useFake();
    const client = new ImportClient();
    const reading = client.read(csv(TABLE), () => {});
    last().say({failure: {code: "too-large", params: {limit: 5}}} as never);
    await expect(reading).rejects.toMatchObject({code: "too-large", params: {limit: 5}});
    const again = client.read(csv(TABLE), () => {});
    await last().answer();
    expect((await again).report.rows).toBe(2);
  });

  it("gives up on a worker that is silent for two minutes, not on one that makes progress", async () => {
    vi.useFakeTimers();
    useFake();
    const client = new ImportClient();
    let end = "";
    void endOf(client.read(csv(TABLE), () => {})).then((how) => (end = how));
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(110_000);
      last().say({progress: PROGRESS} as never);
    }
    expect([end, last().terminated]).toEqual(["", false]);
    await vi.advanceTimersByTimeAsync(119_999);
    expect(end).toBe("");
    await vi.advanceTimersByTimeAsync(1);
    expect([end, last().terminated]).toEqual(["timed-out", true]);
  });

  it("reads in the page where no worker can be made, or the first one cannot be started", async () => {
    vi.stubGlobal("Worker", function () {
      throw new Error("refused by the policy");
    });
    expect((await new ImportClient().read(csv(TABLE), () => {})).report.rows).toBe(2);
    useFake();
    const client = new ImportClient();
    const reading = client.read(csv(TABLE), () => {});
    last().onerror!({preventDefault() {}});
    expect((await reading).report.rows).toBe(2);
    expect((await client.read(csv(TABLE), () => {})).report.rows).toBe(2);
    expect(FakeWorker.made).toHaveLength(1);
  });

  it("blames the file when a worker breaks down that has spoken before", async () => {
    useFake();
    const client = new ImportClient();
    const reading = endOf(client.read(csv(TABLE), () => {}));
    last().say({progress: PROGRESS} as never);
    last().onerror!({preventDefault() {}, message: "out of memory"});
    expect(await reading).toBe("unreadable");
    const again = client.read(csv(TABLE), () => {});
    expect(FakeWorker.made).toHaveLength(2);
    await last().answer();
    await again;
  });

  it("stops at once in the page too", async () => {
    vi.stubGlobal("Worker", function () {
      throw new Error("refused");
    });
    const client = new ImportClient();
    const much = csv(`date,x\n${"2024-01-28,a\n".repeat(20_000)}`);
    const reading = endOf(client.read(much, () => {}));
    client.stop();
    expect(await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, 0, "late"))])).toBe("AbortError");
    const [older, newer] = [endOf(client.read(much, () => {})), client.read(csv(TABLE), () => {})];
    expect(await older).toBe("AbortError");
    expect((await newer).report.rows).toBe(2);
  });
});

describe("the importing worker", () => {
  it("sends progress, long columns one to a message, and the rest with its buffers handed over", async () => {
    const sent: {response: ImportResponse; transfer: Transferable[]}[] = [];
    const self = {
      onmessage: null as ((event: {data: unknown}) => Promise<void>) | null,
      postMessage: (response: ImportResponse, {transfer}: {transfer: Transferable[]}) =>
        sent.push({response, transfer}),
    };
    vi.stubGlobal("self", self);
    vi.resetModules();
    await import("../../../src/data/import/worker.ts");
    await self.onmessage!({data: {id: 7, input: utf16(TABLE)}});
    expect(sent.every(({response}) => response.id === 7)).toBe(true);
    const names = sent.flatMap(({response}) => ("group" in response ? [`${response.group} ${response.name}`] : []));
    expect(names.sort()).toEqual(["texts notes", "texts title"]);
    const {response, transfer} = sent.at(-1)!;
    if (!("output" in response)) throw new Error("no output");
    expect(response.output.columns).toMatchObject({length: 2, texts: {}, others: {}});
    expect(transfer).toContain(response.output.columns.start.buffer);
    expect(structuredClone(response.output.columns, {transfer: transfer as ArrayBuffer[]}).length).toBe(2);

    await self.onmessage!({data: {id: 8, input: csv("")}});
    expect(sent.at(-1)!.response).toEqual({id: 8, failure: {code: "empty-file", params: {}}});
  });
});
