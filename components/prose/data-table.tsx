import { DatasetCell } from '@/components/data/dataset-cell';
import { dataset, type DatasetId } from '@/data';
import type { AnyRow, Column } from '@/data/schema';
import { unitLabel } from '@/lib/data/display';
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
  const align = (column: Column) => (column.type === 'number' ? 'number' : undefined);
  return (
    <figure className="data-table">
      <figcaption>
        {caption} <a href={href(datasetPath(id))}>All of the dataset</a>
      </figcaption>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={align(column)}>
                  {column.label} {unitLabel(column) === '%' && <span className="unit">%</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {columns.map((column, i) =>
                  i === 0 ? (
                    <th key={column.key} scope="row">
                      <DatasetCell row={row} column={column} />
                    </th>
                  ) : (
                    <td key={column.key} className={align(column)}>
                      <DatasetCell row={row} column={column} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
