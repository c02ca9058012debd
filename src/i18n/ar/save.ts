import type {save as en} from "../en/save.ts";
import {isolate} from "../isolate.ts";
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

export const save: typeof en = {
  title: "احفظ البيانات",
  local: "يُصنع الملف على هذا الحاسوب، ولا يُرسل شيء إلى أي جهة.",
  format: "الصيغة",
  formats: {csv: "CSV", geojson: "GeoJSON", story: "ملف قصة"},
  formatText: {
    csv: "لبرامج الجداول. تواريخ ISO ودرجات عشرية وكل أعمدة الملف.",
    geojson: "للخرائط. وما ليس له مكان من الصفوف يبقى بلا شكل هندسي.",
    story: "للمتابعة هنا. البيانات ومصادرها والفصول والمشهد كما تراه في ملف واحد.",
  },
  formulas: "كل خلية قد ينفذها برنامج الجداول على أنها صيغة تسبقها فاصلة عليا، وتزول حين يُفتح الملف هنا.",
  which: "الصفوف",
  shown: (n, count) => `المعروض الآن: ${events(n, count)}`,
  shownText: "ما يقع في النافذة ويجتاز المرشحات والبحث.",
  all: (n, count) => `الكل: ${rows(n, count)}`,
  lost: "ليس في الملف",
  losses: {
    choices: () => "الأعمدة التي تلوّن وترشّح، والنصوص حول البيانات، والمشهد الأول",
    zone: (_n, _count, zone) => `أن الساعات هي ساعات ${isolate(zone)}`,
    credit: () => "من يجب ذكره: احفظ العبارة أدناه مع الملف",
    tables: () => "جداول المصادر والأماكن المسماة والأعداد المعلنة",
    background: () => "الصفوف التي هي خلفية ولا تدخل في أي عدد",
    lines: () => "الخطوط المرسومة على الخريطة وليست أحداثًا",
    columns: () => "أعمدة بلا دور كانت أكبر من أن تُحفظ",
    rejected: (n, count) => `ما تعذر استخدامه: ${rows(n, count)}، وهي في التقرير عن الملف`,
  },
  licence: (name) => `لا يسمح ${isolate(name)} بنقل هذه الصفوف إلى غيرك.`,
  licenceText: "احتفظ بالملف لنفسك أو استأذن صاحب الحقوق.",
  credit: "يُذكر حيثما عُرضت الصفوف:",
  notes: "الملاحظات الخاصة بالفصول في الملف أيضًا: فمن عنده الملف يستطيع قراءتها.",
  save: "احفظ",
  cancel: "ألغِ",
  saving: (n, all) => `تجري الكتابة: ${n} من ${all}`,
  saved: (name, size) => `حُفظ باسم ${isolate(name)}، ${size}.`,
  tooLarge: "هو أكبر مما يمكن فتحه هنا من جديد. ولا حد كهذا لملفات CSV حتى 600 ميغابايت.",
  failed: "تعذر الحفظ.",
  sourcesFailed: "تعذر الحفظ لأن جدول المصادر لم يصل. حاول مرة أخرى أو احفظ بصيغة CSV.",
};
