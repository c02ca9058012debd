/** The value that a `share` of them does not exceed: `quantile(gaps, 0.95)`. NaN for none. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** The middle one, or the mean of the two in the middle. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Median, least and most of each number in samples of one shape; other values as in the first. */
export function summarise(samples) {
  const names = Object.keys(samples[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const values = samples.map((sample) => sample[name]);
      if (typeof values[0] !== "number") return [name, values[0]];
      return [name, {median: median(values), least: Math.min(...values), most: Math.max(...values)}];
    }),
  );
}
