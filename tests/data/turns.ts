import {vi} from "vitest";

/** Gives each message a task of its own, as pages do; Node hands over all there are in one. */
export function oneTaskAMessage(): void {
  class Port {
    onmessage: (() => void) | null = null;
    other: Port | null = null;
    postMessage(): void {
      const {other} = this;
      setImmediate(() => other?.onmessage?.());
    }
    close(): void {
      this.onmessage = null;
    }
  }
  vi.stubGlobal(
    "MessageChannel",
    class {
      port1 = new Port();
      port2 = new Port();
      constructor() {
        this.port2.other = this.port1;
      }
    },
  );
}

/** Lets the next task run. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
