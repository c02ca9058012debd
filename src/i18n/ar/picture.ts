import type {picture as en} from "../en/picture.ts";
import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("ar");
/** `10 صور`: the number is left out where the word says it. */
const pictures = (n: string, count: number) =>
  count === 1
    ? "صورة واحدة"
    : count === 2
      ? "صورتين"
      : `${n} ${plural({few: "صور", many: "صورة", other: "صورة"})(count)}`;
const sources = (n: string, count: number) =>
  count === 1
    ? "مصدر آخر"
    : count === 2
      ? "مصدران آخران"
      : `${n} ${plural({few: "مصادر أخرى", many: "مصدرًا آخر", other: "مصدر آخر"})(count)}`;

export const picture: typeof en = {
  later: "رمادي: لاحقًا",
  options: "كيف تكون الصورة",
  of: "صورة من",
  screen: "المشهد على الشاشة",
  each: (n) => `كل فصل على حدة، ${n} في ملف zip`,
  chapter: (n, title) => `${n}. ${isolate(title)}`,
  untitled: "بلا عنوان",
  form: "الشكل",
  forms: {
    square: "مربع 1:1",
    portrait: "طولي 4:5",
    story: "قائم 9:16",
    wide: "عريض 16:9",
    landscape: "A4 بالعرض",
    upright: "A4 بالطول",
  },
  theme: "الألوان",
  themes: {light: "فاتح", dark: "داكن"},
  language: "اللغة",
  format: "الصيغة",
  formats: {png: "PNG", svg: "SVG"},
  formatText: {
    png: "للعروض والرسائل والويب.",
    svg: "للمصممين والطباعة الكبيرة: تبقى حادة بأي حجم وتحمل خطوطها معها.",
  },
  scale: "الدقة",
  times: (n) => `${n}×`,
  size: (width, height) => `\u2066${width} × ${height}\u2069 بكسل`,
  dots: (n) => `${n} نقطة في البوصة على A4`,
  preview: "معاينة",
  previewing: "تُرسم المعاينة الآن.",
  previous: "الفصل السابق",
  next: "الفصل التالي",
  place: (n, of) => `${n} من ${of}`,
  save: "احفظ الصورة",
  saveEach: (n, count) => `احفظ ${pictures(n, count)}`,
  copy: "انسخ الصورة",
  copied: "الصورة في الحافظة.",
  making: "تُصنع الصورة الآن.",
  makingEach: (n, of) => `الصورة ${n} من ${of}`,
  cancel: "ألغِ",
  cancelled: "لم يُحفظ شيء.",
  saved: (name, size) => `حُفظت باسم ${isolate(name)}، ${size}.`,
  smaller: (n) => `اصنعها بدقة ${n}×`,
  again: "حاول مرة أخرى",
  faults: {
    sources: "لم يصل جدول المصادر، ولا تخرج صورة بلا مصادرها. حاول مرة أخرى حين تعود الشبكة.",
    fonts: "لم تصل الخطوط، فلن يبدو الملف كما هو في مكان آخر. حاول مرة أخرى أو احفظ بصيغة PNG.",
    drawing: "تعذر رسم الصورة لأن الخريطة أو الخطوط لم تصل. حاول مرة أخرى حين تعود الشبكة.",
    "too-large": "لا يتسع هذا المتصفح لصورة بهذا الحجم. اختر دقة أصغر أو صيغة SVG التي لا حد لها.",
    encoding: "لم يستطع المتصفح كتابة الصورة. جرّب دقة أصغر أو صيغة SVG.",
    clipboard: "لم يسمح المتصفح بذلك. احفظ الصورة بدلًا منه.",
  },
  paper: "كل الفصول على الورق",
  paperText: "كل فصل في صفحة عرضية وحده، بصورته ونصه ومصادره. اختر «حفظ بصيغة PDF» في نافذة الطباعة ليكون لك ملف.",
  paperNone: "لا توجد فصول بعد. احفظ مشهدًا فصلًا فيمكن طبعه هنا.",
  print: "اطبع أو احفظ بصيغة PDF",
  preparing: (n, of) => `الصفحة ${n} من ${of}`,
  printBlocked: "إن لم تُفتح نافذة الطباعة فلا يُسمح لهذه الصفحة بفتحها: اطبع من قائمة المتصفح ما دام هذا مفتوحًا.",
  sources: "المصادر",
  moreSources: (n, count) => `و${sources(n, count)}`,
  page: (n, of) => `\u2066${n} / ${of}\u2069`,
};
