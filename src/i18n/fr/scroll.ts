import type {scroll as en} from "../en/scroll.ts";

export const scroll: typeof en = {
  none: "Ce récit n’a pas encore de chapitres. Le voici en entier, à explorer.",
  start: "Faites défiler, et le temps avance",
  stage: "Carte et chronologie, qui suivent le texte",
  chapter: (step: string, count: string) => `${step} sur ${count}`,
  link: "Lien vers ce chapitre",
  endTitle: "À vous d’explorer",
  end: "Chaque événement de ce récit, avec ses sources : déplacez la tête de lecture, filtrez, cherchez un lieu.",
  explore: "Explorer la carte et la chronologie",
};
