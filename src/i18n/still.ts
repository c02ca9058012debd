import type {Language} from "../data/languages.ts";

const en = {
  picture: "Map and timeline of the record",
  table: "Turning points",
  date: "Date",
  what: "What happened",
  sources: "Sources",
  more: (n: string) => `+ ${n} more`,
  later: (date: string) => `After ${date}`,
  count: (statedBy: string, label: string) => [label, statedBy].filter((part) => part !== "").join(", "),
  data: "All events, as a table (CSV)",
  licence: (name: string) => `Data: ${name}`,
  map: (credit: string) => `Map: ${credit}`,
  live: "With JavaScript this page is a map and a timeline that you can play.",
  languages: "In other languages",
};

/** The words of the picture that stands in the page before the app, and in its place where there is no JavaScript. */
export const STILL: Record<Language, typeof en> = {
  en,
  fr: {
    picture: "Carte et chronologie du relevé",
    table: "Les tournants",
    date: "Date",
    what: "Ce qui s’est passé",
    sources: "Sources",
    more: (n) => `+ ${n} autres`,
    later: (date) => `Après le ${date}`,
    count: en.count,
    data: "Tous les événements, en tableau (CSV)",
    licence: (name) => `Données : ${name}`,
    map: (credit) => `Carte : ${credit}`,
    live: "Avec JavaScript, cette page devient une carte et une chronologie animées.",
    languages: "Dans d’autres langues",
  },
  ar: {
    picture: "خريطة السجل وخطه الزمني",
    table: "المنعطفات",
    date: "التاريخ",
    what: "ما حدث",
    sources: "المصادر",
    more: (n) => `+ ${n} أخرى`,
    later: (date) => `بعد ${date}`,
    count: (statedBy, label) => [label, statedBy].filter((part) => part !== "").join("، "),
    data: "كل الأحداث في جدول (CSV)",
    licence: (name) => `البيانات: ${name}`,
    map: (credit) => `الخريطة: ${credit}`,
    live: "مع تفعيل JavaScript تصبح هذه الصفحة خريطة وخطًا زمنيًا تفاعليين.",
    languages: "بلغات أخرى",
  },
};
