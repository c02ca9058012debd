interface Player {
  isAwaited: boolean;
  play(): void;
}

/**
 * Starts a player that is awaited when at least half of the element is on the reader's screen, also from within a frame; where the reader wants things
 * `still` it is not awaited any more. Returns how to call it off.
 */
export function playWhenSeen(element: Element, player: Player, still: boolean): () => void {
  if (still) player.isAwaited = false;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({intersectionRatio}) => intersectionRatio >= 0.5)) return;
      observer.disconnect();
      if (player.isAwaited) player.play();
      player.isAwaited = false;
    },
    {threshold: [0, 0.5]},
  );
  observer.observe(element);
  return () => observer.disconnect();
}
