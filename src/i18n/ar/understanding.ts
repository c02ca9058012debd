import type {understanding as en} from "../en/understanding.ts";
import {isolate} from "../isolate.ts";
import {named} from "../openWords.ts";
import {pluralOf} from "../plural.ts";
import {presetName} from "../presets.ts";

const plural = pluralOf("ar");
const number = (value: number) => new Intl.NumberFormat("ar-u-nu-latn").format(value);
const quote = (text: string) => `«${isolate(text)}»`;

const dateOrder: Readonly<Record<string, string>> = {
  iso: "سنة-شهر-يوم",
  dmy: "يوم/شهر/سنة",
  mdy: "شهر/يوم/سنة",
  ymd: "سنة/شهر/يوم",
};
const dateNumbers: Readonly<Record<string, string>> = {
  year: "سنوات",
  compact: "سنة وشهر ويوم بلا فواصل (20240131)",
  seconds: "ثوانٍ منذ 1970",
  milliseconds: "أجزاء من الألف من الثانية منذ 1970",
  days1900: "أيام جدول البيانات منذ 1900",
  days1904: "أيام جدول البيانات منذ 1904",
};
const dateParts: Readonly<Record<string, string>> = {
  date: "التاريخ",
  year: "السنة",
  month: "الشهر",
  day: "اليوم",
  hour: "الساعة",
  minute: "الدقيقة",
  time: "الوقت",
};
const precision: Readonly<Record<string, string>> = {
  year: "سنة",
  month: "شهر",
  week: "أسبوع",
  range: "مدى",
  day: "يوم",
  hour: "ساعة",
  minute: "دقيقة",
  second: "ثانية",
  exact_site: "دقيق",
  near: "قريب",
  city: "مدينة",
  district: "قضاء",
  province: "محافظة",
  country: "بلد",
};
const different = plural({few: "قيم مختلفة", many: "قيمة مختلفة", other: "قيمة مختلفة"});

export const understanding: typeof en = {
  dateOrder,
  dateNumbers,
  dateParts,
  readAs: {
    dates: ({order, settledBy, ambiguous, mixed}) =>
      `${named(dateOrder, order, order)}${
        settledBy !== null ? `، و${quote(settledBy)} يحسم الترتيب` : ambiguous ? "، افتراضًا: لا تاريخ يحسم الترتيب" : ""
      }${mixed ? "، وبعض التواريخ بالترتيب الآخر" : ""}`,
    "date-numbers": ({numbers}) => named(dateNumbers, numbers, numbers),
    "date-parts": ({parts}) => `مركّب من ${parts.map((part) => named(dateParts, part, part)).join(" + ")}`,
    degrees: ({decimal, divisor}) =>
      `درجات، ${decimal === "," ? "بفاصلة عشرية" : "بنقطة عشرية"}${divisor === 1 ? "" : `، مقسومة على ${number(divisor)}`}`,
    point: ({first}) => `كلاهما في خلية واحدة، ${first === "lat" ? "خط العرض" : "خط الطول"} أولًا`,
    geometry: () => "هندسة الملف نفسه",
    projected: ({projection}) => `أمتار على شبكة (${isolate(projection)}): لا توضع`,
    counts: ({ranges}) => `أعداد صحيحة${ranges ? " ومديات" : ""}؛ الصفر يعني لا أحد، والفارغ يعني غير معروف`,
    values: ({distinct}) =>
      distinct === 1
        ? "قيمة واحدة"
        : distinct === 2
          ? "قيمتان مختلفتان"
          : distinct > 1000
            ? `أكثر من ${number(1000)} قيمة مختلفة`
            : `${number(distinct)} ${different(distinct)}`,
    codes: ({codes}) =>
      Object.entries(codes)
        .slice(0, 8)
        .map(([code, means]) => `${isolate(code)} ${named(precision, means, means)}`)
        .join(" · "),
    links: () => "عناوين ويب",
    list: ({separator}) => `عدة قيم في الخلية، يفصلها ${quote(separator)}`,
    text: () => "نص",
  },
  why: {
    preset: ({preset}) => `معروف من صيغة ${isolate(presetName(preset))}`,
    hxl: ({tag}) => `موسوم بـ ${isolate(tag)}`,
    name: ({word}) => `من اسمه، ${quote(word)}`,
    values: () => "من قيمه",
    recipe: () => "من اختيارات محفوظة",
    user: () => "اختيارك",
  },
  assumptions: {
    "date-order": ({example}) =>
      example === ""
        ? "أيهما يأتي أولًا في التواريخ، اليوم أم الشهر."
        : `${quote(example)} يُقرأ على وجهين: لا تاريخ في العمود يحسم أيهما يأتي أولًا.`,
    timezone: ({instants}) =>
      instants
        ? "الأوقات التي لها فرق توقيت تُحوَّل إلى ساعة مكان واحد."
        : "الأوقات لا تذكر منطقة زمنية، فتُعرض كما هي، ويُذكر معها اسم هذه المنطقة.",
    "two-digit-years": ({example}) =>
      example === "" ? "السنوات من رقمين." : `السنوات من رقمين، كما في ${quote(example)}.`,
    "date-numbers": ({example}) =>
      example === "" ? "التواريخ أرقام مجردة." : `التواريخ أرقام مجردة، مثل ${quote(example)}.`,
    "new-year": () => "أحداث 1 يناير أكثر بكثير من أحداث أي يوم آخر: سنة كُتبت في صورة تاريخ. تُعرض بدقة السنة.",
    "no-header": () => "يبدو الصف الأول سجلًا، فليست للأعمدة أسماء.",
    encoding: () => "لا يقول الملف كيف كُتبت حروفه، فخُمِّن الترميز. انظر إلى الأسماء ذات الحروف الخاصة.",
    swapped: ({example}) => `يبدو خط العرض وخط الطول معكوسين${example === "" ? "" : `، كما في ${quote(example)}`}.`,
  },
  doubts: {
    "date-order": "قد يُقرأ اليوم والشهر على وجهين. تحقق من الترتيب أدناه.",
    "no-start": "لم يُعثر على عمود يقول متى وقع الشيء. اختره عند «متى بدأ».",
    "many-tables": "في الملف أكثر من جدول. تحقق من أن هذا هو المطلوب.",
    "no-header": "ليست للأعمدة أسماء. تحقق مما في كل منها.",
    "many-rejected": "صفوف كثيرة لم يمكن استخدامها. تحقق من عمود «متى بدأ» وطريقة قراءته.",
    projected: "الإحداثيات أمتار على شبكة، فلا يوضع شيء على الخريطة. اختر عمودين بالدرجات إن وُجدا.",
    swapped: "قد يكون خط العرض وخط الطول معكوسين. تحقق أدناه.",
  },
};
