/** Calls back once the frame on screen is painted and the page has nothing more urgent to do; returns how to call it off. */
export function whenIdle(callback: () => void, timeout = 1500): () => void {
  let cancel = () => {};
  const frame = requestAnimationFrame(() => {
    const timer = setTimeout(() => {
      if (typeof requestIdleCallback === "undefined") return callback();
      const idle = requestIdleCallback(() => callback(), {timeout});
      cancel = () => cancelIdleCallback(idle);
    }, 0);
    cancel = () => clearTimeout(timer);
  });
  cancel = () => cancelAnimationFrame(frame);
  return () => cancel();
}

/** Whether a WebGL 2 map can be drawn here; asked before its code is fetched. */
export function canDrawWebGL(): boolean {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/**
 * Calls back once `stage` is about to be used: a mouse is over it, two fingers or the focus are on it, or something in it is pressed. A finger
 * that scrolls past uses nothing. Returns how to call it off.
 */
export function whenUsed(stage: HTMLElement, callback: () => void): () => void {
  const listening = new AbortController();
  const {signal} = listening;
  const on = <K extends keyof HTMLElementEventMap>(type: K, counts: (event: HTMLElementEventMap[K]) => boolean) =>
    stage.addEventListener(
      type,
      (event) => {
        if (signal.aborted || !counts(event)) return;
        listening.abort();
        callback();
      },
      {signal, passive: true},
    );
  on("pointerenter", ({pointerType}) => pointerType !== "touch");
  on("touchstart", ({touches}) => touches.length > 1);
  on("focusin", () => true);
  on("click", () => true);
  return () => listening.abort();
}
