/** Calls `load` when what is there has been painted: for parts that the first picture does without. */
export const afterPaint = <T>(load: () => Promise<T>): Promise<T> =>
  new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))).then(load);
