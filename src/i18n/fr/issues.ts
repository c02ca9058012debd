import type {IssueMessages} from "../openWords.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("fr");
const of =
  (one: string, other: string, rest = "") =>
  (n: string, count: number) =>
    `${n} ${plural({one, other})(count)}${rest}.`;
const rows = (rest: string) => of("ligne", "lignes", ` ${rest}`);
const cells = (rest: string) => of("cellule", "cellules", ` ${rest}`);

const notUsed = "Laissé de côté : sans date, rien ne tient sur une chronologie.";
const timelineOnly = "Sur la chronologie et dans la liste, pas sur la carte.";

export const issues: IssueMessages = {
  "no-date": {
    short: "sans date",
    lead: rows("sans date"),
    then: notUsed,
    cure: "Indiquez la date, ou choisissez une autre colonne pour « Début ».",
  },
  "bad-date": {
    short: "date non comprise",
    lead: rows("dont la date n’a pas pu être lue"),
    then: notUsed,
    cure: "Écrivez-la comme 2024-01-28, ou changez la lecture de la colonne.",
  },
  "unreal-date": {
    short: "date inexistante",
    lead: rows("avec un jour qu’aucun calendrier ne connaît"),
    then: "Laissé de côté : aucun autre jour n’est mis à la place.",
    cure: "Corrigez la date dans le fichier.",
  },
  "bad-record": {
    short: "enregistrement illisible",
    lead: of("enregistrement impossible", "enregistrements impossibles", " à lire"),
    then: "Laissé de côté.",
    cure: "Regardez les guillemets et les crochets autour de cette ligne du fichier.",
  },
  "no-coordinate": {
    short: "sans coordonnées",
    lead: rows("sans coordonnées"),
    then: timelineOnly,
    cure: "Indiquez latitude et longitude pour les voir sur la carte.",
  },
  "bad-coordinate": {
    short: "coordonnées non comprises",
    lead: rows("dont les coordonnées n’ont pas pu être lues"),
    then: timelineOnly,
    cure: "Écrivez des degrés, comme 33,7856 ou 33° 47′ N, ou choisissez d’autres colonnes.",
  },
  "zero-coordinate": {
    short: "à 0, 0",
    lead: rows("à 0, 0, un point vide de l’Atlantique qui veut dire « non connu »"),
    then: timelineOnly,
    cure: "Laissez les deux cellules vides, ou indiquez le lieu.",
  },
  "out-of-range": {
    short: "coordonnées hors du globe",
    lead: rows("dont les coordonnées sont hors du globe"),
    then: timelineOnly,
    cure: "La latitude va de −90 à 90 et la longitude de −180 à 180 : voyez si les deux sont inversées, ou si un séparateur décimal s’est perdu.",
  },
  projected: {
    short: "mètres sur une grille, pas degrés",
    lead: rows("dont les coordonnées sont des mètres sur une grille"),
    then: `${timelineOnly} On ne sait pas avec certitude de quelle grille il s’agit : aucun lieu n’est deviné.`,
    cure: "Exportez à nouveau le fichier en degrés (WGS 84, EPSG:4326).",
  },
  "country-only": {
    short: "seul le pays est connu",
    lead: rows("dont seul le pays est connu"),
    then: `${timelineOnly} Un point au milieu du pays en dirait plus qu’on n’en sait.`,
    cure: "Rien à faire, sauf si le fichier connaît le lieu de plus près.",
  },
  "bad-end": {
    short: "fin non comprise",
    lead: rows("dont la fin n’a pas pu être lue"),
    then: "Utilisé, avec le seul début.",
    cure: "Écrivez-la comme 2024-01-28, ou choisissez une autre colonne pour « Fin ».",
  },
  "end-before-start": {
    short: "fin avant le début",
    lead: rows("qui finissent avant de commencer"),
    then: "Utilisé, avec le seul début.",
    cure: "Corrigez les dates, ou voyez si le jour et le mois ne sont pas pris l’un pour l’autre.",
  },
  "bad-number": {
    short: "nombre non compris",
    lead: cells("sans nombre là où l’on en attend un"),
    then: "Valeur prise pour inconnue, jamais pour 0.",
    cure: "Écrivez des chiffres, ou choisissez une autre colonne.",
  },
  "bad-link": {
    short: "lien inutilisable",
    lead: cells("avec une adresse qu’on ne peut suivre sans risque"),
    then: "Montré en texte, non en lien.",
    cure: "Une adresse doit commencer par https:// ou http://.",
  },
  "short-row": {
    short: "trop peu de cellules",
    lead: rows("avec moins de cellules que de colonnes"),
    then: "Utilisé ; les cellules absentes sont prises pour vides.",
    cure: "Voyez s’il manque un séparateur à ces lignes.",
  },
  "long-row": {
    short: "trop de cellules",
    lead: rows("avec plus de cellules que de colonnes"),
    then: "Utilisé ; ce qui dépasse la dernière colonne est laissé de côté.",
    cure: "Un texte qui contient le séparateur doit être entre guillemets.",
  },
  "long-cell": {
    short: "cellule coupée",
    lead: cells("de plus d’un million de caractères"),
    then: "Utilisé, et coupée là.",
    cure: "Voyez si un guillemet n’a jamais été fermé.",
  },
  "error-cell": {
    short: "erreur de tableur",
    lead: cells("avec une erreur de tableur, comme #N/A"),
    then: "Pris pour vide.",
    cure: "Réparez la formule dans le tableur et enregistrez à nouveau.",
  },
  "open-quote": {
    short: "guillemet non fermé",
    lead: of("guillemet jamais fermé", "guillemets jamais fermés"),
    then: "Ce qui suit a pu être avalé par une seule cellule.",
    cure: "Fermez-le, ou doublez-le s’il fait partie du texte, puis ouvrez à nouveau le fichier.",
  },
  "stray-quote": {
    short: "guillemet égaré",
    lead: cells("avec un guillemet mal placé"),
    then: "Utilisé telle quelle.",
    cure: "Doublez un guillemet qui fait partie d’un texte.",
  },
  "nul-character": {
    short: "caractères NUL",
    lead: cells("avec des caractères NUL"),
    then: "Utilisé sans ces caractères.",
    cure: "Le fichier est peut-être abîmé ou dans un autre encodage : essayez UTF-16.",
  },
  undecodable: {
    short: "caractères non décodés",
    lead: of("endroit", "endroits", " où les octets ne suivent pas l’encodage"),
    then: "Montré par �.",
    cure: "Choisissez un autre encodage, ou enregistrez le fichier en UTF-8.",
  },
  "duplicate-id": {
    short: "identifiant en double",
    lead: rows("avec l’identifiant d’une ligne précédente"),
    then: "Tout est utilisé ; un lien vers l’identifiant ouvre la première.",
    cure: "Voyez si le même événement est deux fois dans le fichier, ou choisissez une autre colonne d’identifiants.",
  },
  "missing-column": {
    short: "colonne absente",
    lead: of("colonne attendue absente", "colonnes attendues absentes", " du fichier"),
    then: "Ce qu’elle devait remplir reste vide.",
    cure: "Choisissez une autre colonne.",
  },
  "mixed-date-order": {
    short: "jour et mois dans les deux ordres",
    lead: rows("dont la date suit l’autre ordre du jour et du mois"),
    then: "Les dates qui n’admettent qu’un ordre sont lues ainsi ; les autres suivent l’ordre indiqué.",
    cure: "Écrivez toutes les dates comme 2024-01-28 pour en être sûr.",
  },
  "other-date": {
    short: "date d’une autre colonne",
    lead: rows("sans date propre, datées par une autre colonne"),
    then: "Utilisées, avec la date de cette colonne.",
    cure: "Choisissez vous-même la colonne de « Début » si ces dates disent autre chose.",
  },
  "near-pole": {
    short: "hors de la carte",
    lead: rows("plus près d’un pôle que la carte ne va"),
    then: "Placé au bord de la carte, à 85 degrés.",
    cure: "Rien à faire, si les coordonnées sont justes.",
  },
  "geometry-reduced": {
    short: "forme réduite à un point",
    lead: rows("avec une ligne ou une surface"),
    then: "Utilisé, et dessinées en un seul point.",
    cure: "Rien à faire ; le fichier reste tel quel.",
  },
  "other-crs": {
    short: "autre système de coordonnées",
    lead: (n, count) =>
      count === 1
        ? "Le fichier nomme un système de coordonnées autre que WGS 84."
        : `Le fichier nomme ${n} fois un système de coordonnées autre que WGS 84.`,
    then: "Les coordonnées servent là où elles sont en degrés ; des mètres sur une grille ne sont pas placés.",
    cure: "Exportez à nouveau le fichier en degrés (WGS 84, EPSG:4326).",
  },
  repeats: {
    short: "se répète",
    lead: rows("qui se répètent selon une règle"),
    then: "Utilisé une fois, à la première date.",
    cure: "Donnez une ligne à chaque date pour les voir toutes.",
  },
  "blank-row": {
    short: "ligne vide",
    lead: of("ligne vide", "lignes vides"),
    then: "Ce n’est pas un enregistrement : non compté.",
    cure: "Rien à faire.",
  },
  "title-row": {
    short: "titre au-dessus de l’en-tête",
    lead: of("ligne", "lignes", " au-dessus des noms de colonnes"),
    then: "Pris pour un titre et non compté.",
    cure: "Si c’est un enregistrement, changez la ligne qui porte les noms.",
  },
  "tag-row": {
    short: "ligne d’étiquettes",
    lead: of("ligne", "lignes", " d’étiquettes HXL"),
    then: "Elle dit ce que sont les colonnes ; non compté.",
    cure: "Rien à faire.",
  },
  "left-out-file": {
    short: "fichier laissé de côté",
    lead: of("fichier illisible", "fichiers illisibles"),
    then: "Laissé de côté ; les autres ont été lus.",
    cure: "Ouvrez-le seul pour savoir ce qui ne va pas.",
  },
  "left-out-column": {
    short: "colonne laissée de côté",
    lead: of("colonne sans rôle laissée de côté", "colonnes sans rôle laissées de côté"),
    then: "Trop de texte pour être gardé : elles ne sont ni montrées ni enregistrées. Le fichier les a toujours.",
    cure: "Donnez-leur un rôle, ou faites-en un filtre, pour les garder.",
  },
  "empty-record": {
    short: "enregistrement vide",
    lead: of("enregistrement vide", "enregistrements vides"),
    then: "Non compté.",
    cure: "Rien à faire.",
  },
};
