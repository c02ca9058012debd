import {mount} from "svelte";
import App from "./App.svelte";
import {LANGUAGES, type Language} from "./data/languages.ts";
import type {ViewState} from "./data/viewState.ts";
import {Session} from "./state/session.svelte.ts";
import {OWN_STORY} from "./state/ownStory.ts";
import {decodeUrl, encodeUrl} from "./state/url.ts";
import {browserFrames, followSystem, systemLanguage} from "./surroundings.ts";
import "./ui/fonts/fonts.css";
import "./ui/fonts/near.css";
import "./ui/theme.css";
import "./page.css";

const root = document.documentElement;
const host = document.querySelector<HTMLElement>("date-line")!;
/** The story's picture, which stands in the page until the app does. */
const still = host.querySelector<HTMLElement>(".still-page");

const session = new Session(browserFrames);

session.frames.guard(host);

const {settings} = session;
settings.framed = window.parent !== window;
settings.systemLanguage = pageLanguage() ?? systemLanguage();
// What the query says of the arrangement is said of the page, whatever views it is given.
const asked = decodeUrl(location.search, "").view.view;
settings.arrange(asked ?? (root.dataset["view"] === "embed" ? "embed" : "explore"));
if (settings.mode === "embed")
  void import("./frame/options.ts").then(({readOptions}) => Object.assign(settings, readOptions(location.search)));
if (/[?&](?:primary|counter|paper|font|serif)=/.test(location.search))
  void import("./ui/brand.ts").then(({readBrand}) => (settings.brand = readBrand(location.search)));
followSystem(session);

let unknown: string[] = [];
let written = location.hash;
let isSpeaking = false;
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
      root.style.background = settings.palette["paper"] ?? "";
      document.title = title === "" ? "Dateline" : `${title} · Dateline`;
    },
    onready: () => {
      if (root.dataset["ready"] === "true") return;
      root.dataset["ready"] = "true";
      still?.remove();
      performance.mark("dateline:usable");
      void import("./afterwards.ts").then(({afterwards}) => afterwards(host, session, still));
      speak();
    },
    onmap: (kind: "ready" | "static") => {
      root.dataset["map"] = kind;
      performance.mark("dateline:idle");
    },
    link: () => (settings.mode === "embed" ? ownPage(session.view) : address(session.view)),
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
            open({
              ...(view.lang && {lang: view.lang}),
              ...(view.theme && {theme: view.theme}),
              ...(view.view && {view: view.view}),
            }),
          ),
        )
      : open(view);
  if (view.data !== undefined || view.file !== undefined) still?.remove();
  void shown.then(() => {
    if (session.status.kind !== "failed") return;
    still?.remove();
    speak();
  });
  if (bad.length > 0) void shown.then(() => (session.notice = {code: "bad-parameters", names: [...bad, ...unread()]}));
}

/** From the first data or the first failure on, the element answers to scripts, and the page around the frame is spoken to. */
function speak(): void {
  void import("./element.ts").then(({attach}) => attach(host, session));
  if (!settings.framed || isSpeaking) return;
  isSpeaking = true;
  void import("./frame/attach.svelte.ts").then(({attachFrame}) => attachFrame(session, host));
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

/** This page's address with the whole view in its hash. What the query said of the view moves there; what is not ours stays where it was, and so does the arrangement. */
function address(view: ViewState): string {
  const url = new URL(location.href);
  const kept = decodeUrl("", url.search.replace("?", "#")).unknown;
  url.search = (asked === undefined ? kept : [`view=${asked}`, ...kept]).join("&");
  url.hash = encodeUrl(view, unknown);
  return url.href.replace(/#$/, "");
}

/** The address of an embed's view as a page of its own, without what a frame is told of itself. */
function ownPage({view: _, ...view}: ViewState): string {
  const url = new URL("./", location.href);
  const lang = view.lang ?? pageLanguage();
  url.hash = encodeUrl({...view, ...(lang && {lang})});
  return url.href;
}

/** The language that the page was made for, if for one alone. */
function pageLanguage(): Language | undefined {
  return LANGUAGES.find((language) => language === root.dataset["lang"]);
}
