import type {save as en} from "../en/save.ts";
import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("fr");
const rows = plural({one: "ligne", other: "lignes"});

export const save: typeof en = {
  title: "Enregistrer les données",
  local: "Le fichier est fait sur cet ordinateur ; rien n’est envoyé.",
  format: "Format",
  formats: {csv: "CSV", geojson: "GeoJSON", story: "Récit"},
  formatText: {
    csv: "Pour les tableurs. Dates ISO, degrés décimaux, toutes les colonnes du fichier.",
    geojson: "Pour les cartes. Les lignes sans lieu n’ont pas de géométrie et restent.",
    story: "Pour continuer ici. Les données, leurs sources, les chapitres et la vue telle qu’elle est, en un fichier.",
  },
  formulas:
    "Les cellules qu’un tableur exécuterait comme formule reçoivent une apostrophe devant. Elle disparaît quand le fichier est ouvert ici.",
  lost: "Absent du fichier",
  losses: {
    choices: () => "les colonnes qui colorent et filtrent, les textes autour des données et la première vue",
    zone: (_n, _count, zone) => `le fait que les heures sont celles de ${isolate(zone)}`,
    credit: () => "qui doit être cité : gardez la mention ci-dessous avec le fichier",
    tables: () => "les tableaux des sources, des lieux nommés et des totaux déclarés",
    background: () => "les lignes qui servent de contexte et n’entrent dans aucun compte",
    lines: () => "les lignes tracées sur la carte, qui ne sont pas des événements",
    columns: () => "les colonnes sans rôle, trop volumineuses pour être gardées",
    rejected: (n, count) =>
      `${n} ${rows(count)} ${plural({one: "inutilisable", other: "inutilisables"})(count)} : le rapport sur le fichier les contient`,
  },
  licence: (name) => `${isolate(name)} ne permet pas de transmettre ces lignes.`,
  licenceText: "Gardez le fichier pour vous, ou demandez à qui détient les droits.",
  credit: "À citer partout où les lignes sont montrées :",
  notes: "Les notes privées des chapitres sont aussi dans le fichier : qui l’a peut les lire.",
  save: "Enregistrer",
  cancel: "Annuler",
  saving: (n, all) => `Écriture : ${n} sur ${all}`,
  saved: (name, size) => `Enregistré sous ${isolate(name)}, ${size}.`,
  tooLarge: "Il est plus grand que ce qui peut être rouvert ici. Le CSV n’a pas cette limite jusqu’à 600 Mo.",
  failed: "L’enregistrement a échoué.",
  sourcesFailed:
    "L’enregistrement a échoué : le tableau des sources n’a pas pu être obtenu. Réessayez, ou enregistrez en CSV.",
};
