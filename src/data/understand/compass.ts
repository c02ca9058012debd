/** What a word beside an angle says: which axis it lies on, and its sign where the word names a hemisphere (0 where it does not). */
export interface Bearing {
  axis: "lat" | "lon";
  sign: 1 | -1 | 0;
}

const WORDS = new Map<string, Bearing>();
const add = (axis: "lat" | "lon", sign: 1 | -1 | 0, words: string) => {
  for (const word of words.split(" ")) WORDS.set(word, {axis, sign});
};
add("lat", 1, "n n. north northern nord norte noord kuzey ش شمال شمالا شمالاً с с. с.ш с.ш. сш север 北纬 北緯 北");
add(
  "lat",
  -1,
  "s s. south southern sud süd sued sur sul zuid güney ج جنوب جنوبا جنوباً ю ю. ю.ш ю.ш. юш юг 南纬 南緯 南",
);
add(
  "lon",
  1,
  "e e. east eastern est ost este leste oost doğu ق شرق شرقا شرقاً в в. в.д в.д. вд восток 东经 東経 東經 东 東",
);
add("lon", -1, "w w. west western ouest oeste ovest batı غ غرب غربا غرباً з з. з.д з.д. зд запад 西经 西経 西經 西");
add("lat", 0, "lat lat. latitude latitud latitudine breite enlem широта ш ш. عرض");
add("lon", 0, "lon lon. lng long long. longitude longitud longitudine länge laenge boylam долгота д д. طول");

/** The bearing that a word in lower case gives; null for any other word. O alone is Ost where `eastIsO`, else Ouest, Oeste, Ovest. */
export function bearing(word: string, eastIsO: boolean): Bearing | null {
  if (word === "o" || word === "o.") return {axis: "lon", sign: eastIsO ? 1 : -1};
  return WORDS.get(word) ?? null;
}
