import type { AnyRow, Column, DatasetDefinition } from '@/data/schema';
import { unitLabel } from '@/lib/data/display';
import { DatasetCell } from './dataset-cell';

interface Props {
  definition: DatasetDefinition;
  rows: readonly AnyRow[];
}

/** A whole dataset. Every row is an address (`#row-id`), every value a link to its source. */
export function DatasetTable({ definition, rows }: Props) {
  const { columns } = definition;
  const align = (column: Column) =>
    column.type === 'number' || column.type === 'year' ? 'number' : undefined;
  return (
    <div
      className="table-scroll dataset-table"
      tabIndex={0}
      role="region"
      aria-label={definition.title}
    >
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={align(column)} title={column.description}>
                {column.label} {unitLabel(column) === '%' && <span className="unit">%</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} id={row.id}>
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
  );
}
