/** The readings as a table: for those who read numbers, and for when no script runs. */
import { memo } from 'react';
import { formatNumber, formatScientific } from '@/lib/format';
import type { FigureTable as Table, TableColumn } from '@/lib/figure';
import { href, isSitePath, pathLabel } from '@/lib/site';

/** From here on nobody counts the zeros. */
const VAST = 1e16;

function cellText(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number')
    return value >= VAST ? formatScientific(value, 6) : formatNumber(value, 6);
  return value;
}

/** The unit, unless the name of the column ends with it. */
function unitOf({ label, unit }: TableColumn): string | undefined {
  if (unit === 'percent') return '%';
  return unit && label.toLowerCase().endsWith(unit) ? undefined : unit;
}

function Cell({ value }: { value: string | number | boolean | null | undefined }) {
  const text = cellText(value);
  return isSitePath(text) ? <a href={href(text)}>{pathLabel(text)}</a> : <>{text}</>;
}

interface Props {
  table: Table;
  caption: string;
  /** Rows to draw for now; all, if it is not given. */
  most?: number;
}

function TableOfReadings({ table, caption, most }: Props) {
  const numeric = new Set(
    table.columns
      .filter((c) => table.rows.some((r) => typeof r[c.key] === 'number'))
      .map((c) => c.key),
  );
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={`Table: ${caption}`}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={numeric.has(column.key) ? 'number' : undefined}
              >
                {column.label}
                {unitOf(column) && <span className="unit"> {unitOf(column)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, most).map((row) => (
            <tr key={row.id}>
              {table.columns.map((column, i) =>
                i === 0 ? (
                  <th key={column.key} scope="row">
                    <Cell value={row[column.key]} />
                  </th>
                ) : (
                  <td key={column.key} className={numeric.has(column.key) ? 'number' : undefined}>
                    <Cell value={row[column.key]} />
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

/** Long tables are drawn again only when they change. */
export const FigureTable = memo(TableOfReadings);
