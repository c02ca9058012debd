import type {rowChoice as en} from "../en/rowChoice.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("fr");
const events = plural({one: "événement", other: "événements"});
const rows = plural({one: "ligne", other: "lignes"});

export const rowChoice: typeof en = {
  legend: "Lignes dans le fichier",
  all: (n, count) => (count === 1 ? "La seule ligne" : `Toutes les ${n} ${rows(count)}`),
  shown: (n, count) => `Ce qui est affiché : ${n} ${events(count)}`,
  shownText: "Dans la fenêtre, et passant les filtres et la recherche.",
};
