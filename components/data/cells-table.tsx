import type { AnyRow, Column } from '@/data/schema';
import { unitLabel } from '@/lib/data/display';
import { DatasetCell } from './dataset-cell';

interface Props {
  columns: readonly Column[];
  rows: readonly AnyRow[];
  /** What the table shows; it can be scrolled sideways under this name. */
  label: string;
  className?: string;
  /** Makes every row an address, `#row-id`. */
  addressable?: boolean;
}

const align = ({ type }: Column) => (type === 'number' || type === 'year' ? 'number' : undefined);

/** Rows and columns of a dataset; the first column names the row, every value links to its source. */
export function CellsTable({ columns, rows, label, className = '', addressable = false }: Props) {
  return (
    <div className={`table-scroll ${className}`} tabIndex={0} role="region" aria-label={label}>
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
            <tr key={row.id} id={addressable ? row.id : undefined}>
              {columns.map((column, i) => {
                const Tag = i === 0 ? 'th' : 'td';
                return (
                  <Tag
                    key={column.key}
                    scope={i === 0 ? 'row' : undefined}
                    className={align(column)}
                  >
                    <DatasetCell row={row} column={column} />
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
