export const takeaway = {
  title: "Emporter",
  tabs: {picture: "Image", video: "Vidéo", file: "Un seul fichier", handout: "Résumé"},
  present: "Présenter",
  presentTitle: "Présenter, chapitre par chapitre (Maj+P)",
  chapters: "Chapitres",
  chaptersTitle: "Chapitres : des vues préparées, une par étape (C)",
  entry: "Emporter : image, vidéo, fichier…",
};
