import type {Language} from "../data/languages.ts";

/** Language and theme, and what the reader's system asks for. */
export class Settings {
  /** Null: the first of `systemLanguages` that there is, else English. */
  language = $state<Language | null>(null);
  theme = $state<"light" | "dark" | "auto">("auto");
  systemLanguage = $state<Language>("en");
  systemDark = $state(false);
  reducedMotion = $state(false);
  /** True inside somebody else's page: gestures then leave the page's own scrolling alone. */
  framed = $state(false);

  readonly lang: Language = $derived(this.language ?? this.systemLanguage);
  readonly dark: boolean = $derived(this.theme === "auto" ? this.systemDark : this.theme === "dark");
  readonly dir: "ltr" | "rtl" = $derived(this.lang === "ar" ? "rtl" : "ltr");
}
