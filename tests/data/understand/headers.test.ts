import {describe, expect, test} from "vitest";
import type {Mapping} from "../../../src/data/story.ts";
import {given, table} from "./given.ts";

interface Case {
  name: string;
  text: string;
  mapping: Mapping;
}

const CASES: Case[] = [
  {
    name: "English, plain",
    text: `id|date|latitude|longitude|type|description
      1|2024-01-28|33.32|38.71|attack|A drone struck the base at dawn and wounded several
      2|2024-01-29|33.41|38.72|strike|Rockets were fired at the airfield without damage`,
    mapping: {id: "id", start: "date", lat: "latitude", lon: "longitude", category: "type", summary: "description"},
  },
  {
    name: "English, wordy",
    text: `Incident Name|Date Occurred|Date Reported|Location Name|Y Coord|X Coord|Number Killed|Number Injured|Source URL
      Blast in the market|14/03/2021|15/03/2021|Old market|36.19|44.01|3|12|https://example.org/a
      Ambush on the road|21/03/2021|30/03/2021|North road|36.25|44.11|1|0|https://example.org/b`,
    mapping: {
      title: "Incident Name",
      start: "Date Occurred",
      place: "Location Name",
      lat: "Y Coord",
      lon: "X Coord",
      killed: "Number Killed",
      wounded: "Number Injured",
      link: "Source URL",
    },
  },
  {
    name: "English, begin and end",
    text: `event|start_time|end_time|lng|lat|status
      Flood|2020-05-01T10:00|2020-05-02T08:30|4.35|50.85|mapped
      Storm|2020-06-03T11:00|2020-06-03T23:30|4.45|50.95|mapped`,
    mapping: {title: "event", start: "start_time", end: "end_time", lat: "lat", lon: "lng"},
  },
  {
    name: "camel case",
    text: `eventId|eventDate|decimalLatitude|decimalLongitude|countryCode|eventType
      a1|2019-02-01|12.5|-3.1|BF|Attack
      a2|2019-02-11|12.7|-3.3|BF|Raid`,
    mapping: {
      id: "eventId",
      start: "eventDate",
      lat: "decimalLatitude",
      lon: "decimalLongitude",
      category: "eventType",
    },
  },
  {
    name: "created and updated beside the date of the event",
    text: `created_at|updated_at|when|lat|lon|Headline
      2024-05-01T09:00:00Z|2024-05-02T09:00:00Z|2024-04-12|1.5|2.5|First of many
      2024-05-03T09:00:00Z|2024-05-04T09:00:00Z|2024-04-19|1.6|2.6|Second of many`,
    mapping: {start: "when", lat: "lat", lon: "lon", title: "Headline"},
  },
  {
    name: "only a date of publication",
    text: `headline|published_at|url
      A first report|2024-05-01T09:00:00Z|https://example.org/1
      A second report|2024-05-03T09:00:00Z|https://example.org/2`,
    mapping: {title: "headline", start: "published_at", link: "url"},
  },
  {
    name: "total and partial counts",
    text: `date|Civilian Deaths|Military Deaths|Total Deaths|Injured Civilians|Injured Soldiers
      2020-01-02|1|4|5|2|3
      2020-02-02|0|2|2|1|7`,
    mapping: {start: "date", killed: "Total Deaths"},
  },
  {
    name: "one partial count and no total",
    text: `date|civilian_deaths|city
      2020-01-02|1|Homs
      2020-02-02|0|Hama`,
    mapping: {start: "date", killed: "civilian_deaths", place: "city"},
  },
  {
    name: "split date with month names",
    text: `name|month|day|year|cause
      Ann|February|23|2015|Fall
      Bob|April|2|2015|Fire`,
    mapping: {title: "name", start: ["year", "month", "day"], category: "cause"},
  },
  {
    name: "split dates of start and end",
    text: `start_year|start_month|start_day|end_year|end_month|end_day|battle
      1914|8|7|1914|9|6|Frontiers
      1914|9|6|1914|9|12|Marne`,
    mapping: {
      start: ["start_year", "start_month", "start_day"],
      end: ["end_year", "end_month", "end_day"],
      title: "battle",
    },
  },
  {
    name: "a date and a clock",
    text: `Date|Time|Lat|Long
      03/14/2021|14:30|36.1|44.2
      03/21/2021|07:05|36.2|44.3`,
    mapping: {start: ["Date", "Time"], lat: "Lat", lon: "Long"},
  },
  {
    name: "a year alone",
    text: `battle|year|lat|lon
      Zama|-202|35.9|9.2
      Pydna|-168|40.4|22.6
      Actium|-31|38.9|20.7`,
    mapping: {title: "battle", start: "year", lat: "lat", lon: "lon"},
  },
  {
    name: "projected coordinates beside degrees",
    text: `Datum|LINREFX|LINREFY|XGCSWGS84|YGCSWGS84
      14.03.2021|608417,1|5647219,4|10,521|50,965
      21.03.2021|608422,9|5647311,8|10,533|50,971`,
    mapping: {start: "Datum", lat: "YGCSWGS84", lon: "XGCSWGS84"},
  },
  {
    name: "coordinates of actors and of the action",
    text: `day|Actor1Geo_Lat|Actor1Geo_Long|ActionGeo_Lat|ActionGeo_Long
      2024-01-02|10.1|20.1|33.1|44.1
      2024-01-03|11.1|21.1|34.1|45.1`,
    mapping: {start: "day", lat: "ActionGeo_Lat", lon: "ActionGeo_Long"},
  },
  {
    name: "a point in one cell",
    text: `date|coordinates|title
      2024-01-02|48.8566, 2.3522|Paris in winter
      2024-01-03|-21.1151, 55.5364|Réunion in summer`,
    mapping: {start: "date", lat: "coordinates", lon: "coordinates", title: "title"},
  },
  {
    name: "certainty in the words of a status column",
    text: `date|event|verification_status
      2024-01-02|Strike one|confirmed
      2024-01-03|Strike two|claimed
      2024-01-04|Strike three|disputed
      2024-01-05|Strike four|likely`,
    mapping: {start: "date", title: "event", certainty: "verification_status"},
  },
  {
    name: "precision in words",
    text: `date|date_precision|lat|lon|geo_precision
      2024-01-02|day|1.5|2.5|exact
      2024-01-01|month|1.6|2.6|town
      2024-01-05|day|1.7|2.7|admin1`,
    mapping: {start: "date", datePrecision: "date_precision", lat: "lat", lon: "lon", placePrecision: "geo_precision"},
  },
  {
    name: "ages, weekdays and people are no dates and no counts",
    text: `Day of Week|Age|Population|Date|Killed
      Monday|25|120000|8/1/1966|16
      Sunday|31|98000|11/22/1966|4`,
    mapping: {start: "Date", killed: "Killed"},
  },
  {
    name: "French",
    text:
      `identifiant;jour;heure`.replaceAll(";", "|") +
      `|commune|latitude|longitude|tués|blessés|description
      a|31/12/2023|14:30|Lyon|45,76|4,83|1|2|Collision entre deux véhicules sur la rocade
      b|01/02/2024|08:10|Paris|48,85|2,35|0|3|Chute d'un cycliste près du pont, route fermée`,
    mapping: {
      id: "identifiant",
      start: ["jour", "heure"],
      place: "commune",
      lat: "latitude",
      lon: "longitude",
      killed: "tués",
      wounded: "blessés",
      summary: "description",
    },
  },
  {
    name: "French road accidents",
    text: `Num_Acc|jour|mois|an|hrmn|lat|long
      201900000001|30|11|2019|01:30|48,8962|2,4701
      201900000002|9|2|2019|02:50|45,7341|4,8762`,
    mapping: {start: ["an", "mois", "jour", "hrmn"], lat: "lat", lon: "long"},
  },
  {
    name: "French, begin and end",
    text: `titre|date_début|date_fin|lieu|catégorie|lien
      Grève des trains|2023-01-10|2023-01-12|Lille|Social|https://example.fr/1
      Marche pour le climat|2023-02-10|2023-02-10|Nantes|Climat|https://example.fr/2`,
    mapping: {
      title: "titre",
      start: "date_début",
      end: "date_fin",
      place: "lieu",
      category: "catégorie",
      link: "lien",
    },
  },
  {
    name: "German",
    text: `Ereignis-ID|Datum|Ort|Breite|Länge|Art|Tote|Verletzte|Quelle
      7|31.12.2023|Köln|50,94|6,96|Brand|0|4|Feuerwehr
      8|01.02.2024|Bonn|50,73|7,10|Unfall|1|2|Polizei`,
    mapping: {
      start: "Datum",
      place: "Ort",
      lat: "Breite",
      lon: "Länge",
      category: "Art",
      killed: "Tote",
      wounded: "Verletzte",
      sources: "Quelle",
    },
  },
  {
    name: "German accidents without a day",
    text: `OBJECTID|UJAHR|UMONAT|USTUNDE|XGCSWGS84|YGCSWGS84
      1|2021|01|13|7,1234|50,7342
      2|2021|02|08|7,2234|50,8342`,
    mapping: {id: "OBJECTID", start: ["UJAHR", "UMONAT"], lat: "YGCSWGS84", lon: "XGCSWGS84"},
  },
  {
    name: "Spanish",
    text: `fecha|lugar|latitud|longitud|tipo|muertos|heridos|fuente
      13/01/2024|Quito|-0.18|-78.46|Ataque|2|5|El Comercio
      14/02/2024|Loja|-3.99|-79.2|Explosión|0|1|El Universo`,
    mapping: {
      start: "fecha",
      place: "lugar",
      lat: "latitud",
      lon: "longitud",
      category: "tipo",
      killed: "muertos",
      wounded: "heridos",
      sources: "fuente",
    },
  },
  {
    name: "Spanish, split",
    text: `año|mes|día|municipio|víctimas mortales o fallecidos
      2022|enero|3|Cali|1
      2022|marzo|9|Neiva|4`,
    mapping: {start: ["año", "mes", "día"], place: "municipio", killed: "víctimas mortales o fallecidos"},
  },
  {
    name: "Italian",
    text: `Data|Comune|Latitudine|Longitudine|Tipologia|Morti|Feriti|Descrizione
      13/01/2024|Roma|41.9|12.5|Incendio|0|2|Un incendio in un magazzino alla periferia della città
      14/02/2024|Bari|41.1|16.9|Crollo|1|0|Il crollo di una palazzina di tre piani nel centro`,
    mapping: {
      start: "Data",
      place: "Comune",
      lat: "Latitudine",
      lon: "Longitudine",
      category: "Tipologia",
      killed: "Morti",
      wounded: "Feriti",
      summary: "Descrizione",
    },
  },
  {
    name: "Portuguese",
    text: `título|data_início|data_fim|cidade|país|descrição
      Enchente no vale|2023-09-04|2023-09-08|Muçum|Brasil|As águas do rio subiram doze metros em uma noite
      Seca no norte|2023-10-01|2023-12-20|Manaus|Brasil|O rio Negro chegou ao nível mais baixo já medido`,
    mapping: {
      title: "título",
      start: "data_início",
      end: "data_fim",
      place: "cidade",
      country: "país",
      summary: "descrição",
    },
  },
  {
    name: "Dutch",
    text: `begindatum|einddatum|plaats|soort|gewonden|doden
      13-01-2024|14-01-2024|Gouda|Brand|2|0
      25-02-2024|25-02-2024|Breda|Storm|0|1`,
    mapping: {
      start: "begindatum",
      end: "einddatum",
      place: "plaats",
      category: "soort",
      wounded: "gewonden",
      killed: "doden",
    },
  },
  {
    name: "Polish",
    text: `data_zdarzenia|miejscowość|szerokość|długość|rodzaj|zabici|ranni
      2024-01-13|Kraków|50.06|19.94|pożar|0|3
      2024-02-25|Gdańsk|54.35|18.65|wypadek|2|1`,
    mapping: {
      start: "data_zdarzenia",
      place: "miejscowość",
      lat: "szerokość",
      lon: "długość",
      category: "rodzaj",
      killed: "zabici",
      wounded: "ranni",
    },
  },
  {
    name: "Turkish",
    text: `tarih|il|ilçe|enlem|boylam|olay türü|ölü|yaralı|kaynak
      13.01.2024|Van|Erciş|39.03|43.36|Deprem|2|10|AA
      25.02.2024|İzmir|Bornova|38.47|27.22|Yangın|0|1|DHA`,
    mapping: {
      start: "tarih",
      place: "ilçe",
      lat: "enlem",
      lon: "boylam",
      category: "olay türü",
      killed: "ölü",
      wounded: "yaralı",
      sources: "kaynak",
    },
  },
  {
    name: "Russian",
    text: `Дата|Место|Широта|Долгота|Тип|Погибшие|Раненые|Источник
      13.01.2024|Казань|55.79|49.12|Пожар|1|4|ТАСС
      25.02.2024|Омск|54.98|73.37|Взрыв|0|2|РИА`,
    mapping: {
      start: "Дата",
      place: "Место",
      lat: "Широта",
      lon: "Долгота",
      category: "Тип",
      killed: "Погибшие",
      wounded: "Раненые",
      sources: "Источник",
    },
  },
  {
    name: "Ukrainian",
    text: `дата_події|місто|опис
      2024-01-13|Харків|Ракетний удар по житловому будинку, пошкоджено десять квартир
      2024-02-25|Одеса|Атака безпілотників на порт, загорівся склад із зерном`,
    mapping: {start: "дата_події", place: "місто", summary: "опис"},
  },
  {
    name: "Arabic",
    text: `التاريخ|المكان|خط العرض|خط الطول|النوع|القتلى|الجرحى|المصدر
      2024-01-13|بغداد|33.31|44.36|قصف|2|5|وكالة الأنباء
      2024-02-25|الموصل|36.34|43.13|اشتباك|0|1|شهود عيان`,
    mapping: {
      start: "التاريخ",
      place: "المكان",
      lat: "خط العرض",
      lon: "خط الطول",
      category: "النوع",
      killed: "القتلى",
      wounded: "الجرحى",
      sources: "المصدر",
    },
  },
  {
    name: "Persian",
    text: `تاریخ|شهر|عرض جغرافیایی|طول جغرافیایی|کشته|زخمی
      2024-01-13|شیراز|29.59|52.58|1|3
      2024-02-25|کرمان|30.28|57.08|0|2`,
    mapping: {start: "تاریخ", lat: "عرض جغرافیایی", lon: "طول جغرافیایی", killed: "کشته", wounded: "زخمی"},
  },
  {
    name: "Hebrew",
    text: `תאריך|עיר|קו רוחב|קו אורך|סוג אירוע|הרוגים|פצועים
      13/01/2024|חיפה|32.79|34.99|ירי|0|1
      25/02/2024|אשדוד|31.80|34.65|פיגוע|1|2`,
    mapping: {
      start: "תאריך",
      place: "עיר",
      lat: "קו רוחב",
      lon: "קו אורך",
      category: "סוג אירוע",
      killed: "הרוגים",
      wounded: "פצועים",
    },
  },
  {
    name: "Greek",
    text: `Ημερομηνία|Πόλη|Πλάτος|Μήκος|Τύπος|Νεκροί|Περιγραφή
      13/01/2024|Βόλος|39.36|22.94|Πλημμύρα|1|Η βροχή προκάλεσε μεγάλες ζημιές στο λιμάνι της πόλης
      25/02/2024|Χανιά|35.51|24.02|Σεισμός|0|Ισχυρή δόνηση έγινε αισθητή σε όλο το νησί χωρίς θύματα`,
    mapping: {
      start: "Ημερομηνία",
      place: "Πόλη",
      lat: "Πλάτος",
      category: "Τύπος",
      killed: "Νεκροί",
      summary: "Περιγραφή",
    },
  },
  {
    name: "Swedish",
    text: `startdatum|slutdatum|plats|breddgrad|längdgrad|händelse|skadade|döda
      2024-01-13|2024-01-13|Malmö|55.6|13.0|Sprängning|2|0
      2024-02-25|2024-02-26|Umeå|63.8|20.3|Snöstorm|0|1`,
    mapping: {
      start: "startdatum",
      end: "slutdatum",
      place: "plats",
      lat: "breddgrad",
      lon: "längdgrad",
      wounded: "skadade",
      killed: "döda",
    },
  },
  {
    name: "Indonesian",
    text: `tanggal_kejadian|lokasi|lintang|bujur|jenis|meninggal|luka-luka|keterangan
      2024-01-13|Padang|-0.95|100.35|Banjir|2|5|Banjir bandang melanda tiga kecamatan di tepi kota
      2024-02-25|Bogor|-6.59|106.79|Longsor|0|1|Tanah longsor menutup jalan utama selama dua hari`,
    mapping: {
      start: "tanggal_kejadian",
      place: "lokasi",
      lat: "lintang",
      lon: "bujur",
      category: "jenis",
      killed: "meninggal",
      wounded: "luka-luka",
      summary: "keterangan",
    },
  },
  {
    name: "Japanese",
    text: `日付|場所|緯度|経度|種類|死者|負傷者
      2024-01-01|輪島|37.39|136.90|地震|10|40
      2024-02-13|仙台|38.27|140.87|火災|0|2`,
    mapping: {
      start: "日付",
      place: "場所",
      lat: "緯度",
      lon: "経度",
      category: "種類",
      killed: "死者",
      wounded: "負傷者",
    },
  },
];

describe("columns are understood by their names and values", () => {
  test.each(CASES)("$name", ({text, mapping}) => {
    const [header, rows] = table(text);
    expect(given(header, rows).mapping).toMatchObject(mapping);
  });
});

test("nothing that only looks like a role is taken for one", () => {
  const [header, rows] = table(`date|Civilian Deaths|Military Deaths|status|Actor1 Latitude Error
    2020-01-02|1|4|mapped|0.2
    2020-02-02|0|2|mapped|0.3`);
  const {mapping} = given(header, rows);
  expect(mapping).toEqual({start: "date"});
});

test("no column fills two roles, but for a cell that holds both coordinates", () => {
  for (const {text} of CASES) {
    const {mapping} = given(...table(text));
    const {lat, lon, ...others} = mapping;
    const names = [...Object.values(others).flat(), ...(lat === lon ? [lat] : [lat, lon])].filter(
      (each) => each !== undefined,
    );
    expect(new Set(names).size).toBe(names.length);
  }
});

test("a header without rows is understood by its names alone", () => {
  expect(given(["id", "date", "latitude", "longitude", "category", "notes"], []).mapping).toMatchObject({
    start: "date",
    lat: "latitude",
    lon: "longitude",
    category: "category",
  });
});
