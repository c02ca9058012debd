/** Rows from which on a table is counted, put on screen and drawn in several tasks, so that none of them is a long one. */
export const MANY = 50_000;

/** How long the main thread is kept at a time, in ms: short enough that a frame and a key stroke fit in between. */
const SLICE = 6;

/**
 * Does a long piece of work in slices of a few ms, each in a task of its own, and calls `done` with its result in one more; a step of
 * `work` is to take well under a slice. Returns how to call it off, after which `done` is not called.
 */
export function inSlices<T>(work: Generator<void, T>, done: (result: T) => void): () => void {
  const {port1, port2} = new MessageChannel();
  let step: IteratorResult<void, T> = {done: false, value: undefined};
  port1.onmessage = () => {
    if (step.done) {
      port1.close();
      done(step.value);
      return;
    }
    const until = performance.now() + SLICE;
    do step = work.next();
    while (!step.done && performance.now() < until);
    port2.postMessage(null);
  };
  port2.postMessage(null);
  return () => port1.close();
}

/** The result of a piece of work that is done at once. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const {done, value} = work.next();
    if (done) return value;
  }
}
