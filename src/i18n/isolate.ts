/** The text between Unicode isolates, so that it keeps its own direction, and is cut at its own end, in a line of another. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
