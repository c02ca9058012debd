import type {ways as en} from "../en/ways.ts";
import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";
import {rich, strong} from "../rich.ts";

const plural = pluralOf("fr");
const rows = plural({one: "ligne", other: "lignes"});

export const ways: typeof en = {
  veil: "Déposez-le n’importe où",
  local: "Il est lu sur cet ordinateur et n’est envoyé nulle part.",
  start: {
    drop: "Déposez un tableau d’événements datés et situés",
    open: "Ouvrez un tableau d’événements datés et situés",
    formats: "CSV, TSV, Excel, JSON, GeoJSON, KML, GPX, iCalendar ou Parquet, compressé ou non.",
    reported: "Chaque ligne inutilisable vous est signalée.",
    choose: "Choisir un fichier",
    paste: "Coller un lien ou un tableau",
    needs: "Ce qu’il faut",
    needsText:
      "Une date par ligne. Une latitude et une longitude placent la ligne sur la carte ; sans elles, elle reste sur la chronologie.",
    also: "Ce qui est compris aussi",
    alsoText:
      "Lieu et précision, titre, résumé, catégorie, degré de certitude, acteur, victimes, sources, lien. Une colonne absente n’est simplement pas dessinée.",
    stories: "Ou partez d’un récit",
    again: "Ouvert ici en dernier",
    kept: (date) => `${date}, gardé sur cet ordinateur`,
    keptUndated: "Gardé sur cet ordinateur",
    forget: "Oublier",
    forgotten: "Il n’est plus gardé.",
  },
  shipped: {
    name: "Attaques contre les forces américaines et la coalition",
    about: (events, sources) => `Irak, Syrie, Jordanie · ${events} événements, ${sources} sources`,
  },
  paste: {
    label: "Un lien, ou les lignes d’un tableau avec leur en-tête",
    link: "Un lien est demandé par ce navigateur à cet hôte, et à aucun autre. L’hôte doit le permettre.",
    open: "Ouvrir",
    cancel: "Annuler",
    unlike: "Ce n’est ni un lien (https://…) ni un tableau : un tableau a un en-tête et au moins une ligne.",
    name: "Tableau collé",
  },
  progress: {
    reading: (name) => `Lecture de ${isolate(name)}`,
    stage: {fetching: "Téléchargement", unpacking: "Décompression", sorting: "Tri"},
    of: (bytes, total) => `${bytes} sur ${total}`,
    rows: (n, count) => `${n} ${rows(count)}`,
    seconds: (n) => `encore ${n} s environ`,
    minutes: (n) => `encore ${n} min environ`,
    cancel: "Annuler",
  },
  failed: {
    title: "Impossible d’ouvrir ces données",
    titleOf: (name) => `Impossible d’ouvrir ${isolate(name)}`,
    keep: "Ce qui était à l’écran y est toujours.",
    ownStory: "Ouvrir le récit fourni avec Dateline",
    another: "Choisir un autre fichier",
  },
  failures: {
    "bad-url": (detail) =>
      `« ${isolate(detail)} » n’est pas une adresse d’où lire des données. Utilisez https, sur un hôte public.`,
    "not-found": (detail) => `Il n’y a rien à l’adresse ${isolate(detail)}. Vérifiez-la.`,
    unreachable: (detail) =>
      `${isolate(detail)} est injoignable. Le réseau est peut-être coupé, ou cet hôte n’autorise pas la lecture depuis d’autres pages (CORS). Téléchargez le fichier et ouvrez-le depuis cet ordinateur.`,
    "missing-table": (detail) =>
      `Le récit nomme le tableau « ${isolate(detail)} », qui n’est pas venu avec lui. Déposez ensemble le récit et ses tableaux.`,
  },
  own: {
    label: "Les données à l’écran",
    sum: (n, count, placed, timelineOnly, rejected) =>
      rich`${strong(`${n} ${rows(count)}`)} =\u00a0${placed}\u00a0sur la carte +\u00a0${timelineOnly}\u00a0sur la seule chronologie +\u00a0${rejected}\u00a0inutilisées`,
    review: "Colonnes et rapport",
    save: "Enregistrer",
    from: (host) => `Données de ${isolate(host)}`,
  },
  menu: {
    label: "Données",
    shown: "À l’écran",
    others: "Passer à",
    open: "Ouvrir un fichier, un lien ou un tableau…",
    save: "Enregistrer les données…",
    review: "Colonnes et rapport…",
  },
};
