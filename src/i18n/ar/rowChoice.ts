import type {rowChoice as en} from "../en/rowChoice.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("ar");
/** `335 حدثًا`: the number is left out where the word says it. */
const events = (n: string, count: number) =>
  count === 1
    ? "حدث واحد"
    : count === 2
      ? "حدثان"
      : `${n} ${plural({few: "أحداث", many: "حدثًا", other: "حدث"})(count)}`;
const rows = (n: string, count: number) =>
  count === 1 ? "صف واحد" : count === 2 ? "صفان" : `${n} ${plural({few: "صفوف", many: "صفًا", other: "صف"})(count)}`;

export const rowChoice: typeof en = {
  legend: "الصفوف في الملف",
  all: (n, count) => `الكل: ${rows(n, count)}`,
  shown: (n, count) => `المعروض الآن: ${events(n, count)}`,
  shownText: "ما يقع في النافذة ويجتاز المرشحات والبحث.",
};
