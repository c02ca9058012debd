import {mount} from "svelte";
import App from "./App.svelte";
import {LANGUAGES, type Language} from "./data/languages.ts";
import type {ViewState} from "./data/viewState.ts";
import {Session} from "./state/session.svelte.ts";
import {OWN_STORY} from "./state/ownStory.ts";
import {decodeUrl, encodeUrl} from "./state/url.ts";
import "./ui/fonts/fonts.css";
import "./ui/theme.css";
import "./page.css";

const root = document.documentElement;
const host = document.querySelector<HTMLElement>("date-line")!;

const session = new Session((callback) => {
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
});

session.frames.guard(host);

const {settings} = session;
settings.framed = window.parent !== window;
settings.systemLanguage = systemLanguage();
follow("(prefers-color-scheme: dark)", (dark) => (settings.systemDark = dark));
follow("(prefers-reduced-motion: reduce)", (reduced) => (settings.reducedMotion = session.player.stepwise = reduced));

let unknown: string[] = [];
let written = location.hash;
readAddress();
window.addEventListener("hashchange", () => {
  if (location.hash !== written) readAddress();
});

mount(App, {
  target: host,
  props: {
    session,
    page: true,
    onview: writeAddress,
    onpage: ({lang, dir, dark, title}: {lang: string; dir: string; dark: boolean; title: string}) => {
      root.lang = lang;
      root.dir = dir;
      root.dataset["dark"] = String(dark);
      document.title = title === "" ? "Dateline" : `${title} · Dateline`;
    },
    onready: () => {
      if (root.dataset["ready"] === "true") return;
      root.dataset["ready"] = "true";
      performance.mark("dateline:usable");
      void import("./element.ts").then(({attach}) => attach(host, session));
    },
    onmap: (kind: "ready" | "static") => {
      root.dataset["map"] = kind;
      performance.mark("dateline:idle");
    },
    link: () => address(session.view),
    onretry: readAddress,
    onownstory: () => {
      location.hash = "";
      location.search = "";
    },
  },
});

/** Shows what the page's address asks for. */
function readAddress(): void {
  const {view, unknown: others, bad} = decodeUrl(location.search, location.hash);
  unknown = others;
  written = location.hash;
  if (session.notice?.code === "bad-parameters") session.notice = null;
  settings.theme = view.theme ?? settings.theme;
  settings.language = view.lang ?? null;
  const isShown = session.status.kind === "ready" && view.data === session.view.data && view.file === session.view.file;
  const shown = isShown
    ? Promise.resolve(void (session.view = view))
    : view.file !== undefined && view.data === undefined
      ? import("./state/resume.ts").then(({resume}) =>
          resume(session, view, () =>
            open({...(view.lang && {lang: view.lang}), ...(view.theme && {theme: view.theme})}),
          ),
        )
      : open(view);
  if (bad.length > 0) void shown.then(() => (session.notice = {code: "bad-parameters", names: [...bad, ...unread()]}));
}

function open(view: ViewState): Promise<void> {
  return session.open(view.data ?? OWN_STORY, document.baseURI, view);
}

/** What the session itself could not make sense of: an event or a place that there is not. */
const unread = (): readonly string[] => (session.notice?.code === "bad-parameters" ? session.notice.names : []);

function writeAddress(view: ViewState): void {
  // The reader or a link has just changed it, and the event that says so is still to come.
  if (location.hash !== written) return;
  const next = address(view);
  if (next === location.href) return;
  try {
    history.replaceState(history.state, "", next);
    written = location.hash;
  } catch {
    // Safari allows a hundred changes in half a minute.
  }
}

/** This page's address with the whole view in its hash. What the query said of the view moves there; what is not ours stays where it was. */
function address(view: ViewState): string {
  const url = new URL(location.href);
  url.search = decodeUrl("", url.search.replace("?", "#")).unknown.join("&");
  url.hash = encodeUrl(view, unknown);
  return url.href.replace(/#$/, "");
}

function follow(query: string, tell: (matches: boolean) => void): void {
  const list = matchMedia(query);
  tell(list.matches);
  list.addEventListener("change", () => tell(list.matches));
}

function systemLanguage(): Language {
  for (const tag of navigator.languages) {
    const language = tag.split("-")[0]!.toLowerCase();
    if (LANGUAGES.includes(language as Language)) return language as Language;
  }
  return "en";
}
