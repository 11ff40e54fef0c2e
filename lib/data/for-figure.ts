/** What a figure gets of the datasets: whole ones, or the rows that its spec names. */
import { dataset, type DatasetId } from '@/data';
import type { AnyDataset } from '@/data/schema';
import type { FigureSeries, FigureSpec } from '../figure';
import { datasetFile, figureRowsFile } from '../site';

type Needs = Pick<FigureSpec<FigureSeries>, 'id' | 'datasets' | 'rows'>;

/** @throws Error when the spec names a row that the dataset does not have */
export function datasetFor({ id, rows: wanted }: Needs, datasetId: DatasetId): AnyDataset {
  const whole = dataset(datasetId);
  const ids = wanted?.[datasetId];
  if (!ids) return whole;
  const rows = whole.rows.filter((row) => ids.includes(row.id));
  const missing = ids.find((one) => !rows.some((row) => row.id === one));
  if (missing) throw new Error(`figure "${id}": no row "${missing}" in ${datasetId}`);
  return { ...whole, rows };
}

/** Where the page finds each dataset of a figure, by dataset. */
export const dataPathsFor = (needs: Needs): Readonly<Record<string, string>> =>
  Object.fromEntries(
    needs.datasets.map((id) => [
      id,
      needs.rows?.[id] ? figureRowsFile(needs.id, id) : datasetFile(id),
    ]),
  );
