import type {Messages} from "../en.ts";

export const facets: Messages["facets"] = {
  label: "المرشحات",
  whoSaysSo: "من يقول ذلك",
  more: "مرشحات أخرى",
  fewer: "إغلاق المرشحات",
  clear: "إلغاء الترشيح",
  other: "غير ذلك",
  otherOf: (facet) => `القيم الأخرى في «${facet}»`,
  notStated: "غير مذكور",
  only: "وحده",
  onlyThis: (value) => `${value} فقط`,
  all: "الكل",
  find: (facet) => `ابحث في «${facet}»`,
  nothing: "لا شيء بهذا الاسم.",
  inline: {official: "مؤكدة", media: "إعلام", claim: "تبنٍّ فقط", disputed: "متنازع عليها"},
};
