/** The light theme, written into the drawings, so that they are right where there is no stylesheet; `still.css` gives the dark one for each. */
const LIGHT = {
  paper: "#f8f5ee",
  land: "#fffefb",
  neighbour: "#f3efe6",
  water: "#dde6e8",
  border: "#9c968b",
  river: "#b9cdd4",
  ink: "#1c1a17",
  ink2: "#4f4b45",
  muted: "#6b665e",
  ctl: "#8b857a",
  rule: "#dcd6c9",
  fut: "#b9b2a5",
  "fut-light": "#ddd7cb",
  attack: "#b8331b",
  "attack-light": "#e0998a",
  strike: "#22608f",
  "strike-light": "#a9c3d6",
} as const;

export type Ink = keyof typeof LIGHT;

/** A colour of the theme, by the name of its custom property, as an attribute of a drawing. */
export const ink = (name: Ink): string => LIGHT[name];

/** Px to a tenth. */
export const px = (value: number): number => Math.round(value * 10) / 10;
