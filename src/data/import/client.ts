import {ImportError} from "../formats/table.ts";
import type {Progress} from "./imported.ts";
import type {Importer, ImportInput, ImportOutput} from "./importer.ts";
import {revived} from "./revived.ts";
import type {ImportResponse, TextGroup} from "./worker.ts";

/** A reader that says nothing for this long, in ms, is stopped. */
const SILENCE = 120_000;

interface Reading {
  id: number;
  texts: Record<TextGroup, ImportOutput["columns"]["texts"]>;
  tell(progress: Progress): void;
  resolve(output: ImportOutput): void;
  reject(error: Error): void;
}

const noTexts = (): Reading["texts"] => ({texts: Object.create(null), others: Object.create(null)}) as Reading["texts"];
const stopped = () => new DOMException("stopped", "AbortError");

/** Reads one file in a worker, again and again; where a page may start none, in the page itself. `stop` answers at once. */
export class ImportClient {
  #worker: Worker | null = null;
  #importer: Importer | null = null;
  #failed = false;
  #spoke = false;
  #reading: Reading | null = null;
  #next = 0;
  #watch: ReturnType<typeof setTimeout> | undefined;

  /** A newer call ends an older one with an AbortError. Throws an ImportError for a file that cannot be read. */
  async read(input: ImportInput, tell: (progress: Progress) => void): Promise<ImportOutput> {
    if (this.#reading !== null) this.stop();
    const worker = this.#start();
    if (worker === null) return this.#inPage(input, tell);
    const id = this.#next++;
    try {
      return await new Promise<ImportOutput>((resolve, reject) => {
        this.#reading = {id, texts: noTexts(), tell, resolve, reject};
        this.#heard();
        worker.postMessage({id, input});
      });
    } catch (error) {
      if (this.#failed) return this.#inPage(input, tell);
      throw error;
    }
  }

  stop(): void {
    this.#end(stopped());
  }

  #inPage(input: ImportInput, tell: (progress: Progress) => void): Promise<ImportOutput> {
    const id = this.#next++;
    return new Promise<ImportOutput>((resolve, reject) => {
      this.#reading = {id, texts: noTexts(), tell, resolve, reject};
      const tellOrEnd = (progress: Progress) => {
        if (this.#reading?.id !== id) throw stopped();
        tell(progress);
      };
      const read = async () => {
        const {Importer} = await import("./importer.ts");
        return (this.#importer ??= new Importer()).read(input, tellOrEnd);
      };
      const over = () => {
        if (this.#reading?.id === id) this.#reading = null;
      };
      read().finally(over).then(resolve, reject);
    });
  }

  #end(reason: Error): void {
    clearTimeout(this.#watch);
    this.#worker?.terminate();
    this.#worker = null;
    this.#reading?.reject(reason);
    this.#reading = null;
  }

  #heard(): void {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => this.#end(new ImportError("timed-out", {seconds: SILENCE / 1000})), SILENCE);
  }

  #take(data: ImportResponse): void {
    const reading = this.#reading;
    this.#spoke = true;
    if (reading === null || data.id !== reading.id) return;
    this.#heard();
    if ("progress" in data) return reading.tell(data.progress);
    if ("group" in data) {
      reading.texts[data.group][data.name] = data.column;
      return;
    }
    clearTimeout(this.#watch);
    this.#reading = null;
    if ("failure" in data) reading.reject(new ImportError(data.failure.code, data.failure.params));
    else {
      const columns = revived(data.output.columns);
      for (const group of ["texts", "others"] as const) Object.assign(columns[group], reading.texts[group]);
      reading.resolve({...data.output, columns});
    }
  }

  #start(): Worker | null {
    if (this.#failed) return null;
    if (this.#worker !== null) return this.#worker;
    try {
      const worker = new Worker(new URL("./worker.ts", import.meta.url), {type: "module"});
      worker.onmessage = ({data}: MessageEvent<ImportResponse>) => this.#take(data);
      worker.onerror = (event) => {
        event.preventDefault();
        // One that has spoken before can be started here: it was the file that broke it.
        this.#failed = !this.#spoke;
        this.#end(new ImportError("unreadable", {detail: event.message ?? ""}));
      };
      this.#worker = worker;
    } catch {
      this.#failed = true;
    }
    return this.#worker;
  }
}
