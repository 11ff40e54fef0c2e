/** Addresses of single values: `models.alexnet.parameters`, `quantities.runner-up`. */
import { dataset, isDatasetId, type DatasetId } from '@/data';
import { isKnown, type KnownCell } from '@/data/cell';
import type { AnyRow, Cell, Column } from '@/data/schema';

export interface FoundValue {
  dataset: DatasetId;
  row: AnyRow;
  column: Column;
  cell: KnownCell<number | string | boolean>;
}

/**
 * Finds a sourced value by its address.
 * @param address `<dataset>.<row>.<column>`; the column of `quantities` may be left out
 * @throws Error saying which part does not exist
 */
export function findValue(address: string): FoundValue {
  const [datasetId = '', rowId = '', columnKey = 'quantity'] = address.split('.');
  if (!isDatasetId(datasetId)) throw new Error(`no dataset "${datasetId}"`);
  const { definition, rows } = dataset(datasetId);
  const row = (rows as readonly AnyRow[]).find((r) => r.id === rowId);
  if (!row) throw new Error(`no row "${rowId}" in the dataset "${datasetId}"`);
  const column = (definition.columns as readonly Column[]).find((c) => c.key === columnKey);
  if (!column?.sourced) throw new Error(`no sourced column "${columnKey}" in "${datasetId}"`);
  const cell = row[columnKey] as Cell<number | string | boolean> | undefined;
  if (!isKnown(cell)) throw new Error(`"${address}" has no value that was seen in a source`);
  return { dataset: datasetId, row, column, cell };
}
