import {pluralOf} from "../plural.ts";

const plural = pluralOf("en");

export const map = {
  stage: "Map. The arrow keys move it, plus and minus zoom, 0 goes back to the first view.",
  places: (n: string, count: number) => `${n} ${plural({one: "place", other: "places"})(count)} on the map`,
  place: (name: string, facts: string[]) => `${name}: ${facts.join(", ")}`,
  certainty: {
    official: (n: string, _count: number) => `${n} confirmed`,
    media: (n: string, _count: number) => `${n} reported by media`,
    claim: (n: string, _count: number) => `${n} claim only`,
    disputed: (n: string, _count: number) => `${n} disputed`,
  },
  district: "known to the district only",
  province: "known to the province only",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  reset: "Back to the first view",
  legend: {
    title: "Key to the map",
    atPlace: (label: string) => `${label} at a place`,
    each: {
      week: (label: string) => `${label} a week`,
      month: (label: string) => `${label} a month`,
      year: (label: string) => `${label} a year`,
      decade: (label: string) => `${label} a decade`,
      century: (label: string) => `${label} a century`,
    },
    coarse: "district or province only",
  },
  unplaced: (n: string) => `No exact place: ${n}`,
  beyond: {
    north: (n: string) => `North of this view: ${n}`,
    south: (n: string) => `South of this view: ${n}`,
    east: (n: string) => `East of this view: ${n}`,
    west: (n: string) => `West of this view: ${n}`,
  },
  outside: (n: string) => `Outside this view: ${n}`,
  showAll: "Show all places",
  choose: "Which place?",
  gestures: {
    windows: "Hold Ctrl and scroll to zoom the map",
    mac: "Hold ⌘ and scroll to zoom the map",
    mobile: "Move the map with two fingers",
  },
};
