import type {Preset} from "./preset.ts";

/** Global Terrorism Database: dates in three columns where 0 is not known, -9 and -99 for what is not known elsewhere. */
export const gtd: Preset = {
  name: "gtd",
  need: [["eventid", "iyear", "imonth", "iday"]],
  roles: {
    id: ["eventid"],
    start: [
      [
        ["iyear", "year"],
        ["imonth", "month"],
        ["iday", "day"],
      ],
    ],
    end: ["resolution"],
    lat: ["latitude", "geometry_lat"],
    lon: ["longitude", "geometry_lon"],
    place: ["city", "location", "provstate"],
    placePrecision: ["specificity"],
    country: ["country_txt"],
    summary: ["summary"],
    category: ["attacktype1_txt"],
    actor: ["gname"],
    target: ["target1", "targtype1_txt"],
    killed: ["nkill"],
    wounded: ["nwound"],
    sources: ["scite1", "dbsource"],
    notes: ["addnotes"],
  },
  reading: {
    dates: {order: "ymd", numbers: "year"},
    endDates: {order: "mdy"},
    placePrecision: {"1": "city", "2": "district", "3": "district", "4": "province", "5": "country"},
    missing: ["-9", "-99"],
  },
  facets: ["attacktype1_txt", "targtype1_txt", "weaptype1_txt", "gname", "country_txt", "region_txt"],
  columns: {
    attacktype1_txt: {label: {en: "Type of attack", fr: "Type d’attaque", ar: "نوع الهجوم"}},
    targtype1_txt: {label: {en: "Type of target", fr: "Type de cible", ar: "نوع الهدف"}},
    weaptype1_txt: {label: {en: "Weapon", fr: "Arme", ar: "السلاح"}},
    gname: {label: {en: "Group", fr: "Groupe", ar: "الجماعة"}},
    country_txt: {label: {en: "Country", fr: "Pays", ar: "البلد"}},
    region_txt: {label: {en: "Region", fr: "Région", ar: "المنطقة"}},
  },
  credit:
    "START (National Consortium for the Study of Terrorism and Responses to Terrorism), Global Terrorism Database",
  licence: {
    name: "GTD End User License Agreement",
    credit: "START, Global Terrorism Database (start.umd.edu/gtd)",
    mayPublish: false,
    url: "https://www.start.umd.edu/gtd/",
  },
};
