export const takeaway = {
  title: "Take it away",
  tabs: {picture: "Picture", video: "Video", file: "One file", handout: "Handout"},
  present: "Present",
  presentTitle: "Present, chapter by chapter (Shift+P)",
  chapters: "Chapters",
  chaptersTitle: "Chapters: prepared views, one a step (C)",
  entry: "Take it away: picture, video, file…",
};
