/** Width of a letter as a share of its size, on average. */
const LETTER = {latin: 0.5, arabic: 0.47};

/**
 * A text broken into as few lines as take at most about `width` px at letters of `size` px, of about the same length: a guess, for where
 * nothing measures.
 */
export function linesOf(text: string, width: number, size: number, arabic: boolean): string[] {
  const words = text.split(/ (?![:;!?»])/);
  const most = Math.floor(width / (size * (arabic ? LETTER.arabic : LETTER.latin)));
  let best = filled(words, most);
  for (let least = most - 1; least > 0; least--) {
    const lines = filled(words, least);
    if (lines.length > best.length || lines.some((line) => line.length > most)) break;
    best = lines;
  }
  return best;
}

function filled(words: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
