import type {crowd as english} from "../en/crowd.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("ar");

const events = (n: string, count: number) =>
  plural({
    zero: "لا أحداث",
    one: "حدث واحد",
    two: "حدثان",
    few: `${n} أحداث`,
    many: `${n} حدثًا`,
    other: `${n} حدث`,
  })(count);

export const crowd: typeof english = {
  here: (n, count) => `${events(n, count)} هنا`,
  inView: (n, count) => `${events(n, count)} في هذا المشهد`,
  list: "اسرد ما يظهر على الخريطة",
  asPoints: (inView) => `${inView}، لكل حدث نقطة. مفتاح الإدخال يسردها.`,
  asCells: (inView) => `${inView}، معدودة بالمربعات. مفتاح الإدخال يسردها.`,
  point: (noun) => `كل نقطة: ${noun}`,
  cells: (label) => `${label} في كل مربع من الخريطة`,
  square: "في كل مربع من الخريطة",
  why: "العدّ بالمربعات لأن الأحداث أكثر من أن تُرسم واحدًا واحدًا. كبّر الخريطة أو قصّر المدة لرؤية كل حدث.",
  more: (n) => `${n} أو أكثر`,
};
