import {LANGUAGES} from "../data/languages.ts";
import {FILE} from "../i18n/file.ts";
import {WAYS as ALL} from "../i18n/ways.ts";

/** The words for bringing data, where the story that comes with Dateline is that of this file and not every format is read. */
export const WAYS = Object.fromEntries(
  LANGUAGES.map((language) => {
    const words = ALL[language];
    const {ownStory, formats, unsupported} = FILE[language];
    return [
      language,
      {
        ...words,
        shipped: {...words.shipped, name: ownStory},
        start: {...words.start, formats},
        failures: {...words.failures, unsupported: () => unsupported},
      },
    ];
  }),
) as unknown as typeof ALL;
