import type {offline as en} from "../en/offline.ts";

export const offline: typeof en = {
  title: "Sans réseau",
  ready: "Prêt sans réseau",
  all: (size) => `L’application, son récit et toute la carte sont gardés dans ce navigateur : ${size}.`,
  files: (size) =>
    `L’application et son récit sont gardés dans ce navigateur : ${size}. Sans réseau, la carte est simplifiée.`,
  own: "Un fichier ou une adresse à vous n’est pas gardé avec eux.",
  none: "Rien n’est encore gardé dans ce navigateur.",
  cannot: "Ce navigateur ne garde rien de cette page pour un usage sans réseau.",
  keep: (size) => `Tout garder${size === "" ? "" : ` (${size})`}`,
  keepMap: (size) => `Garder aussi la carte (${size})`,
  busy: "Téléchargement de ce qui est à garder",
  failed: "Cela n’a pas marché : pas de réseau ou pas de place.",
  newer: "Une nouvelle version est prête.",
  reload: "Recharger",
  later: "Plus tard",
};
