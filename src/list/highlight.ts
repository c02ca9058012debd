import {foldText} from "../data/text.ts";

/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  text: string;
  hit: boolean;
}

/** Splits a text at every place where a word of the query stands, as the search folds both; the pieces join to the text again. */
export function highlight(text: string, query: string): Piece[] {
  const words = foldText(query.slice(0, 200)).split(/\s+/).filter(Boolean);
  if (words.length === 0 || text === "") return [{text, hit: false}];
  let folded = "";
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = foldText(character);
    for (let i = 0; i < piece.length; i++) starts.push(at);
    folded += piece;
    at += character.length;
  }
  starts.push(text.length);
  const marked = new Uint8Array(text.length);
  for (const word of words)
    for (let found = folded.indexOf(word); found !== -1; found = folded.indexOf(word, found + 1))
      marked.fill(1, starts[found], endOfHit(starts, found + word.length, text.length));
  const pieces: Piece[] = [];
  for (let from = 0, to = 1; to <= text.length; to++) {
    if (to < text.length && marked[to] === marked[from]) continue;
    pieces.push({text: text.slice(from, to), hit: marked[from] === 1});
    from = to;
  }
  return pieces;
}

/** Where the character that holds the last folded unit ends. */
function endOfHit(starts: readonly number[], after: number, length: number): number {
  const last = starts[after - 1]!;
  for (let i = after; i < starts.length; i++) if (starts[i]! > last) return starts[i]!;
  return length;
}
