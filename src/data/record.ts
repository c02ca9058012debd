/** An object of entries whose names come from a file, so that none stands for anything an object has by itself. */
export const record = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries));
