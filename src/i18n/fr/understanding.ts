import type {understanding as en} from "../en/understanding.ts";
import {isolate} from "../isolate.ts";
import {named} from "../openWords.ts";
import {presetName} from "../presets.ts";

const number = (value: number) => new Intl.NumberFormat("fr-FR").format(value);
const quote = (text: string) => `« ${isolate(text)} »`;

const dateOrder: Readonly<Record<string, string>> = {
  iso: "année-mois-jour",
  dmy: "jour/mois/année",
  mdy: "mois/jour/année",
  ymd: "année/mois/jour",
};
const dateNumbers: Readonly<Record<string, string>> = {
  year: "des années",
  compact: "année, mois et jour sans espace (20240131)",
  seconds: "des secondes depuis 1970",
  milliseconds: "des millisecondes depuis 1970",
  days1900: "les jours d’un tableur depuis 1900",
  days1904: "les jours d’un tableur depuis 1904",
};
const dateParts: Readonly<Record<string, string>> = {
  date: "date",
  year: "année",
  month: "mois",
  day: "jour",
  hour: "heure",
  minute: "minute",
  time: "heure du jour",
};
const precision: Readonly<Record<string, string>> = {
  year: "année",
  month: "mois",
  week: "semaine",
  range: "intervalle",
  day: "jour",
  hour: "heure",
  minute: "minute",
  second: "seconde",
  exact_site: "exact",
  near: "proche",
  city: "ville",
  district: "district",
  province: "province",
  country: "pays",
};

export const understanding: typeof en = {
  dateOrder,
  dateNumbers,
  dateParts,
  readAs: {
    dates: ({order, settledBy, ambiguous, mixed}) =>
      `${named(dateOrder, order, order)}${
        settledBy !== null
          ? ` ; ${quote(settledBy)} fixe l’ordre`
          : ambiguous
            ? ", supposé : aucune date ne fixe l’ordre"
            : ""
      }${mixed ? " ; certaines dates sont dans l’autre ordre" : ""}`,
    "date-numbers": ({numbers}) => named(dateNumbers, numbers, numbers),
    "date-parts": ({parts}) => `composé de ${parts.map((part) => named(dateParts, part, part)).join(" + ")}`,
    degrees: ({decimal, divisor}) =>
      `degrés, ${decimal === "," ? "virgule décimale" : "point décimal"}${divisor === 1 ? "" : `, divisés par ${number(divisor)}`}`,
    point: ({first}) => `les deux dans une cellule, ${first === "lat" ? "latitude" : "longitude"} d’abord`,
    geometry: () => "la géométrie du fichier",
    projected: ({projection}) => `mètres sur une grille (${isolate(projection)}) : non placés`,
    counts: ({ranges}) =>
      `nombres entiers${ranges ? " et intervalles" : ""} ; 0 veut dire aucun, vide veut dire non connu`,
    values: ({distinct}) =>
      distinct < 2
        ? `${distinct} valeur`
        : `${distinct > 1000 ? `plus de ${number(1000)}` : number(distinct)} valeurs différentes`,
    codes: ({codes}) =>
      Object.entries(codes)
        .slice(0, 8)
        .map(([code, means]) => `${isolate(code)} ${named(precision, means, means)}`)
        .join(" · "),
    links: () => "adresses web",
    list: ({separator}) => `plusieurs par cellule, séparées par ${quote(separator)}`,
    text: () => "texte",
  },
  why: {
    preset: ({preset}) => `connu de la présentation ${presetName(preset)}`,
    hxl: ({tag}) => `étiquette ${isolate(tag)}`,
    name: ({word}) => `d’après son nom, ${quote(word)}`,
    values: () => "d’après ses valeurs",
    recipe: () => "choix enregistré",
    user: () => "votre choix",
  },
  assumptions: {
    "date-order": ({example}) =>
      example === ""
        ? "Ce qui vient d’abord dans les dates, le jour ou le mois."
        : `${quote(example)} peut se lire de deux façons : aucune date de la colonne ne dit ce qui vient d’abord.`,
    timezone: ({instants}) =>
      instants
        ? "Les heures avec un décalage sont ramenées à l’horloge d’un seul lieu."
        : "Les heures ne nomment aucun fuseau ; elles sont montrées telles quelles, avec le nom de celui-ci.",
    "two-digit-years": ({example}) =>
      example === "" ? "Les années ont deux chiffres." : `Les années ont deux chiffres, comme dans ${quote(example)}.`,
    "date-numbers": ({example}) =>
      example === ""
        ? "Les dates sont de simples nombres."
        : `Les dates sont de simples nombres, comme ${quote(example)}.`,
    "new-year": () =>
      "Bien plus d’événements sont datés du 1er janvier que de tout autre jour : une année écrite comme une date. Ils sont donnés à l’année près.",
    "no-header": () => "La première ligne ressemble à un enregistrement : les colonnes n’ont pas de nom à elles.",
    encoding: () =>
      "Le fichier ne dit pas comment ses lettres sont écrites : l’encodage a été deviné. Regardez les noms accentués.",
    swapped: ({example}) =>
      `La latitude et la longitude semblent inversées${example === "" ? "" : `, comme dans ${quote(example)}`}.`,
  },
  doubts: {
    "date-order": "Le jour et le mois peuvent se lire dans les deux sens. Vérifiez l’ordre ci-dessous.",
    "no-start": "Aucune colonne ne semble dire quand une chose s’est produite. Choisissez-la pour « Début ».",
    "many-tables": "Le fichier contient plusieurs tableaux. Vérifiez que c’est le bon.",
    "no-header": "Les colonnes n’ont pas de nom. Vérifiez ce que chacune contient.",
    "many-rejected": "Beaucoup de lignes n’ont pas pu servir. Vérifiez la colonne de « Début » et sa lecture.",
    projected:
      "Les coordonnées sont des mètres sur une grille : rien n’est placé sur la carte. Choisissez des colonnes en degrés, s’il y en a.",
    swapped: "La latitude et la longitude sont peut-être inversées. Vérifiez ci-dessous.",
  },
};
