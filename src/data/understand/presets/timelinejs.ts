import type {Preset, Split} from "./preset.ts";

const split = (before: string): Split => [
  [`${before}year`, "year"],
  [`${before}month`, "month"],
  [`${before}day`, "day"],
  [`${before}time`, "time"],
  [`${before}hour`, "hour"],
  [`${before}minute`, "minute"],
];

/** Knight Lab's TimelineJS: the sheet, whose row of type "title" is a slide without a date and no event. */
export const timelineSheet: Preset = {
  name: "timelinejs-sheet",
  need: [
    ["year", "headline", "media"],
    ["year", "headline", "end_year"],
    ["year", "headline", "display_date"],
  ],
  roles: {
    start: [split("")],
    end: [split("end_")],
    lat: ["latitude", "lat"],
    lon: ["longitude", "lon", "lng"],
    place: ["location", "place"],
    title: ["headline"],
    summary: ["text"],
    category: ["group", "tag"],
    sources: ["media_credit"],
    link: ["media"],
    notes: ["media_caption"],
  },
  reading: {dates: {order: "mdy", numbers: "year"}},
  facets: ["group", "tag", "type"],
  aside: (at) => (at("type").toLowerCase() === "title" ? "title-row" : null),
};

/** The same as JSON, flattened. */
export const timelineJson: Preset = {
  name: "timelinejs",
  need: [
    ["start_date_year", "text_headline"],
    ["start_date_year", "text_text"],
    ["start_date_year", "media_url"],
  ],
  roles: {
    id: ["unique_id"],
    start: [split("start_date_")],
    end: [split("end_date_")],
    lat: ["location_lat"],
    lon: ["location_lon", "location_lng"],
    place: ["location_name"],
    title: ["text_headline"],
    summary: ["text_text"],
    category: ["group"],
    sources: ["media_credit"],
    link: ["media_link", "media_url"],
    notes: ["media_caption"],
  },
  reading: {dates: {order: "mdy", numbers: "year"}},
  facets: ["group"],
};
