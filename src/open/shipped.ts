/** The story that comes with Dateline, in small: rows of its tables, and its reports of attacks week by week from 17 October 2023. */
export const SHIPPED_STORY = {
  events: 232,
  sources: 275,
  weeks: [16, 8, 18, 19, 10, 8, 5, 8, 12, 5, 19, 19, 7, 7, 13, 6],
};
