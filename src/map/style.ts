import type {ExpressionSpecification, LineLayerSpecification, StyleSpecification} from "./maplibre.ts";

export interface BasemapTheme {
  paper: string;
  land: string;
  neighbour: string;
  water: string;
  border: string;
  region: string;
  river: string;
}

export const BASEMAP_THEMES: Record<"light" | "dark", BasemapTheme> = {
  light: {
    paper: "#F8F5EE",
    land: "#FFFEFB",
    neighbour: "#F3EFE6",
    water: "#DDE6E8",
    border: "#9C968B",
    region: "#E6E0D5",
    river: "#B9CDD4",
  },
  dark: {
    paper: "#15171B",
    land: "#23282F",
    neighbour: "#181B20",
    water: "#0D0F12",
    border: "#69717B",
    region: "#323941",
    river: "#34505F",
  },
};

export const DASH = [3, 2.2];
export const HALO_OPACITY = 0.13;
/** Line widths in pixels at zoom 3 and below, and at zoom 7 and above. */
export const WIDTHS = {
  region: [0.5, 1],
  river: [0.5, 1.1],
  halo: [3, 6.5],
  border: [0.6, 1.2],
  disputed: [0.6, 1.1],
} as const;
/** Opacity of lines outside the focus countries. */
export const FAINT = {border: 0.5, region: 0.85};

/** What MapLibre makes of a width, for the map drawn without it. */
export function widthAt(zoom: number, [low, high]: readonly [number, number]): number {
  return low + (high - low) * Math.min(Math.max((zoom - 3) / 4, 0), 1);
}

/** The style of the vector basemap: fills and lines only, since every label is drawn over it. */
export function basemapStyle(theme: BasemapTheme, focus: string[], sourceUrl: string): StyleSpecification {
  const among = (side: "a" | "b"): ExpressionSpecification => ["in", ["get", side], ["literal", focus]];
  const everywhere = !focus.length;
  const lit: ExpressionSpecification = everywhere ? ["literal", true] : ["any", among("a"), among("b")];
  const kind = (name: string): ExpressionSpecification => ["==", ["get", "kind"], name];
  const where = (faint: number): ExpressionSpecification => ["case", lit, 1, faint];
  const line = (id: string, layer: string, paint: LineLayerSpecification["paint"], filter?: ExpressionSpecification) =>
    ({
      id,
      type: "line",
      source: "world",
      "source-layer": layer,
      layout: {"line-join": "round", "line-cap": "round"},
      paint,
      ...(filter && {filter}),
    }) satisfies LineLayerSpecification;
  const byZoom = ([low, high]: readonly [number, number]): ExpressionSpecification => [
    "interpolate",
    ["linear"],
    ["zoom"],
    3,
    low,
    7,
    high,
  ];
  return {
    version: 8,
    sources: {world: {type: "vector", url: sourceUrl}},
    layers: [
      {id: "water", type: "background", paint: {"background-color": theme.water}},
      {
        id: "country",
        type: "fill",
        source: "world",
        "source-layer": "country",
        paint: {
          "fill-color": everywhere
            ? theme.land
            : ["case", ["in", ["get", "iso"], ["literal", focus]], theme.land, theme.neighbour],
        },
      },
      {
        ...line(
          "region",
          "boundary",
          {"line-color": theme.region, "line-width": byZoom(WIDTHS.region), "line-opacity": where(FAINT.region)},
          kind("region"),
        ),
        minzoom: 4,
      },
      line("river", "river", {"line-color": theme.river, "line-width": byZoom(WIDTHS.river), "line-opacity": 0.9}),
      {id: "lake", type: "fill", source: "world", "source-layer": "lake", paint: {"fill-color": theme.water}},
      line(
        "halo",
        "boundary",
        {"line-color": theme.border, "line-width": byZoom(WIDTHS.halo), "line-opacity": HALO_OPACITY},
        everywhere ? ["literal", false] : ["all", kind("country"), lit],
      ),
      line(
        "border",
        "boundary",
        {"line-color": theme.border, "line-width": byZoom(WIDTHS.border), "line-opacity": where(FAINT.border)},
        kind("country"),
      ),
      {
        ...line(
          "disputed",
          "boundary",
          {
            "line-color": theme.border,
            "line-width": byZoom(WIDTHS.disputed),
            "line-opacity": where(FAINT.border),
            "line-dasharray": DASH,
          },
          kind("disputed"),
        ),
        layout: {"line-join": "round", "line-cap": "butt"},
      },
    ],
  };
}
