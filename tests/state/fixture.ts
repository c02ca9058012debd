import {readFileSync} from "node:fs";
import {join} from "node:path";
import {vi} from "vitest";
import type {FrameClock} from "../../src/state/frames.ts";
import {Selection} from "../../src/state/selection.svelte.ts";
import {csvOf, datasetOf} from "../data/fixture.ts";

export const BASE = "https://dateline.example/";

const shipped = (name: string) => readFileSync(join(import.meta.dirname, "../../data", name), "utf8");

/** Serves the shipped data under `data/`, and what `files` adds: a text, or a promise of one. */
export function fakeFetch(files: Record<string, string | Promise<string>> = {}): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (input: URL, {signal}: RequestInit) => {
    const path = String(input).replace(BASE, "");
    asked.push(path);
    const aborted = new Promise<never>((_, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason as Error));
    });
    const own = /^data\/(events|sites|totals|sources)\.csv$|^data\/story\.json$/.test(path);
    const body = files[path] ?? (own ? shipped(path.replace("data/", "")) : null);
    const text = await Promise.race([body, aborted]);
    return Object.defineProperty(new Response(text ?? "", {status: text === null ? 404 : 200}), "url", {
      value: String(input),
    });
  });
  return asked;
}

/** A clock that the test turns by hand. */
export class FakeClock {
  #waiting = new Set<(time: number) => void>();

  readonly request: FrameClock = (callback) => {
    this.#waiting.add(callback);
    return () => this.#waiting.delete(callback);
  };

  get idle(): boolean {
    return this.#waiting.size === 0;
  }

  frame(time: number): void {
    const due = [...this.#waiting];
    this.#waiting.clear();
    for (const callback of due) callback(time);
  }

  /** Frames from `from` to `to` ms, so many a second. */
  run(from: number, to: number, fps: number): void {
    const frames = Math.round(((to - from) / 1000) * fps);
    for (let i = 0; i <= frames; i++) this.frame(from + (i * 1000) / fps);
  }
}

/** A hundred days from 1 January 2024, an event on every third; odd ones are strikes, every tenth day's is a speech. */
export function hundredDays(): Selection {
  const day = (i: number) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
  const rows = Array.from({length: 34}, (_, i) => [
    `e${i}`,
    day(i * 3),
    (i * 3) % 10 === 0 ? "speech" : i % 2 === 0 ? "attack" : "strike",
    ["us", "press", ""][i % 3]!,
    i % 2 === 0 ? "Drones at the base" : "Rockets",
  ]);
  const dataset = datasetOf(csvOf(["id", "start", "kind", "status", "title"], rows), {
    mapping: {id: "id", start: "start", title: "title", certainty: "status"},
    series: {primary: {where: {kind: ["attack"]}}, counter: {where: {kind: ["strike"]}}},
    certainty: {us: "official", press: "media"},
    facets: ["status", "kind"],
  });
  return new Selection(() => ({dataset, facets: ["status", "kind"], certaintyFacet: "status"}));
}
