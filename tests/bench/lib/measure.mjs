import {inFreshBrowser} from "./browser.mjs";
import {noise} from "./machine.mjs";
import {summarise} from "./statistics.mjs";

/** A cell that has failed so often is not tried again. */
const PATIENCE = 2;

/**
 * Measures cells, each time in a browser of its own, interleaved: every cell once, then every cell again. A cell is `{engine, rows, path,
 * timeout, asksOthers, unheld, run}`, and `inBrowser` where the page is to be opened otherwise than by `inFreshBrowser`; `run` is given the browser's instruments and returns an object of numbers. One that fails is recorded as failed and the
 * others go on. Returns the cells with `samples`, `failures`, `noise` and `summary`.
 */
export async function measure(cells, {repetitions, origin, say}) {
  const results = cells.map((cell) => ({...cell, samples: [], failures: [], noise: []}));
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    for (const cell of results) {
      if (cell.failures.length >= PATIENCE) continue;
      cell.noise.push(noise());
      const name = `${cell.engine}, ${cell.rows.toLocaleString("en")} rows`;
      const began = performance.now();
      try {
        const open = cell.inBrowser ?? inFreshBrowser;
        const sample = await open(`${origin}/${cell.path}`, cell.run, cell);
        cell.samples.push(sample);
        say(`${repetition}/${repetitions} ${name}: ${shown(sample)} (${seconds(began)} s)`);
      } catch (error) {
        cell.failures.push(error.message.split("\n")[0]);
        say(`${repetition}/${repetitions} ${name}: FAILED, ${error.message} (${seconds(began)} s)`);
      }
    }
  }
  return results.map(({run: _, ...cell}) => ({
    ...cell,
    summary: cell.samples.length > 0 ? summarise(cell.samples) : null,
  }));
}

const seconds = (began) => ((performance.now() - began) / 1000).toFixed(0);
const shown = (sample) =>
  Object.entries(sample)
    .filter(([, value]) => typeof value === "number")
    .map(([name, value]) => `${name} ${Number(value.toPrecision(3))}`)
    .join(", ");
