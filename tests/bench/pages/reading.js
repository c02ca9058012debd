import {sumsOf} from "../data/csv.mjs";
import {longTasks} from "./scrub.js";

/**
 * Makes a page that reads the file of its `<input>` with `read(file)`, which gives columns in time order: `{time, lat, lon, killed}` as typed
 * arrays, and `category(row)`. What is made of them `next` is not timed, but watched for long tasks.
 */
export function readingPage(read, next = () => {}) {
  const input = document.createElement("input");
  input.type = "file";
  document.body.append(input);
  let columns;
  globalThis.bench = {
    /** Ms that it took, and the long tasks in it. */
    async read() {
      const stop = longTasks();
      const began = performance.now();
      columns = await read(input.files[0]);
      const took = performance.now() - began;
      await next();
      await new Promise((resolve) => setTimeout(resolve));
      return {took, longTasks: stop()};
    },
    sums: () => sumsOf({...columns, categories: Array.from(columns.time, (_, row) => columns.category(row))}),
  };
}
