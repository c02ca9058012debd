import {readFileSync} from "node:fs";
import {join} from "node:path";
import {vi} from "vitest";
import type {ViewState} from "../src/data/viewState.ts";
import {Session} from "../src/state/session.svelte.ts";

/** A session that shows the shipped story, with its tables read from disk. */
export async function shippedSession(view: ViewState = {}): Promise<Session> {
  vi.stubGlobal("fetch", async (input: URL | string) => {
    const name = new URL(input).pathname.split("/").at(-1)!;
    const body = readFileSync(join(import.meta.dirname, "../data", name));
    return Object.defineProperty(new Response(new Uint8Array(body)), "url", {value: String(input)});
  });
  const session = new Session(() => () => {});
  await session.open("data/story.json", "http://localhost/", view);
  return session;
}
