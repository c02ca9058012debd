import type {Language} from "../../data/languages.ts";
import type {Loaded} from "../../data/load.ts";
import {pick} from "../../data/localText.ts";
import type {Source} from "../../data/sources.ts";
import type {Chapter} from "../../state/session.svelte.ts";

/** Letters that names, dates and numbers are made of in any language of the interface. */
const ALWAYS = "AZaz09éèçàœÉ·–’…اأبتثجحخدذرزسشصضطظعغفقكلمنهوي،؛";
const FACES = ["400 20px Inter", "650 20px Inter", '400 20px "Source Serif 4"', '650 20px "Source Serif 4"'];
const ARABIC = ["400 20px 'Noto Sans Arabic'", "650 20px 'Noto Sans Arabic'"];
const MOST_PLACES = 2000;

/** Waits for the fonts of what a picture will say: a canvas draws with what is there. One that cannot be had is done without. */
export async function loadFonts(
  {story, dataset}: Loaded,
  lang: Language,
  sources: ReadonlyMap<string, Source>,
  chapter: Chapter | undefined,
): Promise<void> {
  const fonts = globalThis.document?.fonts as FontFaceSet | undefined;
  if (fonts === undefined) return;
  const texts = [story.title, story.kicker, story.credit, chapter?.title, chapter?.text];
  const letters = new Set(ALWAYS);
  const take = (text: string) => {
    for (const letter of text) letters.add(letter);
  };
  for (const text of texts) take(pick(text, lang));
  for (const {text} of story.annotations) take(pick(text, lang));
  for (const {publisher} of sources.values()) take(publisher);
  for (let place = 0; place < Math.min(dataset.placeCount, MOST_PLACES); place++) take(dataset.placeName(place, lang));
  const sample = [...letters].join("");
  await Promise.all([...FACES, ...ARABIC].map((face) => fonts.load(face, sample).catch(() => [])));
}
