const SMALLEST = 0.012;

/** Shares of a bar by number, with each part that is not nothing widened to what can be seen; they add up to 1. */
export function shares(parts: readonly number[]): {shares: number[]; widened: boolean} {
  const sum = parts.reduce((a, b) => a + b, 0);
  if (sum === 0) return {shares: parts.map(() => 0), widened: false};
  const small = parts.filter((part) => part > 0 && part / sum < SMALLEST);
  const room = 1 - small.length * SMALLEST;
  const rest = sum - small.reduce((a, b) => a + b, 0);
  return {
    shares: parts.map((part) => (part === 0 ? 0 : part / sum < SMALLEST ? SMALLEST : (part / rest) * room)),
    widened: small.length > 0,
  };
}
