import type {scroll as en} from "../en/scroll.ts";

export const scroll: typeof en = {
  none: "لا فصول لهذه القصة بعد. هذه هي كاملةً، لاستكشافها.",
  start: "مرّر الصفحة فيمضي الزمن",
  stage: "الخريطة والخط الزمني، وهما يتبعان النص",
  chapter: (step: string, count: string) => `${step} من ${count}`,
  link: "رابط إلى هذا الفصل",
  endTitle: "استكشف بنفسك",
  end: "كل حدث في هذه القصة مع مصادره: حرّك رأس القراءة، وصفِّ الأحداث، وابحث عن الأماكن.",
  explore: "استكشاف الخريطة والخط الزمني",
};
