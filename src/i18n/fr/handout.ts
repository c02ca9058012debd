import type {handout as en} from "../en/handout.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("fr");
const events = plural({one: "événement", other: "événements"});

export const handout: typeof en = {
  lead: "Ce qui est à l’écran, en mots à coller dans un message et en lignes à ouvrir dans un tableur.",
  summary: "Un résumé à coller",
  form: "Forme",
  forms: {plain: "Texte simple", markdown: "Markdown"},
  language: "Langue du résumé",
  copy: "Copier",
  copied: "Copié",
  done: "Le résumé est copié.",
  selected: "Il est sélectionné : copiez-le avec les touches de votre ordinateur.",
  download: "Télécharger",
  sourcesFailed: "La table des sources n’a pas pu être chargée : seules leurs clés sont citées.",
  rows: "Les lignes en CSV",
  rowsText: (n, count) =>
    count === 0
      ? "Cette vue ne contient aucun événement."
      : `${n} ${events(count)} : ce que laissent la fenêtre et les filtres, avec identifiants et sources.`,
  save: "Télécharger le CSV",
  saving: "Écriture des lignes",
  saved: (name, size) => `${name} est enregistré (${size}).`,
  failed: "Cela n’a pas marché. Réessayez.",
  licence: (name) => `${name} ne permet pas de transmettre ces lignes.`,

  text: {
    pair: (name, value) => `${name} : ${value}`,
    kept: (name, values) => `${name} : ${values}`,
    keptNone: "rien",
    search: (words) => `avec les mots « ${words} »`,
    filtered: (filters) => `Seule une partie du relevé est comptée ici – ${filters}.`,
    counter: (counted) => `Sur la même période, le relevé compte aussi ${counted}.`,
    total: (date, by, parts, source) =>
      `Ce chiffre${by === "" ? "" : `, ${by},`} est celui donné pour le ${date}${parts === "" ? "" : ` : ${parts}`}${source === "" ? "" : ` (${source})`}. Il a été énoncé tel quel et n’est pas la somme des signalements comptés ici.`,
    from: (publisher, date) => (date === "" ? publisher : `${publisher}, ${date}`),
    tempo: (last, inLast, before, inBefore) =>
      `Rythme à la fin de la période : ${last} ${inLast}, ${before} ${inBefore}.`,
    places: "Lieux les plus cités",
    unplaced: (n, count) =>
      count < 2 ? `${n} n’est pas placé sur la carte.` : `${n} ne sont pas placés sur la carte.`,
    turns: "Tournants",
    event: "Un événement en détail",
    sources: "Sources",
    moreSources: (n) => `et ${n} de plus`,
    moreSourcesUncounted: "et d’autres",
    noAddress: "aucune adresse trouvée",
    compiled: (date) => `Relevé tel que compilé le ${date}.`,
    license: (name) => `Licence : ${name}.`,
    link: "Cette vue",
    file: (name) => `D’après le fichier ${name}.`,
    made: "Fait avec Dateline.",
  },
};
