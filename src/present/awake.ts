/** Keeps the screen from going dark for as long as the page is in front. Returns how to let go. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let gone = false;
  const take = () => {
    if (gone || document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    // It is refused where the battery is low or a frame may not.
    navigator.wakeLock.request("screen").then(
      (taken) => {
        if (gone) void taken.release();
        else lock = taken;
      },
      () => {},
    );
  };
  take();
  document.addEventListener("visibilitychange", take);
  return () => {
    gone = true;
    document.removeEventListener("visibilitychange", take);
    void lock?.release();
  };
}
