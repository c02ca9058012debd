import {cpus, loadavg, totalmem} from "node:os";

/** What the figures stand on. */
export function machine() {
  const all = cpus();
  return {
    cpu: all[0]?.model ?? "unknown",
    cores: all.length,
    memory: Math.round(totalmem() / 1e9),
    node: process.version,
  };
}

const NUMBERS = new Float64Array(1e6).fill(1.5);

/** How busy the machine is: its load average of the last minute, and the ms of one known loop, best of five. */
export function noise() {
  let best = Infinity;
  let sum = 0;
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    for (let i = 0; i < NUMBERS.length; i++) sum += NUMBERS[i];
    best = Math.min(best, performance.now() - began);
  }
  if (sum !== 7.5e6) throw new Error("the calibration loop was not run");
  return {load: loadavg()[0], loop: best};
}
