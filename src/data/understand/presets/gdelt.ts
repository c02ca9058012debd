import type {Names, Preset} from "./preset.ts";
import {normaliseName} from "../names.ts";

const actor = (n: 1 | 2) =>
  [
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
  ].map((field) => `Actor${n}${field}`);
const place = (of: string, adm2: boolean) =>
  ["Type", "FullName", "CountryCode", "ADM1Code", ...(adm2 ? ["ADM2Code"] : []), "Lat", "Long", "FeatureID"].map(
    (field) => `${of}Geo_${field}`,
  );
const fields = (adm2: boolean): string[] => [
  ...["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", ...actor(1), ...actor(2)],
  ...["IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"],
  ...["NumMentions", "NumSources", "NumArticles", "AvgTone"],
  ...["Actor1", "Actor2", "Action"].flatMap((of) => place(of, adm2)),
  ...["DATEADDED", "SOURCEURL"],
];

const ROOTS: Names["values"] = {
  "01": {en: "Make a public statement", fr: "Déclaration publique", ar: "تصريح علني"},
  "02": {en: "Appeal", fr: "Appel", ar: "مناشدة"},
  "03": {en: "Express intent to cooperate", fr: "Intention de coopérer", ar: "إبداء نية التعاون"},
  "04": {en: "Consult", fr: "Consultation", ar: "تشاور"},
  "05": {en: "Diplomatic cooperation", fr: "Coopération diplomatique", ar: "تعاون دبلوماسي"},
  "06": {en: "Material cooperation", fr: "Coopération matérielle", ar: "تعاون مادي"},
  "07": {en: "Provide aid", fr: "Aide", ar: "تقديم مساعدة"},
  "08": {en: "Yield", fr: "Concession", ar: "تنازل"},
  "09": {en: "Investigate", fr: "Enquête", ar: "تحقيق"},
  "10": {en: "Demand", fr: "Exigence", ar: "مطالبة"},
  "11": {en: "Disapprove", fr: "Désapprobation", ar: "استنكار"},
  "12": {en: "Reject", fr: "Refus", ar: "رفض"},
  "13": {en: "Threaten", fr: "Menace", ar: "تهديد"},
  "14": {en: "Protest", fr: "Protestation", ar: "احتجاج"},
  "15": {en: "Exhibit military posture", fr: "Démonstration de force", ar: "استعراض القوة"},
  "16": {en: "Reduce relations", fr: "Réduction des relations", ar: "خفض العلاقات"},
  "17": {en: "Coerce", fr: "Coercition", ar: "إكراه"},
  "18": {en: "Assault", fr: "Agression", ar: "اعتداء"},
  "19": {en: "Fight", fr: "Combat", ar: "قتال"},
  "20": {en: "Unconventional mass violence", fr: "Violence de masse non conventionnelle", ar: "عنف جماعي غير تقليدي"},
};

const QUADS: Names["values"] = {
  "1": {en: "Verbal cooperation", fr: "Coopération verbale", ar: "تعاون لفظي"},
  "2": {en: "Material cooperation", fr: "Coopération matérielle", ar: "تعاون مادي"},
  "3": {en: "Verbal conflict", fr: "Conflit verbal", ar: "نزاع لفظي"},
  "4": {en: "Material conflict", fr: "Conflit matériel", ar: "نزاع مادي"},
};

const DIGITS = /^\d+$/;

/** Nine rows of ten begin with an id and a day, as GDELT's do; its files have no header. */
const looksLikeGdelt = (sample: readonly (readonly string[])[]): boolean => {
  const fit = sample.filter(
    ([id = "", day = "", month = "", year = ""]) =>
      id.length >= 6 &&
      id.length <= 12 &&
      DIGITS.test(id) &&
      day.length === 8 &&
      DIGITS.test(day) &&
      day.startsWith(month) &&
      month.startsWith(year),
  );
  return sample.length > 0 && fit.length >= sample.length * 0.9;
};

/** GDELT events: `widths` are the numbers of columns; where there is no header, columns are told by their place. */
function gdelt(name: string, adm2: boolean, widths: readonly number[]): Preset {
  const all = fields(adm2);
  const key = (field: string) => normaliseName(field);
  const nth = (field: string) => `column_${all.indexOf(field) + 1}`;
  const either = (...names: string[]) => names.flatMap((field) => [key(field), nth(field)]);
  const columns: Record<string, Names> = Object.fromEntries(all.map((field) => [nth(field), {label: field}]));
  for (const at of [key, nth]) {
    columns[at("EventRootCode")] = {
      label: {en: "Kind of event", fr: "Type d’événement", ar: "نوع الحدث"},
      values: ROOTS!,
    };
    columns[at("QuadClass")] = {label: {en: "Class", fr: "Classe", ar: "الفئة"}, values: QUADS!};
  }
  const named = ["GLOBALEVENTID", "SQLDATE", "QuadClass", adm2 ? "ActionGeo_ADM2Code" : "ActionGeo_Lat"].map(key);
  return {
    name,
    need: [],
    fits: (keys, sample) =>
      named.every((one) => keys.includes(one)) ||
      (widths.includes(keys.length) && keys.every((one, i) => one === `column_${i + 1}`) && looksLikeGdelt(sample)),
    roles: {
      id: either("GLOBALEVENTID"),
      start: either("SQLDATE"),
      lat: either("ActionGeo_Lat"),
      lon: either("ActionGeo_Long"),
      place: either("ActionGeo_FullName"),
      placePrecision: either("ActionGeo_Type"),
      category: either("EventRootCode"),
      actor: either("Actor1Name"),
      target: either("Actor2Name"),
      link: either("SOURCEURL"),
    },
    reading: {
      dates: {order: "ymd", numbers: "compact"},
      placePrecision: {"1": "country", "2": "province", "3": "city", "4": "city", "5": "province"},
    },
    facets: either("EventRootCode", "QuadClass"),
    columns,
    credit: "The GDELT Project (gdeltproject.org)",
    licence: {
      name: "GDELT Terms of Use",
      credit: "The GDELT Project (gdeltproject.org)",
      mayPublish: true,
      url: "https://www.gdeltproject.org/about.html",
    },
  };
}

export const gdeltPresets: readonly Preset[] = [gdelt("gdelt-2", true, [61]), gdelt("gdelt-1", false, [57, 58])];
