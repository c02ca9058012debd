import type {Messages} from "../en.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("ar");
/** `6 أحداث`: the number is left out where the word says it. */
const counted = (
  n: string,
  count: number,
  forms: {one: string; two: string; few: string; many: string; other: string},
) => (count === 1 ? forms.one : count === 2 ? forms.two : `${n} ${plural(forms)(count)}`);
const events = (n: string, count: number) =>
  counted(n, count, {one: "حدث واحد", two: "حدثان", few: "أحداث", many: "حدثًا", other: "حدث"});

export const list: Messages["list"] = {
  card: "الحدث والقائمة",
  thisEvent: "هذا الحدث",
  allEvents: (n, count) => (count === 0 ? "لا أحداث" : `كل الأحداث (${n})`),
  expand: "عرض كامل",
  fullScreen: "ملء الشاشة",
  collapse: "إغلاق والرجوع",
  handle: "اسحب إلى الأعلى للفتح وإلى الأسفل للإغلاق",
  latest: "الأحدث",
  choose: "اختر حدثًا على الخريطة أو الخط الزمني أو من القائمة.",
  onlyIn: (languages) => `هذا النص متوفر فقط بـ${languages}.`,
  datePrecision: {
    year: "بالسنة",
    month: "بالشهر",
    day: "باليوم",
    hour: "بالساعة",
    minute: "بالدقيقة",
    second: "بالثانية",
  },
  dateTime: (day, time) => `${day}، ${time}`,
  about: (time) => `نحو ${time}`,
  weekOf: (day) => `أسبوع ${day}`,
  between: (from, to) => `بين ${from} و${to}`,
  fromTo: (from, to) => `من ${from} إلى ${to}`,
  placePrecision: {
    exact_site: "الموقع بدقة",
    near: "موقع تقريبي",
    city: "المدينة",
    district: "القضاء فقط",
    province: "المحافظة فقط",
    country: "البلد فقط، ليس على الخريطة",
  },
  notOnMap: "ليس على الخريطة",
  when: "متى",
  where: "أين",
  what: "ماذا",
  by: "الفاعل",
  claimedBy: "تبنّاه",
  target: "الهدف",
  casualties: "الضحايا",
  nobody: "لا أحد في حينه",
  notKnown: "غير معروف",
  killed: (n, count) => counted(n, count, {one: "قتيل واحد", two: "قتيلان", few: "قتلى", many: "قتيلًا", other: "قتيل"}),
  killedUnknown: "عدد القتلى غير معروف",
  wounded: (n, count) =>
    counted(n, count, {one: "جريح واحد", two: "جريحان", few: "جرحى", many: "جريحًا", other: "جريح"}),
  woundedUnknown: "عدد الجرحى غير معروف",
  counts: "يُحسب",
  reportOf: (n, things) => `بلاغًا واحدًا عن ${n} ${things}`,
  accountsDiffer: "روايات متباينة",
  sources: "المصادر",
  sourceCount: (n, count) =>
    counted(n, count, {one: "مصدر واحد", two: "مصدران", few: "مصادر", many: "مصدرًا", other: "مصدر"}),
  sourceNames: (sources, names) => `${sources}: ${names}`,
  sourcesLoading: "جارٍ جلب المصادر",
  sourcesFailed: "تعذر جلب المصادر.",
  noSources: "لم يُذكر أي مصدر.",
  noAddress: "لم يُعثر على عنوان",
  undated: "بلا تاريخ",
  newTab: "يفتح في علامة تبويب جديدة",
  clearPlace: "كل الأماكن",
  outside: (n, count) => `${events(n, count)} خارج هذه التواريخ`,
  showAllDates: "اعرض كل التواريخ",
  background: (n, count) => `خلفية: ${events(n, count)}`,
  backgroundEarlier: (n, count) =>
    `خلفية: ${counted(n, count, {one: "حدث سابق واحد", two: "حدثان سابقان", few: "أحداث سابقة", many: "حدثًا سابقًا", other: "حدث سابق"})}`,
  backgroundNote: "ترد في القائمة ولا تُحسب.",
  more: "اعرض المزيد",
  empty: {
    window: "لا أحداث في هذه التواريخ.",
    inRecord: (n) => `لا شيء في هذه التواريخ، وفي السجل كله ${n}.`,
    search: (q) => `لا شيء يطابق «${q}».`,
    filters: "لا تُبقي المرشحات شيئًا:",
    place: (place) => `لا شيء في ${place}.`,
    record: "لا أحداث في هذا السجل.",
  },
  kept: (facet, values) => `${facet}: ${values}`,
  keptNone: "لا شيء",
};
