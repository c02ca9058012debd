const SMALLEST = 0.7;
const STEPS = 6;

/**
 * Sizes the words of a box so that they fill it and all can be read: `--fit` goes from `SMALLEST` to `largest` times their size. Where even the
 * smallest is too large, the box scrolls. Runs again when what `words` reads has changed, or the box.
 */
export const fitted = (words: () => unknown, most: () => number) => (node: HTMLElement) => {
  const fits = (size: number): boolean => {
    node.style.setProperty("--fit", String(size));
    return node.scrollHeight <= node.clientHeight && node.scrollWidth <= node.clientWidth;
  };
  const fit = () => {
    const largest = most();
    if (fits(largest)) return;
    let [low, high] = [SMALLEST, largest];
    for (let step = 0; step < STEPS; step++) {
      const middle = (low + high) / 2;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    fits(low);
  };
  $effect(() => {
    words();
    fit();
  });
  const observer = new ResizeObserver(fit);
  observer.observe(node);
  document.fonts?.addEventListener("loadingdone", fit);
  return () => {
    observer.disconnect();
    document.fonts?.removeEventListener("loadingdone", fit);
  };
};
