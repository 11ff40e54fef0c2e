/** What figures about objectives look up in the datasets: settings of recipes, and the papers behind them. */
import type { objectives } from '@/data/objectives/definition';
import type { quantities } from '@/data/quantities/definition';
import { isKnown } from '@/data/cell';
import type { RowOf } from '@/data/schema';
import { need, type FigureData, type Reading } from './figure';

type Source = Reading['sources'][number];

/**
 * The cell of a single quantity.
 * @throws Error when there is none, or its value is not known
 */
export function quantityIn(data: FigureData, id: string) {
  const rows = need<RowOf<typeof quantities>>(data, 'quantities').rows;
  const cell = rows.find((row) => row.id === id)?.quantity;
  if (!cell || !isKnown(cell)) throw new Error(`the figure needs the quantity "${id}"`);
  return cell;
}

/** Where a single quantity is from. */
export function quantitySource(data: FigureData, id: string): Source {
  const { source, locator } = quantityIn(data, id);
  return { id: source, locator };
}

/**
 * The paper behind an objective.
 * @throws Error when there is no such objective
 */
export function objectiveSource(data: FigureData, id: string): Source {
  const rows = need<RowOf<typeof objectives>>(data, 'objectives').rows;
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Error(`the figure needs the objective "${id}"`);
  return { id: row.source, locator: `as our table of objectives has it under “${row.name}”` };
}
