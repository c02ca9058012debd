import {pluralOf} from "../plural.ts";
import type {bare as en} from "../en/bare.ts";

const plural = pluralOf("fr");

export const bare: typeof en = {
  row: (n) => `Ligne ${n}`,
  searching: "Recherche en cours",
  found: (n, count) => `${n} ${plural({one: "événement correspond", other: "événements correspondent"})(count)}`,
  allColumns: "Toutes les colonnes",
  notes: "Notes",
  more: (n) => `Afficher la suite (${n} caractères)`,
  moreValues: (n, count) => `${n} ${plural({one: "autre valeur", other: "autres valeurs"})(count)}`,
  atLeast: (n) => `au moins ${n}`,
  atMost: (n) => `jusqu’à ${n}`,
  range: (low, high) => `${low}–${high}`,
  country: "connu au niveau du pays seulement",
  line: (name) => `Tracé : ${name}`,
  lineUnnamed: "Tracé sans nom",
};
