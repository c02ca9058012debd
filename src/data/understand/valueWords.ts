import type {DatePrecision} from "../calendar.ts";
import type {Certainty, PlacePrecision} from "../dataset.ts";
import {normaliseName} from "./names.ts";

const table = <T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(words) as [T, string][]).flatMap(([meaning, list]) =>
      list.split(/\s+/).flatMap((word) => (word === "" ? [] : [[normaliseName(word), meaning] as const])),
    ),
  );

/** How sure a report is, in the words of the field; the grading of Airwars among them. "High" and "low" say nothing of who confirmed. */
const CERTAINTY = table<Certainty>({
  official: `official confirmed verified officially_confirmed host_government us_official government proven certain acknowledged confirme verifie
    bestatigt verifiziert confirmado verificado confermato verificato bevestigd potwierdzone dogrulandi подтверждено подтвержден проверено موكد
    مؤكد تم_التحقق מאומת אושר επιβεβαιωμενο bekraftad terkonfirmasi`,
  media: `media likely probable reported fair press semi_confirmed partially_confirmed credible plausible probably probablement rapporte
    wahrscheinlich gemeldet probable reportado probabile probabile riportato provavel waarschijnlijk prawdopodobne muhtemel вероятно сообщается
    محتمل مرجح סביר πιθανο troligen`,
  claim: `claim claimed claim_only alleged unconfirmed weak possible unverified single_source claimed_only rumour rumor suspected presume allegue
    revendique non_confirme unbestatigt behauptet moglich no_confirmado presunto alegado posible non_confermato possibile nao_confirmado possivel
    onbevestigd niepotwierdzone iddia dogrulanmamis не_подтверждено заявлено возможно غير_موكد مزعوم ادعاء לא_מאומת נטען ανεπιβεβαιωτο obekraftad`,
  disputed: `disputed contested discounted denied refuted false debunked retracted conteste dementi infirme umstritten bestritten widerlegt disputado
    desmentido contestato smentito contestado betwist sporne kwestionowane tartismali yalanlandi оспаривается опровергнуто متنازع منفي مرفوض
    שנוי_במחלוקת הוכחש αμφισβητουμενο omstridd`,
});

const PLACE = table<PlacePrecision>({
  exact_site: `exact exact_site exact_location precise exact_point rooftop address street building site point coordinates gps exacte genau exacto
    esatto exakt точно دقيق`,
  near: `near within_100m within_1km nearby nearby_landmark landmark approximate approx neighbourhood neighborhood neighbourhood_area
    neighborhood_area block environs ungefahr aproximado approssimativo`,
  city: `city town village place locality settlement municipality_centre ville ort stadt ciudad citta locality_centroid populated_place`,
  district: `district subdistrict sub_district county adm2 admin2 adm3 admin3 municipality commune kreis distrito area_centroid`,
  province: `province governorate governorate_province state region adm1 admin1 oblast governorate_centroid departement bundesland provincia`,
  country: `country national nation adm0 admin0 country_centroid pays land pais country_level`,
});

const DATE = table<DatePrecision>({
  year: `year yearly annual y circa_year jahr annee ano anno`,
  month: `month monthly m monat mois mes mese`,
  week: `week weekly w within_week woche semaine semana settimana`,
  range: `range span period interval between zeitraum periode periodo`,
  day: `day daily exact d date exact_day exact_date tag jour dia giorno`,
  hour: `hour hourly stunde heure hora`,
  minute: `minute time exact_time`,
  second: `second`,
});

/** What the values of a column mean where all but few of them are known words; null where they are not. Keys are as in the file. */
function codes<T extends string>(
  counts: ReadonlyMap<string, number>,
  words: ReadonlyMap<string, T>,
): Record<string, T> | null {
  if (counts.size === 0 || counts.size > 40) return null;
  const known: [string, T][] = [];
  let rows = 0;
  let total = 0;
  for (const [value, count] of counts) {
    total += count;
    const meaning = value.length > 60 ? undefined : words.get(normaliseName(value));
    if (meaning === undefined) continue;
    known.push([value, meaning]);
    rows += count;
  }
  return rows >= total * 0.6 ? Object.fromEntries(known) : null;
}

export const certaintyCodes = (counts: ReadonlyMap<string, number>) => codes(counts, CERTAINTY);
export const placePrecisionCodes = (counts: ReadonlyMap<string, number>) => codes(counts, PLACE);
export const datePrecisionCodes = (counts: ReadonlyMap<string, number>) => codes(counts, DATE);
/** The certainty that one word says. */
export const certaintyOf = (value: string): Certainty | undefined => CERTAINTY.get(normaliseName(value));
