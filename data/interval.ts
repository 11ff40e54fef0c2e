/** What a few runs with different seeds say together. */
import jStat from 'jstat';

export interface Interval {
  mean: number;
  low: number;
  high: number;
}

/**
 * The mean of independent runs, and where the mean of many more would lie: Student's t-interval,
 * mean ± t · s / √n.
 * @param level how often such an interval holds it, if runs scatter normally
 * @throws Error for fewer than two values, which tell nothing of their scatter
 */
export function meanWithInterval(values: readonly number[], level = 0.95): Interval {
  const n = values.length;
  if (n < 2) throw new Error(`an interval needs two values at least, and there are ${n}`);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = jStat.studentt.inv((1 + level) / 2, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { mean, low: mean - half, high: mean + half };
}
