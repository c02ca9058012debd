import {LANGUAGES, type Language} from "./data/languages.ts";
import type {FrameClock} from "./state/frames.ts";
import type {Session} from "./state/session.svelte.ts";

/** The browser's frames, as a session's clock. */
export const browserFrames: FrameClock = (callback) => {
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
};

/** The first language that there is: of `around`, a language tag or "", then of the reader. English where there is none. */
export function systemLanguage(around = ""): Language {
  for (const tag of [around, ...navigator.languages]) {
    const language = tag.split("-")[0]!.toLowerCase();
    if (LANGUAGES.includes(language as Language)) return language as Language;
  }
  return "en";
}

/** Has a session follow what the reader's system asks for, until `signal` ends it. */
export function followSystem({settings, player}: Session, signal?: AbortSignal): void {
  const follow = (query: string, tell: (matches: boolean) => void) => {
    const list = matchMedia(query);
    tell(list.matches);
    list.addEventListener("change", () => tell(list.matches), {signal});
  };
  follow("(prefers-color-scheme: dark)", (dark) => (settings.systemDark = dark));
  follow("(prefers-reduced-motion: reduce)", (reduced) => (settings.reducedMotion = player.stepwise = reduced));
}
