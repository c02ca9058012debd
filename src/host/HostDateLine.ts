import type {Asked, Counts, Message, Reply, Told, ViewState} from "../frame/protocol.ts";
import {Calls} from "./calls.ts";
import {HOME} from "./home.ts";
import {hashWith, mirrored, readHash} from "./mirror.ts";
import {ARTICLES, FOLLOWED, SHOWN} from "./names.ts";
import {absolute, addressOf, merged, parameterOf, parametersOf, viewOf, type Parameters} from "./parameters.ts";
import {clamped, isAuto, reserved} from "./size.ts";

/** How near the reader comes before the frame is made. */
const NEAR = "600px";
const LANGUAGES = /^(en|fr|ar)\b/i;
const FRAME_STYLE = "border:0;width:0;min-width:100%;grid-area:1/1;height:";

/** `<date-line>` as a frame: see the attributes in `names.ts`. What stands in it is shown until the frame is ready. */
export class HostDateLine extends HTMLElement {
  static readonly observedAttributes = FOLLOWED;

  #box = document.createElement("div");
  #frame: HTMLIFrameElement | null = null;
  #calls = new Calls();
  #nearing: IntersectionObserver | null = null;
  /** Null when the frame is ready. */
  #resolve: (() => void) | null = null;
  #ready = this.#promise();
  /** What is shown or to be shown. */
  #shown!: Parameters;
  /** What was last asked for by the page, rather than by the reader. */
  #wanted: Parameters | null = null;
  #view: ViewState = {};
  #report: Told["report"] | null = null;
  #counts: Counts = {events: 0, facets: {}};
  /** What the page's hash last said of this element. */
  #mirrored = "";
  /** What it would say of the view that the attributes ask for, in the frame's own words once that has shown it. */
  #standard: string | null = null;

  constructor() {
    super();
    this.#box.appendChild(document.createElement("slot"));
    this.attachShadow({mode: "open"}).appendChild(this.#box);
  }

  connectedCallback(): void {
    // A property that was set before the element was defined hides the one that acts.
    if (Object.hasOwn(this, "view")) {
      const {view} = this;
      delete (this as {view?: ViewState}).view;
      this.view = view;
    }
    if (getComputedStyle(this).display === "inline") this.style.display = "block";
    this.#shown ??= this.#asked();
    addEventListener("message", this);
    if (this.hasAttribute("mirror")) {
      addEventListener("hashchange", this);
      this.#readHash();
    }
    this.#box.style.cssText = `display:grid;min-height:${reserved(this.getAttribute("height"), this.clientWidth)}`;
    if (this.getAttribute("loading") === "eager") return this.#make();
    this.#nearing = new IntersectionObserver((entries) => entries[entries.length - 1]!.isIntersecting && this.#make(), {
      rootMargin: NEAR,
    });
    this.#nearing.observe(this);
  }

  disconnectedCallback(): void {
    removeEventListener("message", this);
    removeEventListener("hashchange", this);
    this.#nearing?.disconnect();
    this.#frame?.remove();
    this.#frame = null;
    this.#calls.end();
    if (this.#resolve === null) this.#ready = this.#promise();
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (!SHOWN.test(name)) {
      if (this.#frame === null) return;
      this.disconnectedCallback();
      this.connectedCallback();
    } else if (this.#shown) {
      const next = merged(this.#shown);
      if (value === null) delete next[name];
      else next[name] = parameterOf(name, value);
      this.#show(next);
    }
  }

  /** Kept when the first data is on screen. */
  get ready(): Promise<void> {
    return this.#ready;
  }
  /** What is on screen; empty before there is data. */
  get view(): ViewState {
    return this.#view;
  }
  set view(view: ViewState) {
    this.#show(merged(this.#tastes(), parametersOf(view)), view);
  }
  /** What became of every row of the data on screen; null before there is any. */
  get report(): Told["report"] | null {
    return this.#report;
  }
  get counts(): Counts {
    return this.#counts;
  }

  /** Opens a file, an address, or the text of a table. */
  open(what: File | string): Promise<void> {
    return this.#ask("open", what);
  }
  /** Puts the playhead at the end of a date: `2024-01-28`. */
  seek(date: string): Promise<void> {
    return this.#ask("seek", date);
  }
  play(): Promise<void> {
    return this.#ask("play", null);
  }
  pause(): Promise<void> {
    return this.#ask("pause", null);
  }
  /** Chooses the event with this id; none for "". */
  select(id: string): Promise<void> {
    return this.#ask("select", id);
  }

  handleEvent(event: MessageEvent | Event): void {
    if (event.type !== "message") return this.#readHash() ? this.#show(this.#shown) : undefined;
    const {source, data} = event as MessageEvent<Message | Reply | null>;
    if (this.#frame && source === this.#frame.contentWindow && data?.source === "dateline" && data.v === 1)
      this.#hear(data);
  }

  #hear(message: Message | Reply): void {
    const {type, data} = message;
    if (type === "reply") return this.#calls.settle(message.replyTo, message.error);
    if (type === "height") {
      const height = clamped((data as Told["height"] | null)?.height);
      if (height !== null && isAuto(this.getAttribute("height")))
        this.#box.style.minHeight = this.#frame!.style.height = `${height}px`;
      return;
    }
    if (message.counts) {
      this.#counts = message.counts;
      this.#view = data as ViewState;
      this.#shown = merged(this.#tastes(), parametersOf(this.#view));
    }
    if (type === "report") this.#report = data as Told["report"];
    if (type === "view") this.#writeHash();
    if (type === "ready") {
      if (this.#mirrored === "") this.#standard ??= mirrored(this.#shown, this.#name);
      // What stood in its place goes.
      this.#box.querySelector("slot")?.remove();
      this.#frame!.style.opacity = "";
      this.#resolve?.();
      this.#resolve = null;
    }
    this.dispatchEvent(new CustomEvent(`dateline-${type}`, {detail: data, bubbles: true, composed: true}));
  }

  #make(): void {
    this.#nearing?.disconnect();
    const frame = document.createElement("iframe");
    const set = (name: string, standard: string) => frame.setAttribute(name, this.getAttribute(name) ?? standard);
    set("title", "Dateline");
    set("loading", "lazy");
    set("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    set("allow", "fullscreen; web-share; clipboard-write");
    set("referrerpolicy", "strict-origin-when-cross-origin");
    set("scrolling", "no");
    frame.style.cssText = FRAME_STYLE + this.#box.style.minHeight;
    // What stands in the element is seen meanwhile. A frame that is not visible would draw nothing, and never be ready.
    if (this.childElementCount > 0) frame.style.opacity = "0";
    frame.src = this.#address();
    this.#box.appendChild((this.#frame = frame));
  }

  #ask<N extends keyof Asked>(name: N, data: Asked[N]): Promise<void> {
    return this.#ready.then(() => this.#calls.ask(this.#frame!.contentWindow!, name, data));
  }

  #promise(): Promise<void> {
    return new Promise((resolve) => (this.#resolve = resolve));
  }

  #address(): string {
    const lang = this.#tastes()["lang"];
    const page = `${HOME}embed.${lang && lang !== "en" ? `${lang}.` : ""}html`;
    return addressOf(this, absolute(this.getAttribute("src") ?? page), this.#shown);
  }

  /** What the attributes ask for. */
  #asked(): Parameters {
    return merged(viewOf(this, SHOWN), this.#tastes());
  }

  /** What is the article's and not the reader's: data, theme, and language, which is its own where nothing is said. */
  #tastes(): Parameters {
    const tastes = viewOf(this, ARTICLES);
    const around = LANGUAGES.exec(this.closest("[lang]")?.getAttribute("lang") ?? "");
    if (around !== null) tastes["lang"] = around[1]!.toLowerCase();
    return tastes;
  }

  /**
   * Shows another view. The frame is sent to its own address with another hash, which needs nobody's leave and loads nothing. An address
   * that it is already at moves nothing, and so the view is asked for as well.
   */
  #show(parameters: Parameters, view?: ViewState): void {
    this.#shown = this.#wanted = parameters;
    if (this.#frame === null) return;
    void this.#ready.then(() => {
      const target = this.#frame?.contentWindow;
      if (!target || this.#wanted !== parameters) return;
      this.#shown = parameters;
      target.location.replace(this.#address());
      if (view !== undefined) this.#calls.ask(target, "view", view).catch(() => {});
    });
  }

  /** Its id, as it stands in an address. */
  get #name(): string {
    return encodeURI(this.id || "dateline");
  }

  #said(): ReturnType<typeof readHash> {
    return readHash(location.hash, this.#name);
  }

  /** Takes up what the page's hash says. False when it says nothing new. */
  #readHash(): boolean {
    const {view, own} = this.#said();
    if (own === this.#mirrored) return false;
    this.#mirrored = own;
    this.#shown = view === null ? this.#asked() : merged(this.#tastes(), view);
    return true;
  }

  #writeHash(): void {
    if (!this.hasAttribute("mirror")) return;
    const own = mirrored(this.#shown, this.#name);
    const isStandard = own === (this.#standard ?? mirrored(this.#asked(), this.#name));
    // A link has just changed it, and the event that says so is still to come.
    if (this.#said().own !== this.#mirrored) return;
    const url = new URL(location.href);
    url.hash = hashWith(url.hash, this.#name, isStandard ? "" : own);
    try {
      history.replaceState(history.state, "", url);
      this.#mirrored = this.#said().own;
    } catch {
      // Safari allows a hundred changes in half a minute.
    }
  }
}
