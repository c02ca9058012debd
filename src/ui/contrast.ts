import {lab, rgb} from "d3";

type Triple = readonly [number, number, number];

const linear = (part: number): number => {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const gamma = (share: number): number =>
  255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * Math.max(0, share) ** (1 / 2.4) - 0.055);

function lightOf(colour: string): Triple {
  const {r, g, b} = rgb(colour);
  return [linear(r), linear(g), linear(b)];
}

/** Relative luminance of a colour as WCAG has it, 0 to 1. */
export function luminance(colour: string): number {
  const [r, g, b] = lightOf(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours as WCAG has it, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** What is left of linear light where one kind of cone is missing: Machado, Oliveira and Fernandes 2009, severity 1. */
const SIGHTS: readonly (readonly [Triple, Triple, Triple])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

/** A sight that one in ten thousand has asks for half of what the others do. */
const WEIGHTS = [1, 1, 1, 2];

/** How far apart two colours are in CIELAB for the sight that tells them apart least: with all cones, or without one kind. */
export function apartness(a: string, b: string): number {
  const [one, other] = [lightOf(a), lightOf(b)];
  const seen = (light: Triple, sight: readonly Triple[]) => {
    const [r, g, b] = sight.map((row) => gamma(row[0] * light[0] + row[1] * light[1] + row[2] * light[2]));
    return lab(rgb(r!, g!, b!).clamp());
  };
  return Math.min(
    ...SIGHTS.map((sight, i) => {
      const [x, y] = [seen(one, sight), seen(other, sight)];
      return WEIGHTS[i]! * Math.hypot(x.l - y.l, x.a - y.a, x.b - y.b);
    }),
  );
}
