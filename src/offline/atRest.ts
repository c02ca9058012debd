/** Settles when the map of the first view is drawn, of which the page leaves a mark: what the first view needs has then been fetched. */
export const firstViewDrawn = (): Promise<void> =>
  new Promise((resolve) => {
    const seen = new PerformanceObserver((list) => {
      if (list.getEntriesByName("dateline:idle").length === 0) return;
      seen.disconnect();
      resolve();
    });
    seen.observe({type: "mark", buffered: true});
  });

/** Settles once the page has had nothing to do, `ms` later at the earliest. */
export const idleFor = (ms: number): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(() => ("requestIdleCallback" in window ? requestIdleCallback(() => resolve()) : resolve()), ms),
  );
