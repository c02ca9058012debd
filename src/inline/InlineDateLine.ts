import {mount, unmount} from "svelte";
import App from "../App.svelte";
import type {ViewState} from "../data/viewState.ts";
import {DateLine} from "../element.ts";
import {readOptions} from "../frame/options.ts";
import {OWN_STORY} from "../state/ownStory.ts";
import {Session} from "../state/session.svelte.ts";
import {encodeUrl} from "../state/url.ts";
import {browserFrames, followSystem, systemLanguage} from "../surroundings.ts";
import "../ui/theme.css";
import {BRANDED, changedView, readAttributes, type Asked} from "./attributes.ts";
import {addFonts, addOtherFonts} from "./fonts.ts";
import {stylesFrom} from "./styles.ts";

const NOTHING: Asked = {view: {}, bad: [], options: ""};

/**
 * `<date-line>` with the app in its own open shadow root. Its attributes are the URL parameters; changing one changes what is shown. What
 * stands in it is shown until the data is. It can be taken out of the page and put back, and then shows what it showed.
 */
export abstract class InlineDateLine extends DateLine {
  /** Folder of Dateline's own files. */
  abstract readonly home: string;
  /** Address of the app's styles. */
  abstract readonly styles: string;

  #session: Session | null = null;
  #asked = NOTHING;
  #slot = document.createElement("slot");
  /** Set while the app is on screen or on its way there. */
  #end: (() => void) | null = null;
  #frame: HTMLElement | null = null;
  // Attributes are named by the columns of the data too, so that no list of them can be given beforehand.
  #watch = new MutationObserver(() => this.#take());

  constructor() {
    super();
    this.attachShadow({mode: "open"}).append(this.#slot);
    this.#slot.addEventListener("slotchange", () => this.#markSlot());
  }

  connectedCallback(): void {
    if (this.#end !== null) return;
    const stop = new AbortController();
    const frame = document.createElement("div");
    frame.className = "frame";
    this.#frame = frame;
    this.#end = () => stop.abort();
    this.#watch.observe(this, {attributes: true});
    this.#markSlot();

    const session = (this.#session ??= this.#begin());
    followSystem(session, stop.signal);
    session.settings.systemLanguage = systemLanguage(this.parentElement?.closest("[lang]")?.getAttribute("lang") ?? "");
    this.#take();
    if (session.loaded === null) void this.#open(this.#asked.view);
    stop.signal.addEventListener("abort", session.frames.guard(frame));
    this.attach(session);
    void this.#mount(session, frame, stop.signal);
  }

  disconnectedCallback(): void {
    // An element that is moved is taken out and put in again in one task.
    setTimeout(() => {
      if (!this.isConnected) this.#rest();
    });
  }

  #begin(): Session {
    const session = new Session(browserFrames, this.home);
    session.settings.framed = true;
    return session;
  }

  async #mount(session: Session, frame: HTMLElement, signal: AbortSignal): Promise<void> {
    const {sheet, whole} = stylesFrom(this.styles);
    this.shadowRoot!.adoptedStyleSheets = [sheet];
    addFonts();
    // Without its styles it is as bad as without its data: what stands in the element stays.
    const styled = await whole.then(
      () => true,
      () => false,
    );
    if (signal.aborted || !styled) return;
    this.shadowRoot!.prepend(frame);
    const app = mount(App, {
      target: frame,
      props: {
        session,
        onready: () => {
          frame.classList.add("ready");
          this.arrived();
          void addOtherFonts();
        },
        link: () => new URL(`index.html#${encodeUrl({...session.view, view: "explore"})}`, this.home).href,
        onretry: () => void this.#open(this.#asked.view),
        onownstory: () => void session.open(OWN_STORY, this.home),
      },
    });
    signal.addEventListener("abort", () => void unmount(app));
  }

  /** Gives back all that it took of the page; the data and the view are kept for when it returns. */
  #rest(): void {
    this.#end?.();
    this.#end = null;
    this.#watch.disconnect();
    this.detach();
    const session = this.#session;
    session?.player.pause();
    session?.frames.flush();
    session?.halt();
    session?.opening?.cancel();
    this.#frame?.remove();
    this.#frame = null;
  }

  async #open(view: ViewState): Promise<void> {
    const session = this.#session!;
    await (view.data === undefined
      ? session.open(OWN_STORY, this.home, view)
      : session.open(view.data, document.baseURI, view));
    const {bad} = this.#asked;
    if (bad.length > 0 && session.loaded !== null) session.notice = {code: "bad-parameters", names: bad};
  }

  /** Shows what the attributes ask for that they did not ask for before. */
  #take(): void {
    const session = this.#session!;
    const before = this.#asked;
    const now = (this.#asked = readAttributes(this, document.baseURI));
    const {settings} = session;
    settings.pageMode = now.view.view ?? "embed";
    if (session.loaded === null) settings.mode = settings.pageMode;
    this.#arrange(now.options);
    void this.#dress(now.options);
    if (before !== NOTHING && JSON.stringify(now.view) === JSON.stringify(before.view)) return;
    settings.theme = now.view.theme ?? "auto";
    settings.language = now.view.lang ?? null;
    if (before === NOTHING) return;
    if (session.loaded === null || now.view.data !== before.view.data) void this.#open(now.view);
    else session.view = changedView(session.view, before.view, now.view);
  }

  #arrange(query: string): void {
    const {settings} = this.#session!;
    const {hidden, height} = readOptions(query);
    const wanted = Number(new URLSearchParams(query).get("height") ?? "");
    const isFixed = Number.isFinite(wanted) && wanted > 0;
    settings.hidden = hidden;
    settings.height = isFixed ? "fit" : height;
    this.#frame!.classList.toggle("fit", settings.height === "fit");
    this.#frame!.style.blockSize = isFixed ? `${Math.min(wanted, 10_000)}px` : "";
  }

  /** Attributes speak louder than the custom properties of the page's CSS, which are read whenever the element is put in or asked otherwise. */
  async #dress(query: string): Promise<void> {
    const {settings} = this.#session!;
    const style = getComputedStyle(this);
    const given = new URLSearchParams(query);
    const isDressed = BRANDED.some((name) => given.has(name) || style.getPropertyValue(`--dateline-${name}`) !== "");
    if (!isDressed) {
      settings.brand = null;
      return;
    }
    const {brandFromStyle, readBrand} = await import("../ui/brand.ts");
    // Meanwhile something else may have been asked for.
    if (query !== this.#asked.options) return;
    settings.brand = {...brandFromStyle(style), ...readBrand(query)};
  }

  /** Whether there is anything to show until the data is there. */
  #markSlot(): void {
    this.#slot.classList.toggle(
      "filled",
      this.#slot.assignedNodes().some((node) => node instanceof Element || node.textContent!.trim() !== ""),
    );
  }
}
