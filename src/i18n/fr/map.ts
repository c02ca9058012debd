import type {Messages} from "../en.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("fr");

export const map: Messages["map"] = {
  stage: "Carte. Les flèches la déplacent, plus et moins changent l’échelle, 0 revient à la première vue.",
  places: (n, count) => `${n} ${plural({one: "lieu", many: "de lieux", other: "lieux"})(count)} sur la carte`,
  place: (name, facts) => `${name} : ${facts.join(", ")}`,
  certainty: {
    official: (n, count) => `${n} ${plural({one: "confirmé", other: "confirmés"})(count)}`,
    media: (n) => `${n} selon des médias`,
    claim: (n, count) => `${n} ${plural({one: "revendiqué", other: "revendiqués"})(count)} seulement`,
    disputed: (n, count) => `${n} ${plural({one: "contesté", other: "contestés"})(count)}`,
  },
  district: "connu au district près",
  province: "connu à la province près",
  zoomIn: "Agrandir",
  zoomOut: "Réduire",
  reset: "Revenir à la première vue",
  legend: {
    title: "Légende de la carte",
    atPlace: () => "nombre par lieu",
    each: {
      week: () => "par semaine",
      month: () => "par mois",
      year: () => "par an",
      decade: () => "par décennie",
      century: () => "par siècle",
    },
    coarse: "district ou province seulement",
  },
  unplaced: (n) => `Sans lieu précis : ${n}`,
  beyond: {
    north: (n) => `Au nord de cette vue : ${n}`,
    south: (n) => `Au sud de cette vue : ${n}`,
    east: (n) => `À l’est de cette vue : ${n}`,
    west: (n) => `À l’ouest de cette vue : ${n}`,
  },
  outside: (n) => `Hors de cette vue : ${n}`,
  showAll: "Montrer tous les lieux",
  choose: "Quel lieu ?",
  gestures: {
    windows: "Ctrl + molette pour changer l’échelle de la carte",
    mac: "⌘ + molette pour changer l’échelle de la carte",
    mobile: "Déplacez la carte avec deux doigts",
  },
};
