/** Words of the filters, which the first picture shows. */
export const facets = {
  label: "Filters",
  whoSaysSo: "Who says so",
  more: "More filters",
  fewer: "Close the filters",
  clear: "Clear filters",
  other: "Other",
  otherOf: (facet: string) => `Other values of “${facet}”`,
  notStated: "Not stated",
  only: "only",
  onlyThis: (value: string) => `Only ${value}`,
  all: "all",
  find: (facet: string) => `Find in “${facet}”`,
  nothing: "Nothing by that name.",
  inline: {official: "confirmed", media: "media", claim: "claim only", disputed: "disputed"},
};
