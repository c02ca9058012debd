import type {Messages} from "../i18n/en.ts";

/** The keys that do something on the page, and which of the words of `read.shortcuts` says what. */
export const SHORTCUTS: readonly {keys: readonly string[]; does: keyof Messages["list"]["read"]["shortcuts"]}[] = [
  {keys: ["Space"], does: "play"},
  {keys: ["←", "→"], does: "day"},
  {keys: ["PgUp", "PgDn"], does: "week"},
  {keys: ["Home", "End"], does: "ends"},
  {keys: ["J", "K"], does: "events"},
  {keys: ["/"], does: "search"},
  {keys: ["?"], does: "read"},
  {keys: ["Esc"], does: "close"},
];
