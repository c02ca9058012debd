import type {Asked, Command} from "../frame/protocol.ts";

/** How long a frame may take to answer, in ms; to open data it may take as long as it likes. */
const PATIENCE = 10_000;

/** Commands on their way to a frame, and those who wait for its answers. */
export class Calls {
  #waiting = new Map<number, (error?: string) => void>();
  #last = 0;

  /** Sends a command. Rejected when the frame refuses it, is taken away, or does not answer: it heeds pages of allowed origins only. */
  ask<N extends keyof Asked>(frame: Window, name: N, data: Asked[N]): Promise<void> {
    const call = ++this.#last;
    const command: Command<N> = {source: "dateline", v: 1, call, type: "command", name, data};
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, (error) => {
        this.#waiting.delete(call);
        if (error === undefined) resolve();
        else reject(new Error(error));
      });
      frame.postMessage(command, "*");
      if (name !== "open") setTimeout(() => this.settle(call, "no answer"), PATIENCE);
    });
  }

  /** A reply has come; `error` says why nothing was done. */
  settle(call: number, error?: string): void {
    this.#waiting.get(call)?.(error);
  }

  /** The frame has been taken away. */
  end(): void {
    this.#waiting.forEach((settle) => settle("removed"));
  }
}
