/** Rows of the recorded runs as the figure reads them. */
import { isKnown } from '@/data/cell';
import type { forgetRuns } from '@/data/forget-runs/definition';
import type { Cell, RowOf } from '@/data/schema';

export type Row = RowOf<typeof forgetRuns>;

export const numberIn = (cell: Cell<number>): number => (isKnown(cell) ? cell.value : NaN);
export const stepOf = (row: Row): number => numberIn(row.step);
export const isBefore = (row: Row): boolean => stepOf(row) === 0;

/** The last row of every way to learn. */
export const lastOf = (rows: readonly Row[]): Row[] =>
  rows.filter((row, i) => !isBefore(row) && rows[i + 1]?.name !== row.name);
