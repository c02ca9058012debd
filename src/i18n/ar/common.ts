import type {Messages} from "../en.ts";
import {pluralOf} from "../plural.ts";
import {rich, strong} from "../rich.ts";

const plural = pluralOf("ar");

export const common: Messages["common"] = {
  certainty: {
    official: "أكدته جهة رسمية",
    media: "أوردته وسائل إعلام",
    claim: "تبنٍّ فقط",
    disputed: "متنازع عليه",
  },
  certaintyShort: {official: "مؤكد", media: "إعلام", claim: "تبنٍّ فقط", disputed: "متنازع عليه"},
  event: plural({zero: "حدث", one: "حدث", two: "حدثان", few: "أحداث", many: "حدثًا", other: "حدث"}),
  days: (n, count) =>
    count === 1
      ? "يوم واحد"
      : count === 2
        ? "يومان"
        : `${n} ${plural({few: "أيام", many: "يومًا", other: "يوم"})(count)}`,
  data: "البيانات",
  close: "إغلاق",
  back: "رجوع",
  search: "بحث",
  searchEvents: (n) => `ابحث في ${n} حدثًا`,
  clearSearch: "مسح البحث",
  language: "اللغة",
  theme: "الألوان",
  switchTo: {light: "التبديل إلى الألوان الفاتحة", dark: "التبديل إلى الألوان الداكنة"},
  howToRead: "كيف تُقرأ الصفحة",
  share: "مشاركة",
  linkCopied: "نُسخ رابط هذا العرض.",
  openFile: "افتح ملفًا",
  mapCredit: "Natural Earth · GeoNames CC BY 4.0",
  menu: "القائمة",
  undo: "تراجع",
  redo: "إعادة",
  loading: "جارٍ تحميل السجل",
  megabytes: (n) => `· ${n} ميغابايت`,
  skipToTimeline: "انتقل إلى الخط الزمني",
  skipToList: "انتقل إلى الأحداث",
  mapAndStory: "القصة والخريطة",
  instrument: "الخط الزمني وأدوات التحكم",
  dismiss: "إخفاء",
  retry: "أعد المحاولة",
  record: {
    filtered: "بعد التصفية:",
    semicolon: "، و",
    comma: "، و",
    stop: ".",
    colon: ":",
    lead: (from, to, counted) => rich`من ${from} إلى ${to} يضم هذا السجل ${counted}.`,
    leadDay: (day, counted) => rich`في ${day} يضم هذا السجل ${counted}.`,
    none: (from, to, noun) => rich`من ${from} إلى ${to} لا يضم هذا السجل أي ${noun}.`,
    official: (n) => rich`أكدت جهات رسمية ${strong(n)} منها`,
    media: (n, count) => rich`${n} ${count === 1 ? "يستند" : "تستند"} إلى الإعلام وحده`,
    claim: (n) => rich`${n} إلى بيان الجهة المتبنية`,
    claimAlone: (n, count) => rich`${n} ${count === 1 ? "يستند" : "تستند"} إلى بيان الجهة المتبنية`,
    disputed: (n) => rich`${n} متنازع عليه`,
    total: (label, n) => rich`وبلغ ${label} ${strong(n)}.`,
    short: (counted, from) => rich`${counted} منذ ${from}`,
    shortOfficial: (n) => rich`، أكدت جهات رسمية ${strong(n)} منها`,
    shortTotal: (label, n) => rich`${label}: ${strong(n)}.`,
  },
  tempo: {
    last: {
      day: (n) => `في آخر ${n} أيام`,
      week: (n) => `في آخر ${n} أسابيع`,
      month: (n) => `في آخر ${n} شهرًا`,
      year: (n) => `في آخر ${n} سنوات`,
    },
    before: (n) => `في الـ${n} السابقة`,
    none: "لا شيء بعد",
    latestToday: "الأحدث: اليوم نفسه",
    latestTodayAfter: (days, count) =>
      count === 1
        ? "الأحدث: اليوم نفسه، بعد يوم هادئ"
        : count === 2
          ? "الأحدث: اليوم نفسه، بعد يومين هادئين"
          : `الأحدث: اليوم نفسه، بعد ${days} ${plural({few: "أيام هادئة", many: "يومًا هادئًا", other: "يوم هادئ"})(count)}`,
    latest: (days, count) =>
      count === 1
        ? "الأحدث: اليوم السابق"
        : count === 2
          ? "الأحدث: قبل يومين"
          : `الأحدث: قبل ${days} ${plural({few: "أيام", many: "يومًا", other: "يوم"})(count)}`,
  },
  play: "تشغيل",
  pause: "إيقاف مؤقت",
  mode: {label: "كيف يُجمع الزمن", accumulate: "تراكم", slide: "نافذة"},
  modeHelp: {accumulate: "جمع الأحداث من البداية", slide: "تحريك نافذة ثابتة الطول"},
  speed: (n) =>
    n === "1" ? "يوم/ث" : n === "2" ? "يومان/ث" : `${n} ${Number(n) >= 3 && Number(n) <= 10 ? "أيام" : "يومًا"}/ث`,
  speedLabel: "السرعة",
  previousEvent: "الحدث السابق",
  nextEvent: "الحدث التالي",
  previousDay: "اليوم السابق",
  nextDay: "اليوم التالي",
};
