/** Few numbers in one. */

/** @returns 0 of no numbers; the higher of the two in the middle of an even count */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** @returns 0 of no numbers */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
