import type {Messages} from "../en.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("ar");
const places = plural({
  zero: "مكان",
  one: "مكان",
  two: "مكانان",
  few: "أماكن",
  many: "مكانًا",
  other: "مكان",
});

export const map: Messages["map"] = {
  stage: "خريطة. مفاتيح الأسهم تحركها، وعلامتا الزائد والناقص للتكبير والتصغير، والصفر يعيد العرض الأول.",
  places: (n, count) => `${n} ${places(count)} على الخريطة`,
  place: (name, facts) => `${name}: ${facts.join("، ")}`,
  certainty: {
    official: (n) => `مؤكد: ${n}`,
    media: (n) => `بحسب الإعلام: ${n}`,
    claim: (n) => `تبنٍّ فقط: ${n}`,
    disputed: (n) => `متنازع عليه: ${n}`,
  },
  district: "محدد بالقضاء فقط",
  province: "محدد بالمحافظة فقط",
  zoomIn: "تكبير",
  zoomOut: "تصغير",
  reset: "العودة إلى العرض الأول",
  legend: {
    title: "مفتاح الخريطة",
    atPlace: (label) => `${label} في موقع واحد`,
    each: {
      week: (label) => `${label} في الأسبوع`,
      month: (label) => `${label} في الشهر`,
      year: (label) => `${label} في السنة`,
      decade: (label) => `${label} في العقد`,
      century: (label) => `${label} في القرن`,
    },
    coarse: "محدد بالقضاء أو المحافظة",
  },
  unplaced: (n) => `بلا مكان محدد: ${n}`,
  beyond: {
    north: (n) => `شمال هذا العرض: ${n}`,
    south: (n) => `جنوب هذا العرض: ${n}`,
    east: (n) => `شرق هذا العرض: ${n}`,
    west: (n) => `غرب هذا العرض: ${n}`,
  },
  outside: (n) => `خارج هذا العرض: ${n}`,
  showAll: "إظهار كل الأماكن",
  choose: "أي مكان؟",
  gestures: {
    windows: "اضغط Ctrl مع التمرير لتكبير الخريطة",
    mac: "اضغط ⌘ مع التمرير لتكبير الخريطة",
    mobile: "حرّك الخريطة بإصبعين",
  },
};
