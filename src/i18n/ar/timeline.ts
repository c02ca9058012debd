import type {BinUnit} from "../../data/bins.ts";
import type {Messages} from "../en.ts";

const unit: Record<BinUnit, string> = {
  hour: "الساعة",
  day: "اليوم",
  week: "الأسبوع",
  month: "الشهر",
  quarter: "ربع السنة",
  year: "السنة",
  decade: "العقد",
  century: "القرن",
};
const feminine: readonly BinUnit[] = ["hour", "year"];
const bare = (name: BinUnit) => unit[name].slice(2);

export const timeline: Messages["timeline"] = {
  label: "الخط الزمني",
  keys: "تتحرك الأسهم خطوة واحدة، ومفتاحا الصفحة خطوة أطول، وينتقل Home وEnd إلى الطرفين. وينتقل Shift مع سهم إلى الحدث السابق أو التالي. ومفتاح المسافة للتشغيل. وعلامتا الزائد والناقص والصفر للتكبير.",
  playhead: "مؤشر التشغيل",
  start: "بداية النافذة",
  end: "نهاية النافذة",
  both: "النافذة: تحريك الطرفين معًا",
  typeDate: "اكتب تاريخًا",
  dateHint: "يوم/شهر/سنة",
  badDate: "لا وجود لهذا التاريخ",
  dateKeys: "اضغط Enter أو رقمًا لكتابة تاريخ.",
  figures: (label) => `${label}: الأرقام كما أُعلنت`,
  figure: (date, n, statedBy) => `${date}: ${n} ${statedBy}`,
  part: (n, where) => `${n} ${where}`,
  via: (publisher) => `عن ${publisher}`,
  and: "، ",
  annotation: (date, text) => `${date}: ${text}`,
  zoomIn: "تكبير",
  zoomOut: "تصغير",
  zoomWhole: "عرض الكل",
  earlier: (n) => `${n} قبل ذلك`,
  later: (n) => `${n} بعد ذلك`,
  byPlace: "حسب الموقع",
  byTime: "معًا",
  showByPlace: "سطر لكل موقع",
  otherPlaces: "مواقع أخرى",
  lane: (place, n, noun) => `${place}: ${n} ${noun} في النافذة`,
  perUnit: (what, name) => `${what} في ${unit[name]}`,
  previousStep: (name) => `${unit[name]} ${feminine.includes(name) ? "السابقة" : "السابق"}`,
  nextStep: (name) => `${unit[name]} ${feminine.includes(name) ? "التالية" : "التالي"}`,
  step: (name) => bare(name),
  event: "حدث",
  nothing: "لا شيء يطابق المرشحات.",
};
