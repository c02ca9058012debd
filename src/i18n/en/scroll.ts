export const scroll = {
  none: "This story has no chapters yet. This is the whole of it, to be explored.",
  start: "Scroll, and time goes on",
  stage: "Map and timeline, which follow the text",
  chapter: (step: string, count: string) => `${step} of ${count}`,
  link: "Link to this chapter",
  endTitle: "Explore it yourself",
  end: "Every event behind this story, with its sources: move the playhead, filter, look places up.",
  explore: "Explore the map and the timeline",
};
