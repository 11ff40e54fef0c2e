/** Which patches are hidden, and which of them have no shown patch beside them. */
import { shuffled, type Random } from '@/lib/seeded';

/** 224 pixels a side in patches of 16, as in the paper’s models. */
export const SIDE = 14;
export const PATCHES = SIDE * SIDE;

/** MAE’s code keeps a whole number of patches, rounded down, and hides the others. */
export const hiddenCount = (percent: number): number =>
  PATCHES - Math.floor((PATCHES * (100 - percent)) / 100 + 1e-9);

/** All patches in a random order; the first so many are hidden, so that a larger share adds to a smaller one. */
export const hidingOrder = (random: Random): number[] =>
  shuffled(
    random,
    Array.from({ length: PATCHES }, (_, i) => i),
  );

/** Left, right, above and below, where there is a patch. */
export function besides(patch: number): number[] {
  const column = patch % SIDE;
  return [
    ...(column > 0 ? [patch - 1] : []),
    ...(column < SIDE - 1 ? [patch + 1] : []),
    ...(patch >= SIDE ? [patch - SIDE] : []),
    ...(patch < PATCHES - SIDE ? [patch + SIDE] : []),
  ];
}

/** Hidden patches with nothing shown beside them: there, no neighbour can be copied. */
export const aloneAmong = (hidden: ReadonlySet<number>): Set<number> =>
  new Set([...hidden].filter((patch) => besides(patch).every((other) => hidden.has(other))));
