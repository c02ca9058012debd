import type {Brand, Palette} from "../data/brand.ts";
import type {Language} from "../data/languages.ts";

/**
 * How the parts are arranged: the whole page, a lean one in somebody else's column, one for a screen in front of a room, what the speaker sees
 * beside that, or a narrative that is scrolled through.
 */
export type Mode = "explore" | "embed" | "present" | "presenter" | "scroll";
/** Arrangements that go through the story's chapters. */
export const isStaged = (mode: Mode): boolean => mode === "scroll" || mode.startsWith("present");
/** What an embed can do without. */
export const PARTS = ["map", "controls", "event", "facets", "headline"] as const;
export type Part = (typeof PARTS)[number];

/** Language, theme and arrangement, and what the reader's system asks for. */
export class Settings {
  /** Null: the first of `systemLanguages` that there is, else English. */
  language = $state<Language | null>(null);
  theme = $state<"light" | "dark" | "auto">("auto");
  systemLanguage = $state<Language>("en");
  systemDark = $state(false);
  reducedMotion = $state(false);
  /** True inside somebody else's page: gestures then leave the page's own scrolling alone. */
  framed = $state(false);
  mode = $state<Mode>("explore");
  /** The arrangement where a view names none. */
  pageMode = $state<Mode>("explore");
  /** Parts that an embed leaves out. */
  hidden = $state.raw<readonly Part[]>([]);
  /** Whether an embed is as high as what is in it, or fills its frame. */
  height = $state<"auto" | "fit">("auto");
  /** Colours and fonts of whoever shows the story; null for the theme's own. */
  brand = $state.raw<Brand | null>(null);
  /** The colours on screen that are not the theme's own, for what CSS does not draw. */
  palette = $state.raw<Palette>({});

  readonly lang: Language = $derived(this.language ?? this.systemLanguage);
  readonly dark: boolean = $derived(
    this.theme === "auto" ? this.systemDark || this.mode.startsWith("present") : this.theme === "dark",
  );
  readonly dir: "ltr" | "rtl" = $derived(this.lang === "ar" ? "rtl" : "ltr");
  /** Somebody else's page scrolls around it: the wheel and one finger are left to that page, and nothing is kept in the browser. */
  readonly isGuest: boolean = $derived(this.framed || this.mode === "embed");

  /** Makes `mode` the arrangement of the page, for all views that name none. */
  arrange(mode: Mode): void {
    this.pageMode = this.mode = mode;
  }
}
