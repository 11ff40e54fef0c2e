import { CellsTable } from '@/components/data/cells-table';
import { dataset, type DatasetId } from '@/data';
import type { AnyRow, Column } from '@/data/schema';
import { idList } from '@/lib/mdx/vocabulary';
import { datasetPath, href } from '@/lib/site';

interface Props {
  dataset: DatasetId;
  /** Row ids in order, comma-separated; all rows when left out. */
  rows?: string;
  columns: string;
  caption: string;
}

/** Rows of a dataset in the text. Every value links to its source. */
export function DataTable({ dataset: id, rows: wanted, columns: keys, caption }: Props) {
  const { definition, rows: all } = dataset(id);
  const rowsById = new Map((all as readonly AnyRow[]).map((row) => [row.id, row]));
  const rows = wanted
    ? idList(wanted).map((rowId) => rowsById.get(rowId)!)
    : [...rowsById.values()];
  const columns = idList(keys).map((key) =>
    (definition.columns as readonly Column[]).find((c) => c.key === key)!,
  );
  return (
    <figure className="data-table">
      <figcaption>
        {caption} <a href={href(datasetPath(id))}>All of the dataset</a>
      </figcaption>
      <CellsTable columns={columns} rows={rows} label={caption} />
    </figure>
  );
}
