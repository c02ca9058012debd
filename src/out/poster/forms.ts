/** Names of the shapes that a picture comes in. */
export const FORM_NAMES = ["square", "portrait", "story", "wide", "landscape", "upright"] as const;
export type FormName = (typeof FORM_NAMES)[number];

/** A shape of picture, in px of the drawing at one dot to a px. */
export interface Form {
  readonly name: FormName;
  readonly width: number;
  readonly height: number;
  /** The sheet of paper that it fills, in mm; null for a screen. */
  readonly paper: {readonly width: number; readonly height: number} | null;
  /** Px to a unit: the smallest type is 11 units, and is to be read at the size at which the picture will be seen. */
  readonly scale: number;
  /** Texts beside the map, or over it. */
  readonly arrangement: "beside" | "over";
  /** Air at the top, the sides and the bottom, in units. */
  readonly air: {readonly top: number; readonly side: number; readonly bottom: number};
  readonly title: number;
  /** The numbers with all that is known of how sure they are, where no chapter is told. */
  readonly long: boolean;
  /** Width of the texts beside the map, and of what stands beside the timeline; 0 for nothing there. */
  readonly column: number;
  readonly gutter: number;
  readonly timeline: number;
  /** Lines of sources at most. */
  readonly sources: number;
}

/** 1:1, 4:5, 9:16, 16:9, and a sheet of A4 lying and standing. */
export const FORMS: Readonly<Record<FormName, Form>> = {
  square: {
    name: "square",
    width: 1080,
    height: 1080,
    paper: null,
    scale: 1.9,
    arrangement: "beside",
    air: {top: 18, side: 20, bottom: 12},
    title: 25,
    long: false,
    column: 224,
    gutter: 0,
    timeline: 150,
    sources: 1,
  },
  portrait: {
    name: "portrait",
    width: 1080,
    height: 1350,
    paper: null,
    scale: 2,
    arrangement: "over",
    air: {top: 18, side: 20, bottom: 14},
    title: 27,
    long: false,
    column: 0,
    gutter: 0,
    timeline: 152,
    sources: 2,
  },
  story: {
    name: "story",
    width: 1080,
    height: 1920,
    paper: null,
    scale: 2.4,
    arrangement: "over",
    // Telephones lay their own buttons over both ends.
    air: {top: 46, side: 18, bottom: 50},
    title: 28,
    long: false,
    column: 0,
    gutter: 0,
    timeline: 166,
    sources: 2,
  },
  wide: {
    name: "wide",
    width: 1920,
    height: 1080,
    paper: null,
    scale: 1.7,
    arrangement: "beside",
    air: {top: 28, side: 36, bottom: 14},
    title: 33,
    long: true,
    column: 330,
    gutter: 244,
    timeline: 168,
    sources: 1,
  },
  landscape: {
    name: "landscape",
    width: 1587,
    height: 1122,
    paper: {width: 297, height: 210},
    scale: 1.32,
    arrangement: "beside",
    air: {top: 40, side: 44, bottom: 34},
    title: 34,
    long: true,
    column: 340,
    gutter: 250,
    timeline: 214,
    sources: 3,
  },
  upright: {
    name: "upright",
    width: 1122,
    height: 1587,
    paper: {width: 210, height: 297},
    scale: 1.36,
    arrangement: "over",
    air: {top: 40, side: 44, bottom: 36},
    title: 38,
    long: true,
    column: 0,
    gutter: 0,
    timeline: 220,
    sources: 4,
  },
};
