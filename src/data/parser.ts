import type {EventsInput, EventsOutput} from "./parse.ts";
import type {Story} from "./story.ts";
import type {Request, Response} from "./worker.ts";

type Reply = {resolve(response: Response): void; reject(error: Error): void};

/** Parses in a worker; where a page may start none (an opaque origin, a strict policy), in the page itself. */
export class Parser {
  #worker: Worker | null = null;
  #failed = false;
  #next = 0;
  #waiting = new Map<number, Reply>();

  async story(json: string): Promise<Story> {
    const response = await this.#ask({kind: "story", json, id: this.#next++});
    if (response === null) return (await import("./parse.ts")).readStory(json);
    return (response as {story: Story}).story;
  }

  async events(input: EventsInput): Promise<EventsOutput> {
    const response = await this.#ask({kind: "events", input, id: this.#next++});
    if (response === null) return (await import("./parse.ts")).parseEvents(input);
    return (response as {events: EventsOutput}).events;
  }

  async table(bytes: ArrayBuffer): Promise<string[][]> {
    const response = await this.#ask({kind: "table", bytes, id: this.#next++});
    if (response === null) return (await import("./parse.ts")).parseTable(bytes);
    return (response as {table: string[][]}).table;
  }

  /** Ends the worker and everything that waits for it. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const {reject} of this.#waiting.values()) reject(new DOMException("stopped", "AbortError"));
    this.#waiting.clear();
  }

  /** The worker's answer, or null when there can be no worker. */
  async #ask(request: Request): Promise<Response | null> {
    const worker = this.start();
    if (worker === null) return null;
    try {
      return await new Promise<Response>((resolve, reject) => {
        this.#waiting.set(request.id, {resolve, reject});
        worker.postMessage(request);
      });
    } catch (error) {
      if (this.#failed) return null;
      throw error;
    }
  }

  /** The worker, which starts where there is none yet; null where there can be none. */
  start(): Worker | null {
    if (this.#failed) return null;
    if (this.#worker !== null) return this.#worker;
    try {
      const worker = new Worker(new URL("./worker.ts", import.meta.url), {type: "module"});
      worker.onmessage = ({data}: MessageEvent<Response>) => {
        const reply = this.#waiting.get(data.id);
        this.#waiting.delete(data.id);
        if ("error" in data) reply?.reject(new Error(data.error));
        else reply?.resolve(data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.#failed = true;
        this.stop();
      };
      this.#worker = worker;
    } catch {
      this.#failed = true;
    }
    return this.#worker;
  }
}
