import {GEOMETRY_KEYS, isOwnHeader, ROLE_NAMES} from "../../save/header.ts";
import type {Role} from "../../story.ts";
import type {Preset} from "./preset.ts";

const others: Partial<Record<Role, string>> = GEOMETRY_KEYS;

/** A table that was saved here, as CSV or GeoJSON. */
export const dateline: Preset = {
  name: "dateline",
  need: [["start", "end", "date_precision"]],
  fits: isOwnHeader,
  languages: true,
  roles: Object.fromEntries(
    ROLE_NAMES.map(([role, name]) => [role, [name, ...(others[role] === undefined ? [] : [others[role]])]]),
  ),
  reading: {exact: true, dates: {order: "ymd", numbers: "year"}, separator: ";"},
  certainty: {official: "official", media: "media", claim: "claim", disputed: "disputed"},
  facets: [],
};
