import {byteLimitOf, formatIn, given, isRatio, limitOf, type FailureMessages} from "../openWords.ts";
import {sizeText} from "../size.ts";
import {formats} from "./formats.ts";

const LOCALE = "fr-FR";
const number = (value: number) => new Intl.NumberFormat(LOCALE).format(value);
const size = (bytes: number) => sizeText(bytes, LOCALE);
const READABLE = "CSV, TSV, Excel (xlsx), JSON, GeoJSON, KML, GPX, iCalendar ou Parquet";

export const failures: FailureMessages = {
  "empty-file": () =>
    "Le fichier est vide. Voyez s’il a été enregistré ou téléchargé jusqu’au bout, puis ouvrez-le à nouveau.",
  "no-records": (p) =>
    `Le fichier a été lu${formatIn(p, formats) && ` comme ${formatIn(p, formats)}`}, et il ne contient aucun enregistrement. Attendu : une ligne par événement. Voyez si c’est le bon fichier, la bonne feuille ou la bonne liste.`,
  "web-page": () =>
    "C’est une page web, pas des données : souvent la page d’une connexion ou d’un lien de téléchargement. Téléchargez le fichier de données lui-même et ouvrez-le.",
  "not-a-table": (p) =>
    `Aucun tableau n’a été trouvé dans ce fichier${given(p, "detail") && ` (${given(p, "detail")})`}. Attendu : ${READABLE}, avec une ligne par événement. Enregistrez le tableau sous l’un de ces formats et ouvrez-le à nouveau.`,
  unsupported: (p) =>
    `Les fichiers de ${formatIn(p, formats) ? `type ${formatIn(p, formats)}` : "ce type"} ne peuvent pas être ouverts. Attendu : ${READABLE}. Enregistrez le tableau sous l’un de ces formats et ouvrez-le à nouveau.`,
  encrypted: () =>
    "Le fichier est protégé par un mot de passe. Retirez le mot de passe, enregistrez-le à nouveau et ouvrez-le.",
  broken: (p) => {
    const where =
      given(p, "line") !== ""
        ? ` à la ligne ${given(p, "line")}${given(p, "column") && `, colonne ${given(p, "column")}`}`
        : given(p, "position") && ` à la position ${given(p, "position")}`;
    return `Le fichier${formatIn(p, formats) && `, pris pour ${formatIn(p, formats)},`} est abîmé ou coupé${where}${given(p, "detail") && ` : ${given(p, "detail")}`}. Téléchargez-le ou exportez-le à nouveau.`;
  },
  "too-large": (p) => {
    const limit = byteLimitOf(p);
    const most =
      limit === null ? "" : ` : au plus ${size(limit)}${formatIn(p, formats) && ` de ${formatIn(p, formats)}`}`;
    return `Le fichier dépasse ce qu’un navigateur peut tenir${most}. Découpez-le par date, ou enregistrez-le en CSV ou en Parquet.`;
  },
  "too-many-rows": (p) =>
    `Le fichier contient plus de ${number(limitOf(p, "rows"))} lignes. Découpez-le par date ou par lieu et ouvrez les morceaux.`,
  "too-many-columns": (p) =>
    `Le tableau a plus de ${number(limitOf(p, "columns"))} colonnes. Voyez si le bon séparateur a été trouvé, ou retirez ce qui ne sert pas.`,
  "too-deep": (p) =>
    `Le fichier s’emboîte sur plus de ${number(limitOf(p, "depth"))} niveaux, ce que ne fait aucun tableau d’événements. Exportez-le en tableau plat.`,
  "too-expanded": (p) =>
    `Une fois décompressé, le fichier dépasserait ${isRatio(p) ? `${number(limitOf(p, "ratio"))} fois sa taille` : size(limitOf(p, "unpackedBytes"))}, comme le font les fichiers conçus pour nuire. Décompressez-le vous-même, si vous lui faites confiance, et ouvrez ce qu’il contient.`,
  "bad-story": (p) =>
    `Le fichier du récit contient une erreur${given(p, "detail") && ` : ${given(p, "detail")}`}. Corrigez-la et ouvrez-le à nouveau.`,
  "no-start-column": (p) =>
    `Aucune colonne ne semble dire quand une chose s’est produite.${given(p, "columns") && ` Les colonnes sont : ${given(p, "columns")}.`} Choisissez celle qui contient les dates ; s’il n’y en a pas, ce tableau ne peut pas être montré sur une chronologie.`,
  "no-rows": () =>
    "Pas une ligne n’a de date lisible. Attendu : des dates comme 2024-01-28, 28/01/2024 ou 28 janvier 2024. Choisissez une autre colonne pour « Début », ou changez sa lecture.",
  unreadable: () =>
    "Le navigateur n’a pas pu lire le fichier. Il a peut-être été déplacé, modifié ou verrouillé par un autre programme. Choisissez-le à nouveau.",
  "timed-out": () =>
    "La lecture a pris trop de temps et a été arrêtée. Découpez le fichier par date, ou enregistrez-le en CSV, puis ouvrez-le à nouveau.",
};
