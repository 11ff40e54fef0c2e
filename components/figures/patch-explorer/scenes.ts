/** Three small pictures, drawn by formulas: a colour for every point of the unit square. */

/** One of the seven chart colours, or none, laid on the paper this thickly. */
export interface Paint {
  /** 0 to 6; −1 is grey. */
  hue: number;
  /** 0 to 1. */
  tone: number;
}

export const HUES = 7;
const GREY = -1;
type Scene = { name: string; at: (u: number, v: number) => Paint };

const paint = (hue: number, tone: number): Paint => ({ hue, tone });
const within = (value: number, low: number, high: number) => value >= low && value < high;
const near = (u: number, v: number, x: number, y: number) => Math.hypot(u - x, v - y);

/** A house by a lake, under hills and a low sun. */
function lake(u: number, v: number): Paint {
  if (v > 0.8) return paint(0, Math.floor(v * 28) % 2 === 0 ? 0.75 : 0.55);
  if (within(u, 0.21, 0.43) && within(v, 0.57, 0.8)) {
    return within(u, 0.28, 0.36) && v > 0.64 ? paint(3, 0.9) : paint(5, 0.45);
  }
  if (v > 0.4 && v < 0.57 && Math.abs(u - 0.32) < (v - 0.36) * 0.8) return paint(3, 0.8);
  if (v > 0.6 + 0.06 * Math.sin(u * 9)) return paint(2, 0.8);
  if (v > 0.44 + 0.14 * Math.sin(u * 5 + 1.6)) return paint(4, 0.55);
  if (near(u, v, 0.75, 0.2) < 0.13) return paint(1, 0.95);
  return paint(6, 0.5 - 0.5 * v);
}

/** A boat with two sails. */
function boat(u: number, v: number): Paint {
  if (within(v, 0.58, 0.72) && within(u, 0.16 + (v - 0.58), 0.86 - (v - 0.58))) {
    return paint(1, 0.9);
  }
  if (v > 0.66) return paint(0, Math.floor(v * 28 + u * 4) % 2 === 0 ? 0.85 : 0.65);
  if (within(u, 0.48, 0.52) && within(v, 0.1, 0.58)) return paint(5, 0.9);
  if (within(v, 0.14, 0.54) && within(u, 0.52, 0.52 + (v - 0.1) * 0.6)) return paint(3, 0.75);
  if (within(v, 0.2, 0.54) && within(u, 0.48 - (v - 0.16) * 0.7, 0.48)) return paint(4, 0.6);
  return paint(0, 0.14 + 0.12 * v);
}

/** A flower in a meadow. */
function flower(u: number, v: number): Paint {
  const distance = near(u, v, 0.5, 0.38);
  const petals = 0.25 + 0.06 * Math.cos(6 * Math.atan2(v - 0.38, u - 0.5));
  if (distance < 0.1) return paint(1, 0.95);
  if (distance < petals) return paint(3, distance < 0.18 ? 0.6 : 0.85);
  if (within(u, 0.46, 0.54) && v > 0.5) return paint(2, 0.95);
  if (near(u, v, 0.66, 0.76) < 0.1) return paint(2, 0.8);
  if (v > 0.86) return paint(5, 0.8);
  return paint(5, 0.2 + 0.25 * v);
}

export const SCENES: readonly Scene[] = [
  { name: 'the lake', at: lake },
  { name: 'the boat', at: boat },
  { name: 'the flower', at: flower },
];

const rounded = ({ hue, tone }: Paint): Paint => ({ hue, tone: Math.round(tone * 20) / 20 });

/** A rectangle of a picture, in shares of its sides. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}
export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** A crop of a picture as a square of cells, row by row. */
export function cellsOf(scene: Scene, crop: Crop, side: number): Paint[] {
  return Array.from({ length: side * side }, (_, i) =>
    rounded(
      scene.at(
        crop.x + (((i % side) + 0.5) / side) * crop.width,
        crop.y + ((Math.floor(i / side) + 0.5) / side) * crop.height,
      ),
    ),
  );
}

/** What happens to the colours of a view. */
export type Recolour = { kind: 'as-is' } | { kind: 'shift'; by: number } | { kind: 'grey' };

export function recoloured(cells: readonly Paint[], how: Recolour): Paint[] {
  if (how.kind === 'as-is') return [...cells];
  return cells.map(({ hue, tone }) =>
    how.kind === 'grey' ? { hue: GREY, tone } : { hue: (hue + how.by) % HUES, tone },
  );
}

/** How much of a picture each colour covers, thick or thin; the last is grey. Adds up to 1. */
export function paletteOf(cells: readonly Paint[]): number[] {
  const shares = Array.from({ length: HUES + 1 }, () => 0);
  for (const { hue } of cells) shares[hue === GREY ? HUES : hue]! += 1 / cells.length;
  return shares;
}

/** What two palettes have in common, from 0 to 1: the sum of the smaller shares (histogram intersection). */
export const inCommon = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, share, i) => sum + Math.min(share, b[i]!), 0);
