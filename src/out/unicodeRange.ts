/** A `unicode-range`, such as `U+0020-007E, U+00A0, U+4??`, as stretches of code points; all there is where nothing is said. */
export function rangesOf(text: string): [from: number, to: number][] {
  const stretches = [...text.matchAll(/U\+([\da-f]*\?*)(?:-([\da-f]+))?/gi)].map(([, from, to]): [number, number] => [
    Number.parseInt(from!.replaceAll("?", "0"), 16),
    Number.parseInt(to ?? from!.replaceAll("?", "f"), 16),
  ]);
  return stretches.length === 0 ? [[0, 0x10ffff]] : stretches;
}
