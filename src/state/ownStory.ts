/** Where the story stands that comes with Dateline, from the page. */
export const OWN_STORY = "data/story.json";
