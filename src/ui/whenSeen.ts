/** Calls back once, when at least `share` of the element (0 to 1; 0 means any of it) is on the reader's screen, also from within a frame. Returns how to call it off. */
export function whenSeen(element: Element, share: number, callback: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({isIntersecting, intersectionRatio}) => isIntersecting && intersectionRatio >= share)) return;
      observer.disconnect();
      callback();
    },
    {threshold: [0, share]},
  );
  observer.observe(element);
  return () => observer.disconnect();
}
