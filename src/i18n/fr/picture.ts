import type {picture as en} from "../en/picture.ts";
import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";

const pictures = pluralOf("fr")({one: "image", other: "images"});
const more = pluralOf("fr")({one: "autre source", other: "autres sources"});

export const picture: typeof en = {
  later: "gris\u00a0: après",
  options: "Ce que l’image doit être",
  of: "Sujet",
  screen: "La vue à l’écran",
  each: (n) => `Chaque chapitre, ${n} dans un zip`,
  chapter: (n, title) => `${n}. ${isolate(title)}`,
  untitled: "Sans titre",
  form: "Format d’image",
  forms: {
    square: "Carré 1:1",
    portrait: "Portrait 4:5",
    story: "Vertical 9:16",
    wide: "Large 16:9",
    landscape: "A4 paysage",
    upright: "A4 portrait",
  },
  theme: "Couleurs",
  themes: {light: "Clair", dark: "Sombre"},
  language: "Langue",
  format: "Fichier",
  formats: {png: "PNG", svg: "SVG"},
  formatText: {
    png: "Pour les diaporamas, les messages et le web.",
    svg: "Pour les graphistes et les grands tirages : net à toute taille, il emporte ses polices.",
  },
  scale: "Résolution",
  times: (n) => `${n}×`,
  size: (width, height) => `${width} × ${height} px`,
  dots: (n) => `${n} points par pouce sur A4`,
  preview: "Aperçu",
  previewing: "L’aperçu est en cours.",
  previous: "Chapitre précédent",
  next: "Chapitre suivant",
  place: (n, of) => `${n} sur ${of}`,
  save: "Enregistrer l’image",
  saveEach: (n, count) => `Enregistrer ${n} ${pictures(count)}`,
  copy: "Copier l’image",
  copied: "L’image est dans le presse-papiers.",
  making: "L’image est en cours.",
  makingEach: (n, of) => `Image ${n} sur ${of}`,
  cancel: "Annuler",
  cancelled: "Rien n’a été enregistré.",
  saved: (name, size) => `Enregistré sous ${isolate(name)}, ${size}.`,
  smaller: (n) => `La faire en ${n}×`,
  again: "Réessayer",
  faults: {
    sources:
      "Le tableau des sources n’a pas pu être obtenu, et aucune image ne sort sans ses sources. Réessayez quand le réseau sera revenu.",
    fonts:
      "Les polices n’ont pas pu être obtenues : le fichier n’aurait pas la même allure ailleurs. Réessayez, ou enregistrez en PNG.",
    drawing:
      "L’image n’a pas pu être dessinée : la carte ou les polices manquent. Réessayez quand le réseau sera revenu.",
    "too-large":
      "Ce navigateur n’a pas de toile de cette taille. Une résolution plus petite convient, ou un SVG, qui n’en a pas.",
    encoding: "Le navigateur n’a pas pu écrire l’image. Essayez une résolution plus petite, ou un SVG.",
    clipboard: "Le navigateur ne l’a pas permis. Enregistrez plutôt l’image.",
  },
  paper: "Tous les chapitres sur papier",
  paperText:
    "Chaque chapitre sur sa page en paysage, avec image, texte et sources. Dans la fenêtre d’impression, choisissez « Enregistrer au format PDF » pour un fichier.",
  paperNone: "Il n’y a pas encore de chapitre. Gardez une vue comme chapitre, et elle pourra être imprimée ici.",
  print: "Imprimer ou enregistrer en PDF",
  preparing: (n, of) => `Page ${n} sur ${of}`,
  printBlocked:
    "Si aucune fenêtre d’impression ne s’est ouverte, cette page n’en a pas le droit : imprimez par le menu du navigateur pendant que ceci est ouvert.",
  sources: "Sources",
  moreSources: (n, count) => `et ${n} ${more(count)}`,
  page: (n, of) => `${n} / ${of}`,
};
