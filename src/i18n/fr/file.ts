import type {file as en} from "../en/file.ts";
import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("fr");
const chapters = plural({one: "chapitre", other: "chapitres"});

export const file: typeof en = {
  lead: "Un seul fichier HTML où tout se trouve : l’application, les données, les polices et la part de carte qu’il faut. Il s’ouvre depuis le disque dans tout navigateur récent, sans réseau, et ne demande rien à personne.",
  others: "Aucune autre ligne n’est dans le fichier.",
  holds: "Ce qui l’accompagne",
  view: "La vue à l’écran est la première que l’on voit, dans cette langue et ces couleurs.",
  chapters: (n, count) => `${n} ${chapters(count)} à présenter.`,
  notes: "Les notes privées des chapitres",
  notesText: "Qui a le fichier peut les lire. Laissez-les hors d’un fichier que vous transmettez.",
  sources: "Les sources, les lieux nommés et les totaux déclarés, si le récit en a.",
  lacks:
    "Ce qui ne marche pas depuis le disque : les liens à partager, les extraits à intégrer et les données d’autres adresses.",
  licence: (name) => `${isolate(name)} ne permet pas de transmettre ces lignes.`,
  licenceText: "Gardez le fichier pour vous, ou demandez au détenteur des droits.",
  about: (size) => `Le fichier fera environ ${size}.`,
  exactly: (size) => `Le fichier fait ${size}.`,
  making: (n, all) => `En cours : ${n} lignes sur ${all}`,
  save: "Enregistrer le fichier",
  cancel: "Annuler",
  saved: (name, size) => `Enregistré sous ${isolate(name)}, ${size}.`,
  tooLarge: (size, most) =>
    `Il ferait environ ${size}, et les navigateurs ouvrent mal une page de plus de ${most}. Choisissez moins de lignes, par la fenêtre ou les filtres, ou enregistrez les données en CSV.`,
  failed: "Le fichier n’a pas pu être fait : une de ses parties n’est pas arrivée. Réessayez.",
  sourcesFailed: "Le fichier n’a pas pu être fait : la table des sources n’est pas arrivée. Réessayez.",
  again: "Réessayer",
  unable: "Ce fichier demande un navigateur plus récent : Chrome 110, Firefox 115, Safari 16.4 ou au-delà.",
  noscript: "Ce fichier montre une chronologie et une carte, pour lesquelles le navigateur doit exécuter son script.",
  linkTitle: "Transmettre",
  linkText:
    "Ceci est un fichier, sans adresse que d’autres puissent ouvrir. Envoyez le fichier lui-même : qui l’a voit tout ce que vous voyez, sans réseau.",
  linkHere: "Sur cet ordinateur, cette adresse ouvre la vue à l’écran :",
  ownStory: "Revenir au récit de ce fichier",
  formats: "CSV, TSV, JSON, GeoJSON, KML, GPX ou iCalendar, compressés ou non.",
  unsupported:
    "Ce fichier ouvre CSV, TSV, JSON, GeoJSON, KML, GPX et iCalendar. Enregistrez le tableau sous l’un de ces formats et ouvrez-le à nouveau.",
};
