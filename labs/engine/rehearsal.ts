/**
 * Rehearsal: among the new, something of the old (Robins 1995). A batch stays as large as it was, so
 * every row of the old takes the place of one of the new.
 */
import type { Random } from '@/lib/seeded';
import { causalBatch, type Batch, type BatchShape } from './objectives';

/**
 * How many rows of a batch are old: whole rows, spread so that the share holds over many steps.
 * @param share from 0 to 1
 * @param step from 1
 */
export const oldRows = (share: number, rows: number, step: number): number =>
  Math.floor(share * rows * step + 1e-9) - Math.floor(share * rows * (step - 1) + 1e-9);

/** A batch of the new text whose last rows are of the old one; the first rows are as without them. */
export function mixedBatch(
  text: { old: ArrayLike<number>; new: ArrayLike<number> },
  shape: BatchShape,
  rows: number,
  random: { old: Random; new: Random },
): Batch {
  const batch = causalBatch(text.new, shape, random.new);
  if (rows === 0) return batch;
  const old = causalBatch(text.old, { ...shape, batch: rows }, random.old);
  const from = (shape.batch - rows) * shape.length;
  batch.tokens.set(old.tokens, from);
  batch.targets.set(old.targets, from);
  return batch;
}
