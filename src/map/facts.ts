import {CERTAINTIES, PLACE_PRECISIONS} from "../data/dataset.ts";
import type {Loaded} from "../data/load.ts";
import {BARE} from "../i18n/bare.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import type {Glyph} from "./glyphs.ts";

/** What is known of a place in the window, one short phrase each: `16 reports`, `14 confirmed`, `1 US strike`. */
export function factsOf({place, primary, counter}: Glyph, {story, mapping, dataset}: Loaded, i18n: I18n): string[] {
  const words = i18n.t.map;
  const facts: string[] = [];
  if (primary.total > 0) {
    facts.push(`${i18n.number(primary.total)} ${i18n.noun(primary.total, story.series?.primary?.noun)}`);
    if (mapping.certainty !== undefined) {
      CERTAINTIES.forEach((certainty, i) => {
        const count = primary.counts[i];
        if (count > 0) facts.push(words.certainty[certainty](i18n.number(count), count));
      });
    }
  }
  if (counter.total > 0)
    facts.push(`${i18n.number(counter.total)} ${i18n.noun(counter.total, story.series?.counter?.noun)}`);
  const precision = PLACE_PRECISIONS[dataset.columns.places.precision[place]];
  if (precision === "district" || precision === "province") facts.push(words[precision]);
  else if (precision === "country") facts.push(BARE[i18n.lang].country);
  return facts;
}
