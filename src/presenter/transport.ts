import type {Message} from "./channel.ts";

/** How messages get to the other window. */
export interface Transport {
  post(message: Message): void;
  close(): void;
}

const CHANNEL = "dateline-presenter";

/** What `window` has of what is needed; a test gives its own. */
export type Surroundings = Pick<Window, "addEventListener" | "removeEventListener" | "opener" | "postMessage"> & {
  origin: string;
  BroadcastChannel?: typeof BroadcastChannel;
};

/**
 * Connects this window with those that show the same: by a BroadcastChannel, or, where the page has no origin of its own (a file on disk, a
 * sealed frame), with the window that it was opened from or has opened, `popup`. `hear` gets what others send, unread.
 */
export function connect(here: Surroundings, popup: () => Window | null, hear: (data: unknown) => void): Transport {
  const channel = here.origin === "null" ? null : openChannel(here);
  if (channel === null) return betweenWindows(here, popup, hear);
  channel.onmessage = ({data}) => hear(data);
  return {
    post: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}

function openChannel(here: Surroundings): BroadcastChannel | null {
  try {
    return here.BroadcastChannel === undefined ? null : new here.BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}

function betweenWindows(here: Surroundings, popup: () => Window | null, hear: (data: unknown) => void): Transport {
  /** A window that this one has opened before it was loaded again. */
  let child: Window | null = null;
  const other = () => (here.opener as Window | null) ?? popup() ?? child;
  const listen = (event: MessageEvent) => {
    const source = event.source as Window | null;
    if (source === null || event.origin !== here.origin) return;
    if (source !== other()) {
      // The one property besides its window names that a stranger's window shows.
      if (source.opener !== here) return;
      child = source;
    }
    hear(event.data);
  };
  here.addEventListener("message", listen);
  // A page without an origin cannot be named; who may hear it is settled by which window it is.
  const target = here.origin === "null" ? "*" : here.origin;
  return {
    post(message) {
      const to = other();
      if (to !== null && !to.closed) to.postMessage(message, target);
    },
    close: () => here.removeEventListener("message", listen),
  };
}
