import {idleFor} from "./atRest.ts";
import type {Said} from "./messages.ts";

/**
 * When a worker that is kept whole and still waits for its turn is asked to take it, in ms from one time to the next. It has asked the browser
 * itself as it was installed; where a file is asked for at that very moment, Chromium leaves it waiting, for good, unless it asks again. What it
 * asks while that is pending has no effect, so that the next times come when it has been ended for having nothing to do.
 */
const AGAIN = [2000, 60_000, 600_000];

/** Whether a worker comes to keep all that it keeps, or with `active` to be the one at work; settles then, or when it has failed. */
export function isInstalled(worker: ServiceWorker, active = false): Promise<boolean> {
  const states = active ? ["activated"] : ["installed", "activating", "activated"];
  return new Promise((resolve) => {
    const settle = () => {
      if (!states.includes(worker.state) && worker.state !== "redundant") return;
      worker.removeEventListener("statechange", settle);
      resolve(worker.state !== "redundant");
    };
    worker.addEventListener("statechange", settle);
    settle();
  });
}

/** Settles when a worker that waits for its turn has it or is thrown away, or has been asked as often as is sensible. */
export async function takesOver(worker: ServiceWorker): Promise<void> {
  for (const ms of AGAIN) {
    await idleFor(ms);
    if (worker.state !== "installed") return;
    worker.postMessage({say: "take-over"} satisfies Said);
  }
}
