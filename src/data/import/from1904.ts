import type {DateStyle, Reading} from "../reading.ts";
import type {RoleReading, Understanding} from "../understand/understanding.ts";

type Dates = Partial<DateStyle> | undefined;

/** How a table of a workbook that counts its days since 1904 is read: numbers that pass for days since 1900 are such, unless somebody chose. */
export function countedFrom1904(understood: Understanding, chosen: Reading): Understanding {
  const {reading, roles} = understood;
  const turns = (found: Dates, told: Dates): boolean => found?.numbers === "days1900" && told?.numbers === undefined;
  const start = turns(reading.dates, chosen.dates);
  const end = turns(reading.endDates, chosen.endDates);
  if (!start && !end) return understood;
  const later: Reading = {
    ...reading,
    ...(start ? {dates: {...reading.dates, numbers: "days1904"}} : {}),
    ...(end ? {endDates: {...reading.endDates, numbers: "days1904"}} : {}),
  };
  return {
    ...understood,
    reading: later,
    story: {...understood.story, reading: later as Record<string, unknown>},
    roles: {
      ...roles,
      ...(start && roles.start !== undefined ? {start: since1904(roles.start)} : {}),
      ...(end && roles.end !== undefined ? {end: since1904(roles.end)} : {}),
    },
    assumptions: understood.assumptions.map((each) =>
      start && each.code === "date-numbers" ? {...each, numbers: "days1904"} : each,
    ),
  };
}

const since1904 = (role: RoleReading): RoleReading =>
  role.readAs.code === "date-numbers" ? {...role, readAs: {...role.readAs, numbers: "days1904"}} : role;
