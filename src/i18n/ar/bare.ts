import {pluralOf} from "../plural.ts";
import type {bare as en} from "../en/bare.ts";

const plural = pluralOf("ar");

export const bare: typeof en = {
  row: (n) => `الصف ${n}`,
  searching: "جارٍ البحث",
  found: (n, count) =>
    plural({
      zero: "لا أحداث مطابقة",
      one: "حدث واحد مطابق",
      two: "حدثان مطابقان",
      few: `${n} أحداث مطابقة`,
      many: `${n} حدثًا مطابقًا`,
      other: `${n} حدث مطابق`,
    })(count),
  allColumns: "كل الأعمدة",
  notes: "ملاحظات",
  more: (n) => `عرض المزيد (بقي ${n} من الأحرف)`,
  moreValues: (n, count) =>
    plural({
      one: "قيمة واحدة أخرى",
      two: "قيمتان أخريان",
      few: `${n} قيم أخرى`,
      many: `${n} قيمة أخرى`,
      other: `${n} قيمة أخرى`,
    })(count),
  atLeast: (n) => `ما لا يقل عن ${n}`,
  atMost: (n) => `حتى ${n}`,
  range: (low, high) => `${low}–${high}`,
  country: "معروف على مستوى البلد فقط",
  line: (name) => `خط: ${name}`,
  lineUnnamed: "خط بلا اسم",
};
