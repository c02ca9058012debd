import type {video as en} from "../en/video.ts";
import {isolate} from "../isolate.ts";

export const video: typeof en = {
  lead: "La lecture de ce qui est à l’écran, dessinée image par image sur cet ordinateur. Rien n’est envoyé.",
  form: "Format",
  forms: {wide: "16:9 large", square: "1:1 carré", story: "9:16 vertical"},
  size: (width, height) => `${width} × ${height} pixels`,
  fps: "Images par seconde",
  play: "Lecture, en secondes",
  hold: "Arrêt sur la dernière image, en secondes",
  stretch: "Ce qui est joué",
  stretches: {shown: "La fenêtre à l’écran", record: "Tout le relevé"},
  motion: {
    accumulate: (period) => `Cumule les événements, ${period}.`,
    slide: (period) => `Fait glisser la fenêtre, ${period}.`,
  },
  stepwise: "Jours entiers seulement",
  stepwiseHours: "Heures entières seulement",
  stepwiseText: "La tête de lecture saute de l’un à l’autre au lieu de glisser.",
  title: "Carton de titre",
  titleText: (seconds) => `Titre, introduction et crédit pendant ${seconds} avant le début.`,
  kind: "Fichier",
  kinds: {movie: "Vidéo", pictures: "Images dans un zip"},
  format: {
    avc: "MP4 en H.264 : se lit partout, et dans toute présentation.",
    vp9: "Ce navigateur ne sait pas écrire du H.264, ce sera donc du WebM en VP9 : se lit dans les navigateurs et VLC, pas dans toute présentation. Chrome et Edge écrivent en général du MP4.",
    av1: "Ce navigateur ne sait pas écrire du H.264, ce sera donc du WebM en AV1 : se lit dans les navigateurs récents et VLC, pas dans toute présentation. Chrome et Edge écrivent en général du MP4.",
  },
  nothing:
    "Ce navigateur ne peut pas écrire ici une vidéo de cette taille : il n’a pas d’encodeur pour cela, ou la page n’est pas venue par https. Les images peuvent être enregistrées à la place ; tout logiciel de montage en fait un film.",
  pictures: (name, frames, fps) =>
    `${frames} images PNG, à partir de ${isolate(name)}, à jouer à ${fps} par seconde. Tout logiciel de montage en fait un film.`,
  tooMany: "C’est plus qu’un zip ne peut contenir : choisissez une lecture plus courte ou moins d’images par seconde.",
  preview: "Aperçu",
  frameSlider: "Image de l’aperçu",
  framePlace: (frame, all) => `Image ${frame} sur ${all}`,
  silent: "Elle n’a pas de son.",
  brief: {avc: "MP4 en H.264.", vp9: "WebM en VP9.", av1: "WebM en AV1."},
  length: (duration, frames) => `${duration}, ${frames} images`,
  measuring: "Essai de quelques images…",
  preparing: "Préparation de l’image…",
  estimate: (size, time) => `Environ ${size}. Prend environ ${time} sur cet ordinateur.`,
  make: {movie: "Faire la vidéo", pictures: "Faire les images"},
  again: "Enregistrer encore",
  writing: (frame, all) => `Image ${frame} sur ${all}`,
  left: (time) => `encore ${time} environ`,
  stays:
    "Vous pouvez fermer cette boîte et continuer : le fichier sera enregistré une fois fini. Gardez la page ouverte.",
  cancel: "Annuler",
  cancelled: "Annulé. Il n’y a pas de fichier.",
  saved: (name, size, time) => `Enregistré sous ${isolate(name)}, ${size}. Durée du travail : ${time}.`,
  written: (name, time) => `Écrit dans ${isolate(name)}. Durée du travail : ${time}.`,
  faults: {
    encoder:
      "L’encodeur du navigateur a abandonné. Essayez 30 images par seconde ou un autre format, ou enregistrez les images.",
    picture: "L’image n’a pas pu être dessinée. Rechargez la page et réessayez.",
    disk: "La place manque pour le fichier. Libérez de l’espace ou choisissez une lecture plus courte.",
    tooLarge:
      "C’est plus qu’un zip ne peut contenir : choisissez une lecture plus courte ou moins d’images par seconde.",
  },
  unready: "L’image n’a pas pu être préparée : une partie n’a pas pu être chargée. Vérifiez la connexion et réessayez.",
  retry: "Réessayer",
  readMe: (title, frames, fps, credit) =>
    [
      title,
      "",
      `${frames} images, à jouer à ${fps} par seconde.`,
      `Avec ffmpeg : ffmpeg -framerate ${fps} -i frame-%05d.png -pix_fmt yuv420p video.mp4`,
      ...(credit === "" ? [] : ["", credit]),
      "",
    ].join("\r\n"),
};
