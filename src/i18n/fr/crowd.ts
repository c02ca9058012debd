import type {crowd as english} from "../en/crowd.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("fr");

export const crowd: typeof english = {
  here: (n, count) => `${n} ${plural({one: "événement", other: "événements"})(count)} ici`,
  point: (noun) => `chaque point : ${noun}`,
  cells: (label) => `${label} par carré de la carte`,
  why: "Comptés par carrés, car trop nombreux pour être dessinés un à un. Zoomez ou réduisez la période pour voir chacun.",
  more: (n) => `et ${n} ou plus`,
};
