import type {file as en} from "../en/file.ts";
import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("ar");
const chapters = (n: string, count: number) =>
  count === 1 ? "فصل واحد" : count === 2 ? "فصلان" : `${n} ${plural({few: "فصول", many: "فصلًا", other: "فصل"})(count)}`;

export const file: typeof en = {
  lead: "ملف HTML واحد فيه كل شيء: التطبيق والبيانات والخطوط وما يلزم من الخريطة. يُفتح من القرص في أي متصفح حديث بلا شبكة، ولا يطلب شيئًا من أحد.",
  others: "ولا صف سواه في الملف.",
  holds: "ما يرافقه",
  view: "المشهد على الشاشة هو أول ما يُرى، بهذه اللغة وهذه الألوان.",
  chapters: (n, count) => `للعرض: ${chapters(n, count)}.`,
  notes: "الملاحظات الخاصة بالفصول",
  notesText: "يقرؤها كل من عنده الملف، فلا تجعلها في ملف تمرّره إلى غيرك.",
  sources: "المصادر والأماكن المسماة والأعداد المعلنة، إن كانت في القصة.",
  lacks: "ما لا يعمل من القرص: روابط المشاركة وشيفرات التضمين والبيانات من عناوين أخرى.",
  licence: (name) => `لا يسمح ${isolate(name)} بنقل هذه الصفوف إلى غيرك.`,
  licenceText: "احتفظ بالملف لنفسك أو استأذن صاحب الحقوق.",
  about: (size) => `سيكون حجم الملف نحو ${size}.`,
  exactly: (size) => `حجم الملف ${size}.`,
  making: (n, all) => `يجري صنعه: ${n} من ${all} من الصفوف`,
  save: "احفظ الملف",
  cancel: "ألغِ",
  saved: (name, size) => `حُفظ باسم ${isolate(name)}، ${size}.`,
  tooLarge: (size, most) =>
    `سيكون حجمه نحو ${size}، والمتصفحات لا تفتح جيدًا صفحة فوق ${most}. اختر صفوفًا أقل بالنافذة أو المرشحات، أو احفظ البيانات بصيغة CSV.`,
  failed: "تعذر صنع الملف لأن جزءًا منه لم يصل. حاول مرة أخرى.",
  sourcesFailed: "تعذر صنع الملف لأن جدول المصادر لم يصل. حاول مرة أخرى.",
  again: "حاول مرة أخرى",
  unable: "يحتاج هذا الملف إلى متصفح أحدث: Chrome 110 أو Firefox 115 أو Safari 16.4 فما بعده.",
  noscript: "يعرض هذا الملف خطًّا زمنيًّا وخريطة، ولا بد لذلك من أن يشغّل المتصفح شيفرته.",
  linkTitle: "مرّره إلى غيرك",
  linkText: "هذا ملف لا عنوان له يفتحه غيرك. أرسل الملف نفسه: من كان عنده رأى كل ما تراه، بلا شبكة.",
  linkHere: "على هذا الحاسوب يفتح هذا العنوان المشهد المعروض:",
  ownStory: "عُد إلى قصة هذا الملف",
  formats: "CSV أو TSV أو JSON أو GeoJSON أو KML أو GPX أو iCalendar، مضغوطة أو غير مضغوطة.",
  unsupported:
    "يفتح هذا الملف CSV وTSV وJSON وGeoJSON وKML وGPX وiCalendar. احفظ الجدول بإحدى هذه الصيغ وافتحه من جديد.",
};
