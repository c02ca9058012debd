/**
 * What some windows of the shipped data hold, written down from a count made apart from this code:
 * an oracle for whatever counts a window. Both days are inside; a row with a span counts on the day it began.
 */
export interface Expected {
  time: string;
  /** All core rows. */
  events: number;
  /** Core rows that are an attack or an interception. */
  reports: number;
  strikes: number;
  /** The official total last stated by the window's end. */
  total: string | undefined;
  reportsBy: {status: Record<string, number>; country: Record<string, number>; weapon: Record<string, number>};
  eventsBy: {category: Record<string, number>};
}

export const WINDOWS: Expected[] = [
  {
    time: "2023-10-17..2023-12-08",
    events: 111,
    reports: 90,
    strikes: 7,
    total: "84",
    reportsBy: {
      status: {us_official: 51, media_report: 22, claim_only: 15, host_government: 1, disputed: 1},
      country: {SY: 53, IQ: 36, IL: 1},
      weapon: {one_way_drone: 53, rocket: 25, unknown: 7, mixed: 3, ied: 1, ballistic_missile: 1},
    },
    eventsBy: {category: {attack: 77, interception: 13, us_strike: 7, other: 6, statement: 5, advisory: 3}},
  },
  {
    time: "2023-10-17..2024-02-09",
    events: 226,
    reports: 180,
    strikes: 16,
    total: "168",
    reportsBy: {
      status: {us_official: 65, claim_only: 53, media_report: 43, host_government: 13, disputed: 6},
      country: {SY: 103, IQ: 68, IL: 8, JO: 1},
      weapon: {one_way_drone: 109, rocket: 44, unknown: 15, mixed: 6, ballistic_missile: 4, ied: 1, cruise_missile: 1},
    },
    eventsBy: {
      category: {attack: 153, interception: 27, statement: 16, us_strike: 16, other: 10, advisory: 3, is_attack: 1},
    },
  },
  {
    time: "2023-10-17..2023-10-20",
    events: 15,
    reports: 10,
    strikes: 0,
    total: undefined,
    reportsBy: {
      status: {us_official: 7, media_report: 3},
      country: {IQ: 5, SY: 5},
      weapon: {one_way_drone: 5, rocket: 4, unknown: 1},
    },
    eventsBy: {category: {attack: 9, other: 2, advisory: 2, statement: 1, interception: 1}},
  },
  {
    time: "2023-11-24..2023-11-30",
    events: 2,
    reports: 1,
    strikes: 0,
    total: "74",
    reportsBy: {status: {us_official: 1}, country: {SY: 1}, weapon: {rocket: 1}},
    eventsBy: {category: {other: 1, attack: 1}},
  },
  {
    time: "2023-12-10..2023-12-19",
    events: 15,
    reports: 14,
    strikes: 0,
    total: "97",
    reportsBy: {
      status: {claim_only: 10, us_official: 2, media_report: 1, host_government: 1},
      country: {SY: 10, IQ: 3, IL: 1},
      weapon: {one_way_drone: 10, rocket: 3, unknown: 1},
    },
    eventsBy: {category: {attack: 13, statement: 1, interception: 1}},
  },
  {
    time: "2023-12-14..2023-12-14",
    events: 3,
    reports: 2,
    strikes: 0,
    total: "97",
    reportsBy: {
      status: {claim_only: 2},
      country: {SY: 1, IQ: 1},
      weapon: {one_way_drone: 2},
    },
    eventsBy: {category: {attack: 2, statement: 1}},
  },
  {
    time: "2024-01-01..2024-01-31",
    events: 65,
    reports: 50,
    strikes: 4,
    total: "165",
    reportsBy: {
      status: {media_report: 16, claim_only: 16, host_government: 8, us_official: 6, disputed: 4},
      country: {SY: 26, IQ: 21, IL: 2, JO: 1},
      weapon: {one_way_drone: 31, rocket: 9, unknown: 3, mixed: 3, ballistic_missile: 3, cruise_missile: 1},
    },
    eventsBy: {category: {attack: 39, interception: 11, statement: 7, us_strike: 4, other: 3, is_attack: 1}},
  },
  {
    time: "2024-01-28..2024-02-03",
    events: 12,
    reports: 8,
    strikes: 2,
    total: "165",
    reportsBy: {
      status: {claim_only: 3, disputed: 2, us_official: 2, media_report: 1},
      country: {IQ: 3, SY: 3, JO: 1, IL: 1},
      weapon: {one_way_drone: 6, unknown: 2},
    },
    eventsBy: {category: {attack: 8, statement: 2, us_strike: 2}},
  },
];
