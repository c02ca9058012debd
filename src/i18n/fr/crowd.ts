import type {crowd as english} from "../en/crowd.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("fr");

const events = plural({one: "événement", other: "événements"});

export const crowd: typeof english = {
  here: (n, count) => `${n} ${events(count)} ici`,
  inView: (n, count) => `${n} ${events(count)} dans cette vue`,
  list: "Lister ce qui est visible",
  asPoints: (inView) => `${inView}, un point pour chacun. La touche Entrée les liste.`,
  asCells: (inView) => `${inView}, comptés par carrés. La touche Entrée les liste.`,
  point: (noun) => `chaque point : ${noun}`,
  cells: (label) => `${label} par carré de la carte`,
  square: "par carré de la carte",
  why: "Comptés par carrés, car trop nombreux pour être dessinés un à un. Zoomez ou réduisez la période pour voir chacun.",
  more: (n) => `${n} ou plus`,
};
