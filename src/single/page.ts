import {mount} from "svelte";
import App from "../App.svelte";
import {UNABLE} from "../data/save/singlePage.ts";
import type {ViewState} from "../data/viewState.ts";
import {Session} from "../state/session.svelte.ts";
import {decodeUrl, encodeUrl} from "../state/url.ts";
import {browserFrames, followSystem} from "../surroundings.ts";
import {addOwnFaces} from "./ownFaces.ts";
import {loadOwn, ownContent} from "./ownStory.ts";
import {HOME} from "./script.ts";
import "../ui/fonts/fonts.css";
import "../ui/theme.css";
import "../page.css";

const root = document.documentElement;
const host = document.querySelector<HTMLElement>("date-line")!;
const content = ownContent();
const session = new Session(browserFrames, HOME);
const {settings} = session;

session.frames.guard(host);
settings.framed = window.parent !== window;
settings.systemLanguage = content.language;
settings.brand = content.brand;
followSystem(session);
addOwnFaces();

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
      root.style.background = settings.palette["paper"] ?? "";
      document.title = title === "" ? "Dateline" : `${title} · Dateline`;
    },
    onready: () => {
      root.dataset["ready"] = "true";
      void import("../element.ts").then(({attach}) => attach(host, session));
    },
    onmap: (kind: "ready" | "static") => (root.dataset["map"] = kind),
    link: () => addressOf(session.view),
    onretry: readAddress,
    onownstory: () => void show(content.view),
  },
});

/** Shows what the address asks for after its `#`; without any, the view that the file was saved in. */
function readAddress(): void {
  const {view: asked, unknown: others, bad} = decodeUrl("", location.hash);
  unknown = others;
  written = location.hash;
  const view = Object.keys(asked).length === 0 ? content.view : asked;
  settings.theme = view.theme ?? settings.theme;
  settings.language = view.lang ?? null;
  const {file: name} = view;
  const isOwn = session.status.kind === "ready" && session.view.file === undefined && session.view.data === undefined;
  const shown =
    name !== undefined
      ? show({}).then(() => {
          session.wanted = view;
          session.notice = {code: "needs-file", name};
        })
      : isOwn
        ? Promise.resolve(void (session.view = view))
        : show(view);
  if (bad.length > 0) void shown.then(() => (session.notice = {code: "bad-parameters", names: bad}));
}

/** Data from other addresses are not in the file: whatever a view says of them, its story is shown. */
function show({data: _, file: __, ...view}: ViewState): Promise<void> {
  return loadOwn().then(
    (loaded) => session.show(loaded, view),
    () => void (document.getElementById(UNABLE)!.hidden = false),
  );
}

function writeAddress(view: ViewState): void {
  if (location.hash !== written) return;
  const next = addressOf(view);
  if (next === location.href) return;
  try {
    history.replaceState(history.state, "", next);
    written = location.hash;
  } catch {
    // A browser may refuse this to a file, and Safari allows a hundred changes in half a minute.
  }
}

function addressOf(view: ViewState): string {
  const url = new URL(location.href);
  url.hash = encodeUrl(view, unknown);
  return url.href.replace(/#$/, "");
}
