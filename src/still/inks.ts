/** The light theme, written into the drawings, so that they are right where there is no stylesheet; `still.css` gives the dark one for each. */
const LIGHT = {
  paper: "#f8f5ee",
  land: "#fffefb",
  neighbour: "#f3efe6",
  water: "#dde6e8",
  border: "#9c968b",
  region: "#e6e0d5",
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
/** Colours by the names of the theme. */
export type Inks = Readonly<Record<Ink, string>>;

/** The dark theme, for pictures that are taken away. */
const DARK: Inks = {
  paper: "#15171b",
  land: "#23282f",
  neighbour: "#181b20",
  water: "#0d0f12",
  border: "#69717b",
  region: "#323941",
  river: "#34505f",
  ink: "#efeae0",
  ink2: "#c4beb2",
  muted: "#9a9388",
  ctl: "#79736a",
  rule: "#33373d",
  fut: "#575b61",
  "fut-light": "#35393f",
  attack: "#ff7f61",
  "attack-light": "#9c4f3f",
  strike: "#86bfea",
  "strike-light": "#3e5d75",
};

/** The colours of a theme, with those that a brand changes of it. */
export const inksOf = (dark: boolean, brand: Readonly<Record<string, string>> = {}): Inks => {
  const theme = dark ? DARK : LIGHT;
  const own = Object.entries(brand).filter(([name]) => Object.hasOwn(theme, name));
  return {...theme, ...Object.fromEntries(own)};
};

/** A colour of the theme, by the name of its custom property, as an attribute of a drawing. */
export const ink = (name: Ink): string => LIGHT[name];
