import {loop} from "./loop.ts";
import {clamped} from "./size.ts";

/**
 * Sizes the frame that a message came from, if it is an `<iframe data-dateline>`: for pages that take other elements out. Without a message
 * it has all of them say their height, since they may have been there before this script.
 */
export function sizePlainFrames(event?: MessageEvent): void {
  const message = event?.data as {source?: unknown; data?: {height?: unknown}} | null | undefined;
  if (event && message?.source !== "dateline") return;
  const height = clamped(message?.data?.height);
  loop(document.querySelectorAll<HTMLIFrameElement>("iframe[data-dateline]"), (frame) => {
    if (!event) frame.contentWindow?.postMessage({sentinel: "amp", type: "frames-init"}, "*");
    else if (frame.contentWindow === event.source && height !== null) frame.style.height = `${height}px`;
  });
}
