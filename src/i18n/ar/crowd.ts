import type {crowd as english} from "../en/crowd.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("ar");

export const crowd: typeof english = {
  here: (n, count) =>
    plural({
      zero: "لا أحداث هنا",
      one: "حدث واحد هنا",
      two: "حدثان هنا",
      few: `${n} أحداث هنا`,
      many: `${n} حدثًا هنا`,
      other: `${n} حدث هنا`,
    })(count),
  point: (noun) => `كل نقطة: ${noun}`,
  cells: (label) => `${label} في كل مربع من الخريطة`,
  why: "العدّ بالمربعات لأن الأحداث أكثر من أن تُرسم واحدًا واحدًا. كبّر الخريطة أو قصّر المدة لرؤية كل حدث.",
  more: (n) => `و${n} أو أكثر`,
};
