import {mount, unmount} from "svelte";
import type {Language} from "../data/languages.ts";
import {keepsMap, keepsUnasked, surroundings} from "./allowed.ts";
import {idleFor} from "./atRest.ts";
import {offline} from "./Offline.svelte.ts";
import Update from "./Update.svelte";

/** How long the first view has been at rest before anything is fetched that it does not need, in ms. */
const REST = 3000;

/** What is to be known of the page. */
export interface Page {
  host: HTMLElement;
  mode(): string;
  language(): Language;
}

/** Keeps the page for use without network once its first view is at rest, and says quietly when there is a newer build. */
export async function keepOffline(page: Page): Promise<void> {
  const around = () => surroundings(page.mode());
  if (!offline.isBuilt || !keepsUnasked(around())) return;
  // Who presents may leave the network at any moment.
  if (!/^present/.test(page.mode())) await idleFor(REST);
  await offline.keep(keepsMap(around()));
  if (around().installed) void navigator.storage?.persist?.().catch(() => false);

  document.addEventListener("visibilitychange", () => document.hidden || void offline.refresh());
  setInterval(() => void offline.refresh(), 3_600_000);
  $effect.root(() => {
    $effect(() => {
      if (offline.status !== null && !offline.status.map && /^present/.test(page.mode()) && keepsMap(around()))
        void offline.keep(true);
    });
    $effect(() => {
      const parent = page.host.querySelector(".dateline");
      // Nothing is put over a story that is being told.
      if (!offline.newer || parent === null || page.mode() !== "explore") return;
      const notice = mount(Update, {target: parent, props: {language: page.language}});
      return () => void unmount(notice);
    });
  });
}
