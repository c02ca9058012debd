import type {ways as en} from "../en/ways.ts";
import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";
import {rich, strong} from "../rich.ts";

const plural = pluralOf("ar");
/** `335 صفًا`: the number is left out where the word says it. */
const rows = (n: string, count: number) =>
  count === 1 ? "صف واحد" : count === 2 ? "صفان" : `${n} ${plural({few: "صفوف", many: "صفًا", other: "صف"})(count)}`;

export const ways: typeof en = {
  veil: "أفلته في أي مكان",
  local: "يُقرأ على هذا الحاسوب ولا يُرسل إلى أي جهة.",
  start: {
    drop: "أفلت هنا جدول أحداث لها تاريخ ومكان",
    open: "افتح جدول أحداث لها تاريخ ومكان",
    formats: "CSV أو TSV أو Excel أو JSON أو GeoJSON أو KML أو GPX أو iCalendar أو Parquet، مضغوطًا أو غير مضغوط.",
    reported: "وتُبلَّغ بكل صف تعذر استخدامه.",
    choose: "اختر ملفًا",
    paste: "الصق رابطًا أو جدولًا",
    needs: "ما يلزم",
    needsText: "تاريخ في كل صف. ويضع خطا العرض والطول الصف على الخريطة، ومن دونهما يبقى على الخط الزمني.",
    also: "وما يُفهم أيضًا",
    alsoText:
      "المكان ودقته، والعنوان، والملخص، والفئة، ودرجة التأكد، والفاعل، والضحايا، والمصادر، والرابط. وما غاب من الأعمدة لا يُرسم.",
    stories: "أو ابدأ من قصة",
    again: "آخر ما فُتح هنا",
    kept: (date) => `${date}، محفوظ على هذا الحاسوب`,
    keptUndated: "محفوظ على هذا الحاسوب",
    forget: "انسَه",
    forgotten: "لم يعد محفوظًا.",
  },
  shipped: {
    name: "هجمات على القوات الأمريكية وقوات التحالف",
    about: (events, sources) => `العراق وسوريا والأردن · ${events} حدثًا، ${sources} مصدرًا`,
  },
  paste: {
    label: "رابط، أو صفوف جدول مع أسماء أعمدته",
    link: "يطلب هذا المتصفح الرابط من خادمه وحده، ولا من غيره. وعلى الخادم أن يسمح بذلك.",
    open: "افتح",
    cancel: "إلغاء",
    unlike: "ليس هذا رابطًا (https://…) ولا جدولًا: للجدول سطر أسماء وصف واحد على الأقل.",
    name: "جدول ملصق",
  },
  progress: {
    reading: (name) => `قراءة ${isolate(name)}`,
    stage: {fetching: "تنزيل", unpacking: "فك الضغط", sorting: "ترتيب"},
    of: (bytes, total) => `${bytes} من ${total}`,
    rows: (n, count) => rows(n, count),
    seconds: (n) => `بقي نحو ${n} ث`,
    minutes: (n) => `بقي نحو ${n} د`,
    cancel: "إلغاء",
  },
  failed: {
    title: "تعذر فتح هذه البيانات",
    titleOf: (name) => `تعذر فتح ${isolate(name)}`,
    keep: "ما كان معروضًا ما زال في مكانه.",
    ownStory: "افتح القصة المرفقة مع Dateline",
    another: "اختر ملفًا آخر",
  },
  failures: {
    "bad-url": (detail) => `«${isolate(detail)}» ليس عنوانًا يجوز أن تُقرأ منه البيانات. استخدم https على خادم عام.`,
    "not-found": (detail) => `لا شيء في العنوان ${isolate(detail)}. تحقق منه.`,
    unreachable: (detail) =>
      `تعذر الوصول إلى ${isolate(detail)}. قد تكون الشبكة معطلة، أو أن الخادم لا يسمح لصفحات أخرى بالقراءة منه (CORS). نزّل الملف وافتحه من هذا الحاسوب.`,
    "missing-table": (detail) => `تذكر القصة الجدول «${isolate(detail)}» ولم يأتِ معها. أفلت القصة وجداولها معًا.`,
  },
  own: {
    label: "البيانات المعروضة",
    sum: (n, count, placed, timelineOnly, rejected) =>
      rich`${strong(rows(n, count))} =\u00a0${placed}\u00a0على الخريطة +\u00a0${timelineOnly}\u00a0على الخط الزمني فقط +\u00a0${rejected}\u00a0بلا\u00a0استخدام`,
    review: "الأعمدة والتقرير",
    save: "حفظ",
    from: (host) => `بيانات من ${isolate(host)}`,
  },
  menu: {
    label: "البيانات",
    shown: "المعروض الآن",
    others: "انتقل إلى",
    open: "افتح ملفًا أو رابطًا أو جدولًا…",
    save: "حفظ البيانات…",
    review: "الأعمدة والتقرير…",
  },
};
