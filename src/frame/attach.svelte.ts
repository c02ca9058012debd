import {untrack} from "svelte";
import {countsOf, open, seek, select, showView} from "../state/acts.ts";
import {announce, refusalOf, type Tell} from "../state/announced.svelte.ts";
import type {Session} from "../state/session.svelte.ts";
import {readCommand, type Read} from "./commands.ts";
import {answered, greetings, heightMessages, introduced, readNames} from "./dialects.ts";
import {Heights} from "./heights.ts";
import {allowedOrigins} from "./origins.ts";
import type {Message, Reply, Told} from "./protocol.ts";
import {readRequest} from "./requests.ts";
import {Throttle} from "./throttle.ts";

/**
 * Lets a session that is shown in somebody else's page speak with that page: tells how high its `content` is and what happens in it, and
 * takes commands from the window around it when that shows a page of an allowed origin. Returns how to stop.
 */
export function attachFrame(session: Session, content: HTMLElement): () => void {
  const {parent} = window;
  const {settings} = session;
  const names = readNames(openedAddress(), location.search, location.hash);
  const origins = allowedOrigins(location.href, listedOrigins());
  const throttle = new Throttle(() => performance.now());
  /** Data that the page around the frame has brought itself, and what there was before it began to bring more. */
  let brought: Session["loaded"] = null;
  let before: Session["loaded"] = null;
  let bringing = 0;

  const post = (message: unknown) => {
    try {
      parent.postMessage(message, "*");
    } catch {
      // The frame is being taken away.
    }
  };
  // What a reader opens from their own disk is no affair of the page around it.
  const isPrivate = (type: keyof Told) => {
    const {loaded, view, opening} = session;
    if (type === "error" && (bringing > 0 || refusalOf(opening) !== null)) return bringing === 0;
    return view.file !== undefined && loaded !== brought && (bringing === 0 || loaded === before);
  };

  const heights = new Heights({
    content,
    isSized: () => settings.mode === "embed" && settings.height === "auto",
    tell: (height, width) => heightMessages(height, width, names).forEach(post),
  });
  if (heights.size !== null) greetings().forEach(post);

  const tell = <T extends keyof Told>(type: T, data: Told[T]) => {
    if (isPrivate(type)) return;
    const message: Message<T> = {source: "dateline", v: 1, id: names.id, type, data};
    if (type === "ready" || type === "view") message.counts = countsOf(session);
    post(message);
  };
  const untold = $effect.root(() => {
    let isReady = false;
    $effect(() => {
      if (isReady || session.loaded === null) return;
      isReady = true;
      untrack(() => tell("ready", session.view));
    });
  });
  const silence = announce(session, tell as Tell);

  const answer = (request: NonNullable<ReturnType<typeof readRequest>>) => {
    const {size} = heights;
    if (size === null) return;
    if (request.kind === "height") heights.ask();
    else if (request.kind === "answer") post(answered(request.id, size.height));
    else {
      names.resizer = request.resizer;
      post(introduced(request.resizer, size.height, size.width, request.version));
    }
  };

  const bring = async (what: File | string) => {
    if (bringing++ === 0) before = session.loaded;
    try {
      await open(session, what);
    } finally {
      bringing--;
    }
    // Where it was refused, what there is may be the reader's.
    if (session.loaded !== before) brought = before = session.loaded;
  };

  const obey = async (read: Exclude<Read, {error: string}>): Promise<void> => {
    switch (read.name) {
      case "view":
        showView(session, read.data);
        break;
      case "seek":
        seek(session, read.data);
        break;
      case "select":
        select(session, read.data);
        break;
      case "play":
        session.player.play();
        break;
      case "pause":
        session.player.pause();
        break;
      case "open":
        await bring(read.data);
    }
  };

  const reply = async (read: Read) => {
    const about: Reply = {source: "dateline", v: 1, id: names.id, type: "reply", replyTo: read.call};
    if ("error" in read) return post({...about, error: read.error});
    await obey(read).then(
      () => post({...about, data: null}),
      // Such as a part of the app that can no longer be fetched.
      () => post({...about, error: `${read.name} failed`}),
    );
  };

  /** Looks at who speaks first: what they say is unpacked only when it is asked for. */
  const listen = (event: MessageEvent) => {
    if (event.source !== parent) return;
    const isAllowed = origins.has(event.origin);
    const read = throttle.run(() => ({
      request: readRequest(event.data),
      command: isAllowed ? readCommand(event.data) : null,
    }));
    if (read === null) return;
    if (read.command !== null) void reply(read.command);
    else if (read.request !== null) answer(read.request);
  };
  addEventListener("message", listen);

  return () => {
    removeEventListener("message", listen);
    heights.stop();
    untold();
    silence();
  };
}

const listedOrigins = () => document.querySelector<HTMLMetaElement>('meta[name="dateline-origins"]')?.content ?? "";

/** The address as the page around the frame wrote it: the frame changes its own when the view does. */
const openedAddress = () => performance.getEntriesByType("navigation")[0]?.name ?? location.href;
