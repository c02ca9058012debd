import type {read} from "../i18n/en/read.ts";

/** The keys that do something on the page, and which of the words of `read.shortcuts` says what. */
export const SHORTCUTS: readonly {keys: readonly string[]; does: keyof typeof read.shortcuts}[] = [
  {keys: ["Space", "K"], does: "play"},
  {keys: ["[", "]"], does: "day"},
  {keys: ["←", "→"], does: "playhead"},
  {keys: ["PgUp", "PgDn"], does: "week"},
  {keys: ["Home", "End"], does: "ends"},
  {keys: ["P", "N"], does: "events"},
  {keys: ["Enter"], does: "inView"},
  {keys: ["/"], does: "search"},
  {keys: ["?"], does: "read"},
  {keys: ["Esc"], does: "close"},
];
