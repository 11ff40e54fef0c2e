/** How well a dataset, or a row of it, is backed by what somebody has read. */
import { isKnown, type KnownCell } from '@/data/cell';
import type { AnyRow, Cell, DatasetDefinition } from '@/data/schema';

export interface Evidence {
  /** Sourced cells that hold a value. */
  values: number;
  /** Read in the work itself. */
  primary: number;
  /** Read in another work that names it. */
  secondary: number;
  /** Kept in the data, left off the pages. */
  unseen: number;
  estimated: number;
  derived: number;
  /** Found by running a program, not read. */
  measured: number;
  /** Sourced cells without a value, each with its reason. */
  missing: number;
  rows: number;
  /** Rows that a second reader has held against their sources. */
  reviewed: number;
}

const sourcedCells = (definition: DatasetDefinition, row: AnyRow): Cell<unknown>[] =>
  definition.columns
    .filter((column) => column.sourced)
    .map((column) => row[column.key] as Cell<unknown> | undefined)
    .filter((cell) => cell !== undefined);

const knownCells = (definition: DatasetDefinition, row: AnyRow): KnownCell<unknown>[] =>
  sourcedCells(definition, row).filter(isKnown);

/** Counts over a whole dataset. */
export function evidenceOf(definition: DatasetDefinition, rows: readonly AnyRow[]): Evidence {
  const cells = rows.flatMap((row) => sourcedCells(definition, row));
  const known = cells.filter(isKnown);
  const count = (test: (cell: KnownCell<unknown>) => boolean) => known.filter(test).length;
  return {
    values: known.length,
    primary: count((cell) => cell.seen === 'primary'),
    secondary: count((cell) => cell.seen === 'secondary'),
    unseen: count((cell) => cell.seen === 'unseen'),
    estimated: count((cell) => cell.status === 'estimated'),
    derived: count((cell) => cell.status === 'derived'),
    measured: count((cell) => cell.status === 'measured'),
    missing: cells.length - known.length,
    rows: rows.length,
    reviewed: rows.filter((row) => row.reviewed).length,
  };
}

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/**
 * High: every value was read in the work itself. Medium: some were read in
 * another work, or are estimates. Low: some were not seen at all. A row that no
 * second reader has held against its sources is one step lower.
 */
export function confidenceOf(definition: DatasetDefinition, row: AnyRow): Confidence {
  const cells = knownCells(definition, row);
  if (cells.some((cell) => cell.seen === 'unseen')) return 'low';
  const isSecondHand = cells.some(
    (cell) => cell.seen === 'secondary' || cell.status === 'estimated',
  );
  const level = Number(isSecondHand) + Number(row.reviewed === undefined);
  return CONFIDENCES[level]!;
}
