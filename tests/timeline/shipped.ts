import {readFileSync} from "node:fs";
import {join} from "node:path";
import {vi} from "vitest";
import type {ViewState} from "../../src/data/viewState.ts";
import {Session} from "../../src/state/session.svelte.ts";

const folder = join(import.meta.dirname, "../../data");

/** A session with the shipped story, or a table given as text, read from disk instead of the network. */
export async function openSession(view: ViewState = {}, csv?: string): Promise<Session> {
  vi.stubGlobal("fetch", async (url: URL) => {
    const name = url.pathname.split("/").at(-1)!;
    const text = csv !== undefined && name === "given.csv" ? csv : readFileSync(join(folder, name), "utf8");
    return Object.defineProperty(new Response(text), "url", {value: url.href});
  });
  const session = new Session(() => () => {});
  await session.open(csv === undefined ? "data/story.json" : "given.csv", "http://localhost/", view);
  if (session.status.kind !== "ready") throw new Error(`not ready: ${JSON.stringify(session.status)}`);
  return session;
}
