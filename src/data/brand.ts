/** What whoever shows a story may set of its look: colours as `#rrggbb`, fonts as the names of families. */
export interface Brand {
  primary?: string;
  counter?: string;
  paper?: string;
  font?: string;
  serif?: string;
}

/** Colours that a brand changes, by the names that the theme has for them: `#rrggbb`, or `rgb(r g b / n%)` for washes. */
export type Palette = Readonly<Record<string, string>>;
