/** A cell of any dataset as text for a table. */
import { isKnown } from '@/data/cell';
import type { AnyRow, Cell, Column } from '@/data/schema';
import { formatMonth, formatNumber, formatQuantity } from '@/lib/format';

export interface DisplayCell {
  text: string;
  /** For sorting: numbers and dates in their natural order, last when unknown. */
  sort: number | string | null;
  /** Where the value is from, when the cell says so itself. */
  cell?: Exclude<Cell<unknown>, { value: null }>;
  /** Why there is no value. */
  missing?: string;
}

function valueText(value: unknown, column: Column, unit?: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    if (column.type === 'year') return String(value);
    return unit === 'percent' || !unit
      ? formatNumber(value)
      : formatQuantity(value, unit, 'compact');
  }
  const text = String(value);
  if (column.type === 'year-month') return formatMonth(text);
  return column.options?.[text] ?? text;
}

export function displayCell(row: AnyRow, column: Column): DisplayCell {
  const raw = row[column.key];
  if (!column.sourced) {
    if (raw === undefined) return { text: '–', sort: null };
    return {
      text: valueText(raw, column),
      sort: typeof raw === 'number' ? raw : valueText(raw, column),
    };
  }
  const cell = raw as Cell<unknown> | undefined;
  if (!isKnown(cell)) return { text: '–', sort: null, missing: cell?.note };
  const sort =
    typeof cell.value === 'boolean' ? Number(cell.value) : (cell.value as number | string);
  return { text: valueText(cell.value, column, cell.unit), sort, cell };
}

/** "percent" is shown as %, a count's own name is left to the column's label. */
export const unitLabel = (column: Column): string | undefined =>
  column.type === 'number' && column.unit && column.unit !== '*'
    ? column.unit === 'percent'
      ? '%'
      : column.unit
    : undefined;
