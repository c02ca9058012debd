import {createContext} from "svelte";
import {DAY} from "../data/calendar.ts";
import type {Language} from "../data/languages.ts";
import {pick} from "../data/localText.ts";
import type {LocalNoun, LocalText} from "../data/story.ts";
import {en, type Messages} from "./en.ts";

const LOCALES: Record<Language, string> = {en: "en-GB", fr: "fr-FR", ar: "ar-u-nu-latn-ca-gregory"};

const FORMATS = {
  day: {day: "numeric", month: "long"},
  dayShort: {day: "numeric", month: "short"},
  dayYear: {day: "numeric", month: "long", year: "numeric"},
  dayShortYear: {day: "numeric", month: "short", year: "numeric"},
  weekday: {weekday: "long"},
  monthDay: {day: "numeric", month: "long"},
  dayOfMonth: {day: "numeric"},
  month: {month: "long"},
  monthShort: {month: "short"},
  monthYear: {month: "long", year: "numeric"},
  monthShortYear: {month: "short", year: "numeric"},
  year: {year: "numeric"},
  time: {hour: "2-digit", minute: "2-digit", hourCycle: "h23"},
  full: {weekday: "long", day: "numeric", month: "long", year: "numeric"},
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Years before 100 are told from days and from years BCE by their era. */
const YEAR_100 = -59_011_459_200_000;

const MOST_DATES = 2000;

export type DateFormat = keyof typeof FORMATS;

const LOADERS: Record<Exclude<Language, "en">, () => Promise<Messages>> = {
  fr: async () => (await import("./fr.ts")).fr,
  ar: async () => (await import("./ar.ts")).ar,
};

/** Words, dates and numbers in the reader's language. Times are calendar ms, so they are formatted as UTC and never shifted. */
export class I18n {
  #lang: () => Language;
  #loaded: Partial<Record<Language, Messages>>;
  #shown = $state<Language>("en");
  #formats = new Map<string, Intl.DateTimeFormat>();
  /** What was written before: one day stands in several places, in several frames. */
  #dates = new Map<string, string>();

  /** English is always there; of it `rest` brings the words of the list and the map. */
  constructor(lang: () => Language, english = en as Messages) {
    this.#lang = lang;
    this.#loaded = $state.raw({en: english});
  }

  /** The language that is on screen: the one asked for once its words have come. */
  readonly lang: Language = $derived.by(() => (this.#loaded[this.#lang()] === undefined ? this.#shown : this.#lang()));
  readonly t: Messages = $derived.by(() => this.#loaded[this.lang]!);
  readonly dir: "ltr" | "rtl" = $derived.by(() => (this.lang === "ar" ? "rtl" : "ltr"));
  readonly locale: string = $derived.by(() => LOCALES[this.lang]);
  #plural = $derived(new Intl.PluralRules(this.locale));
  #number = $derived(new Intl.NumberFormat(this.locale));

  /** Fetches the words of a language, if they are not there, and shows it. */
  async load(language: Language): Promise<void> {
    if (this.#loaded[language] === undefined) {
      const messages = await LOADERS[language as Exclude<Language, "en">]();
      this.#loaded = {...this.#loaded, [language]: messages};
    }
    this.#shown = language;
  }

  async rest(): Promise<void> {
    const {english} = await import("./english.ts");
    this.#loaded = {...this.#loaded, en: english};
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  date(time: number, format: DateFormat): string {
    const key = `${this.locale} ${format} ${time}`;
    let text = this.#dates.get(key);
    if (text === undefined) {
      if (this.#dates.size === MOST_DATES) this.#dates.clear();
      this.#dates.set(key, (text = this.#written(time, format)));
    }
    return text;
  }

  #written(time: number, format: DateFormat): string {
    const early = time < YEAR_100 && "year" in FORMATS[format];
    const key = `${this.locale} ${format} ${early}`;
    let formatter = this.#formats.get(key);
    if (formatter === undefined) {
      formatter = new Intl.DateTimeFormat(this.locale, {
        ...FORMATS[format],
        ...(early && {era: "short"}),
        timeZone: "UTC",
      });
      this.#formats.set(key, formatter);
    }
    const text = formatter.format(time);
    return this.lang === "fr" ? text.replace(/(^|\s)1(?= (?!a[vp]\.)\p{L})/u, "$11er") : text;
  }

  /** `17 October – 8 December 2023`, of a half-open stretch of whole days. */
  period(start: number, end: number, year: "short" | "never" | "long" = "long"): string {
    const last = Math.max(start, end - DAY);
    const sameYear = new Date(start).getUTCFullYear() === new Date(last).getUTCFullYear();
    const short = year === "short";
    const withYear = short ? "dayShortYear" : "dayYear";
    const without = short ? "dayShort" : "day";
    if (last === start) return this.date(start, year === "never" ? without : withYear);
    return `${this.date(start, sameYear || year === "never" ? without : withYear)} – ${this.date(last, year === "never" ? without : withYear)}`;
  }

  /** The form of a noun that goes with a number, without the number. */
  noun(count: number, forms: LocalNoun | undefined): string {
    const own = forms?.[this.lang] ?? forms?.en ?? Object.values(forms ?? {})[0];
    if (own === undefined) return this.t.common.event(count);
    return own[this.#plural.select(count)] ?? own.other;
  }

  plural(count: number): Intl.LDMLPluralRule {
    return this.#plural.select(count);
  }

  /** The text in the language on screen, else in another. */
  text(text: LocalText | undefined): string {
    return pick(text, this.lang);
  }
}

export const [getI18n, setI18n] = createContext<I18n>();
