import {byteLimitOf, formatIn, given, isRatio, limitOf, type FailureMessages} from "../openWords.ts";
import {sizeText} from "../size.ts";
import {formats} from "./formats.ts";

const LOCALE = "ar-u-nu-latn";
const number = (value: number) => new Intl.NumberFormat(LOCALE).format(value);
const size = (bytes: number) => sizeText(bytes, LOCALE);
const READABLE = "CSV أو TSV أو Excel (xlsx) أو JSON أو GeoJSON أو KML أو GPX أو iCalendar أو Parquet";

export const failures: FailureMessages = {
  "empty-file": () => "الملف فارغ. تحقق من أنه حُفظ أو نُزّل كاملًا، ثم افتحه من جديد.",
  "no-records": (p) =>
    `قُرئ الملف${formatIn(p, formats) && ` بوصفه ${formatIn(p, formats)}`} وليس فيه أي سجل. المنتظر: صف لكل حدث. تحقق من أن هذا هو الملف أو الورقة أو القائمة المطلوبة.`,
  "web-page": () =>
    "هذه صفحة ويب وليست بيانات، وكثيرًا ما تكون صفحة تسجيل دخول أو رابط تنزيل. نزّل ملف البيانات نفسه وافتحه.",
  "not-a-table": (p) =>
    `لم يُعثر على جدول في هذا الملف${given(p, "detail") && ` (${given(p, "detail")})`}. المنتظر: ${READABLE}، بصف لكل حدث. احفظ الجدول بإحدى هذه الصيغ وافتحه من جديد.`,
  unsupported: (p) =>
    `لا يمكن فتح ملفات من ${formatIn(p, formats) ? `نوع ${formatIn(p, formats)}` : "هذا النوع"}. المنتظر: ${READABLE}. احفظ الجدول بإحدى هذه الصيغ وافتحه من جديد.`,
  encrypted: () => "الملف محمي بكلمة مرور. أزل كلمة المرور واحفظه من جديد ثم افتحه.",
  broken: (p) => {
    const where =
      given(p, "line") !== ""
        ? ` عند السطر ${given(p, "line")}${given(p, "column") && `، العمود ${given(p, "column")}`}`
        : given(p, "position") && ` عند الموضع ${given(p, "position")}`;
    return `الملف${formatIn(p, formats) && ` (${formatIn(p, formats)})`} تالف أو مقطوع${where}${given(p, "detail") && `: ${given(p, "detail")}`}. نزّله أو صدّره من جديد.`;
  },
  "too-large": (p) => {
    const limit = byteLimitOf(p);
    const most =
      limit === null ? "" : `: الحد الأقصى ${size(limit)}${formatIn(p, formats) && ` من ${formatIn(p, formats)}`}`;
    return `الملف أكبر مما يحتمله المتصفح${most}. قسّمه بحسب التاريخ، أو احفظه بصيغة CSV أو Parquet.`;
  },
  "too-many-rows": (p) =>
    `في الملف أكثر من ${number(limitOf(p, "rows"))} صف. قسّمه بحسب التاريخ أو المكان وافتح الأجزاء.`,
  "too-many-columns": (p) =>
    `في الجدول أكثر من ${number(limitOf(p, "columns"))} عمود. تحقق من أن الفاصل صحيح، أو احذف ما لا حاجة إليه.`,
  "too-deep": (p) =>
    `في الملف أكثر من ${number(limitOf(p, "depth"))} مستوى متداخل، وهذا لا يكون في جدول أحداث. صدّره جدولًا مسطحًا.`,
  "too-expanded": (p) =>
    `لو فُك ضغط الملف لتجاوز ${isRatio(p) ? `${number(limitOf(p, "ratio"))} ضعف حجمه` : size(limitOf(p, "unpackedBytes"))}، وهذا شأن الملفات المؤذية. فك ضغطه بنفسك إن كنت تثق به، وافتح ما في داخله.`,
  "bad-story": (p) => `في ملف القصة خطأ${given(p, "detail") && `: ${given(p, "detail")}`}. صححه وافتحه من جديد.`,
  "no-start-column": (p) =>
    `لم يُعثر على عمود يقول متى وقع الشيء.${given(p, "columns") && ` الأعمدة هي: ${given(p, "columns")}.`} اختر العمود الذي فيه التواريخ، وإن لم يوجد فلا يمكن عرض هذا الجدول على خط زمني.`,
  "no-rows": () =>
    "ليس هناك صف واحد بتاريخ يمكن قراءته. المنتظر: تواريخ مثل 2024-01-28 أو 28/01/2024. اختر عمودًا آخر لـ«متى بدأ»، أو غيّر طريقة قراءته.",
  unreadable: () => "لم يستطع المتصفح قراءة الملف. ربما نُقل أو تغيّر أو يستخدمه برنامج آخر. اختره من جديد.",
  "timed-out": () =>
    "استغرقت القراءة وقتًا أطول مما ينبغي فأُوقفت. قسّم الملف بحسب التاريخ، أو احفظه بصيغة CSV، وافتحه من جديد.",
};
