import type {handout as en} from "../en/handout.ts";
import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("ar");
const events = plural({zero: "حدث", one: "حدث", two: "حدثان", few: "أحداث", many: "حدثًا", other: "حدث"});

export const handout: typeof en = {
  lead: "ما على الشاشة كلمات تُلصق في رسالة، وصفوف تُفتح في جدول.",
  summary: "ملخص للصق",
  form: "الصيغة",
  forms: {plain: "نص عادي", markdown: "Markdown"},
  language: "لغة الملخص",
  copy: "نسخ",
  copied: "نُسخ",
  done: "نُسخ الملخص.",
  selected: "النص محدد: انسخه بمفاتيح جهازك.",
  download: "تنزيل",
  sourcesFailed: "تعذر جلب جدول المصادر، فلا تُذكر سوى مفاتيحها.",
  rows: "الصفوف بصيغة CSV",
  rowsText: (n, count) =>
    count === 0
      ? "لا أحداث في هذا العرض."
      : `${count === 2 ? "" : `${n} `}${events(count)}: ما تبقيه النافذة وعوامل التصفية، مع المعرّفات والمصادر.`,
  save: "تنزيل ملف CSV",
  saving: "جارٍ كتابة الصفوف",
  saved: (name, size) => `حُفظ ${isolate(name)} ‏(${size}).`,
  failed: "لم ينجح ذلك. أعد المحاولة.",
  licence: (name) => `لا يسمح ${isolate(name)} بتمرير هذه الصفوف.`,

  text: {
    pair: (name, value) => `${name}: ${value}`,
    kept: (name, values) => `${name}: ${values}`,
    keptNone: "لا شيء",
    search: (words) => `بالكلمات «${words}»`,
    filtered: (filters) => `لا يُحسب هنا سوى جزء من السجل – ${filters}.`,
    counter: (counted) => `ويضم السجل في المدة نفسها ${counted}.`,
    total: (date, by, parts, source) =>
      `وهذا الرقم${by === "" ? "" : `، ${by}،`} هو المعلن عن ${date}${parts === "" ? "" : `: ${parts}`}${source === "" ? "" : ` (${source})`}. وقد أُعلن كما هو، وليس مجموع البلاغات المحسوبة هنا.`,
    from: (publisher, date) => (date === "" ? publisher : `${publisher}، ${date}`),
    tempo: (last, inLast, before, inBefore) => `الوتيرة في نهاية المدة: ${last} ${inLast}، و${before} ${inBefore}.`,
    places: "أكثر الأماكن ورودًا",
    unplaced: (n) => `عدد ما لا موضع له على الخريطة: ${n}.`,
    turns: "منعطفات",
    event: "حدث بتفصيله",
    sources: "المصادر",
    moreSources: (n) => `وغيرها: ${n}`,
    moreSourcesUncounted: "وغيرها",
    noAddress: "لم يُعثر على عنوان",
    compiled: (date) => `السجل كما جُمع في ${date}.`,
    license: (name) => `الترخيص: ${name}.`,
    link: "هذا العرض",
    file: (name) => `من الملف ${name}.`,
    made: "أُعد بأداة Dateline.",
  },
};
