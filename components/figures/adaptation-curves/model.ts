/** Runs of the lab `adapt` as points, and what they say of each other. */
import type { adaptationRuns } from '@/data/adaptation-runs/definition';
import { isKnown } from '@/data/cell';
import type { Cell, RowOf } from '@/data/schema';

export type Row = RowOf<typeof adaptationRuns>;

/** Trained on nothing: it reads as many examples as its context holds. */
export const UNTRAINED = 'in-context';

/** Names of the ways by id. */
export type Labels = Readonly<Record<string, string>>;

/** What a way to adapt came to with a number of examples. */
export interface Point {
  row: Row;
  examples: number;
  /** Accuracy in percent: the mean over seeds, and the ends of its interval. */
  mean: number;
  low: number;
  high: number;
}

export const valueOf = (cell: Cell<number>): number | undefined =>
  isKnown(cell) ? cell.value : undefined;

/** A row whose accuracy is not known is no point. */
export function toPoint(row: Row): Point[] {
  const numbers = [row.examples, row.accuracy, row.accuracy_low, row.accuracy_high].map(valueOf);
  if (numbers.some((value) => value === undefined)) return [];
  const [examples, mean, low, high] = numbers as [number, number, number, number];
  return [{ row, examples, mean, low: Math.max(0, low), high: Math.min(100, high) }];
}

export const citedBy = ({ accuracy }: Row) =>
  isKnown(accuracy) ? [{ id: accuracy.source, locator: accuracy.locator }] : [];

export const isApart = (a: Point, b: Point): boolean => a.low > b.high || b.low > a.high;

/**
 * With how many examples a curve reaches an accuracy, read off between its points along the
 * logarithm of examples; none where it does not, or is there from the start.
 * @param curve points of one way, by number of examples
 */
export function examplesFor(curve: readonly Point[], accuracy: number): number | undefined {
  for (const [i, to] of curve.entries()) {
    const from = curve[i - 1];
    if (!from || to.mean < accuracy) continue;
    if (from.mean >= accuracy) return undefined;
    const share = (accuracy - from.mean) / (to.mean - from.mean);
    return from.examples * (to.examples / from.examples) ** share;
  }
  return undefined;
}
