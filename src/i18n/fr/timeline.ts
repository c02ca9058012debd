import type {BinUnit} from "../../data/bins.ts";
import type {Messages} from "../en.ts";

const unit: Record<BinUnit, string> = {
  hour: "heure",
  day: "jour",
  week: "semaine",
  month: "mois",
  quarter: "trimestre",
  year: "année",
  decade: "décennie",
  century: "siècle",
};
const feminine: readonly BinUnit[] = ["hour", "week", "year", "decade"];
const previous = (name: BinUnit) => (feminine.includes(name) ? "précédente" : "précédent");
const next = (name: BinUnit) => (feminine.includes(name) ? "suivante" : "suivant");
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

export const timeline: Messages["timeline"] = {
  label: "Frise chronologique",
  keys: "Les flèches avancent d’un pas, Page préc. et Page suiv. d’un plus grand, Début et Fin vont aux extrémités. Maj et une flèche vont à l’événement précédent ou suivant. Espace lance la lecture. Plus, moins et 0 règlent le zoom.",
  playhead: "Tête de lecture",
  start: "Début de la fenêtre",
  end: "Fin de la fenêtre",
  both: "La fenêtre : déplacer les deux bouts",
  typeDate: "Saisir une date",
  dateHint: "jour/mois/année",
  badDate: "Cette date n’existe pas",
  dateKeys: "Appuyez sur Entrée ou sur un chiffre pour saisir une date.",
  figures: (label) => `${capital(label)} : les chiffres tels qu’ils ont été donnés`,
  figure: (date, n, statedBy) => `${date} : ${n} ${statedBy}`,
  part: (n, where) => `${n} ${where}`,
  via: (publisher) => `via ${publisher}`,
  and: ", ",
  annotation: (date, text) => `${date} : ${text}`,
  zoomIn: "Agrandir",
  zoomOut: "Réduire",
  zoomWhole: "Tout montrer",
  earlier: (n) => `${n} avant`,
  later: (n) => `${n} après`,
  byPlace: "Par lieu",
  byTime: "Ensemble",
  showByPlace: "Une ligne par lieu",
  otherPlaces: "Autres lieux",
  lane: (place, n, noun) => `${place} : ${n} ${noun} dans la fenêtre`,
  perUnit: (what, name) => `${what} par ${name === "year" ? "an" : unit[name]}`,
  previousStep: (name) => `${capital(unit[name])} ${previous(name)}`,
  nextStep: (name) => `${capital(unit[name])} ${next(name)}`,
  step: (name) => capital(unit[name]),
  event: "Événement",
  nothing: "Rien ne passe les filtres.",
};
