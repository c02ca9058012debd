import type {Messages} from "../en.ts";

export const facets: Messages["facets"] = {
  label: "Filtres",
  whoSaysSo: "Qui le dit",
  more: "Plus de filtres",
  fewer: "Fermer les filtres",
  clear: "Effacer les filtres",
  other: "Autres",
  otherOf: (facet) => `Autres valeurs de « ${facet} »`,
  notStated: "Non précisé",
  only: "seul",
  onlyThis: (value) => `Seulement ${value}`,
  all: "tout",
  find: (facet) => `Chercher dans « ${facet} »`,
  nothing: "Rien de ce nom.",
  inline: {official: "confirmés", media: "médias", claim: "revendiqués", disputed: "contestés"},
};
