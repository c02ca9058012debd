/** A piece of running text, with what is to stand out in it. */
export type Part = string | {strong: string};

export const strong = (text: string): Part => ({strong: text});

/** A tagged template that keeps `strong(…)` pieces apart from the words around them, so that no markup is ever parsed. */
export function rich(words: TemplateStringsArray, ...values: (Part | readonly Part[])[]): Part[] {
  return words.flatMap((word, i) => [word, ...[values[i] ?? []].flat()]).filter((part) => part !== "");
}

export const plain = (parts: readonly Part[]): string =>
  parts.map((part) => (typeof part === "string" ? part : part.strong)).join("");
