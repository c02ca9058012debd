export const takeaway = {
  title: "خذه معك",
  tabs: {picture: "صورة", video: "فيديو", file: "ملف واحد", handout: "ملخص"},
  present: "عرض",
  presentTitle: "عرض فصلًا بعد فصل (Shift+P)",
  chapters: "الفصول",
  chaptersTitle: "الفصول: مشاهد محضّرة، واحد لكل خطوة (C)",
  entry: "خذه معك: صورة أو فيديو أو ملف…",
};
