import { SOURCES, dataset, type DatasetId } from '@/data';
import { referencesIn } from '@/data/check';
import type { AnyDataset, AnyRow, Column } from '@/data/schema';
import { displayCell, provenance } from '@/lib/data/display';
import { linkName } from '@/components/prose/references';
import { mathMarkup } from '@/lib/math';
import { datasetPath, href, isSitePath, pathLabel, sourcePath } from '@/lib/site';

/** Links to rows of another dataset, by the name that stands in their first column. */
function References({ row, column }: { row: AnyRow; column: Column }) {
  const { definition, rows }: AnyDataset = dataset(column.of as DatasetId);
  const nameKey = definition.columns[0]!.key;
  return referencesIn(row, column).map((id, i) => (
    <span key={id}>
      {i > 0 && ', '}
      <a href={href(datasetPath(definition.id, id))}>
        {String(rows.find((other) => other.id === id)?.[nameKey])}
      </a>
    </span>
  ));
}

/** A value as a link to the work it is from; a dash that says why where there is none. */
export function DatasetCell({ row, column }: { row: AnyRow; column: Column }) {
  const { text, unit, cell, missing } = displayCell(row, column);
  if (missing) {
    return (
      <abbr title={missing} className="quiet">
        {text}
      </abbr>
    );
  }
  if (row[column.key] !== undefined) {
    if (column.of) return <References row={row} column={column} />;
    if (column.type === 'math') {
      const math = mathMarkup(String(row[column.key]));
      return <span dangerouslySetInnerHTML={{ __html: math }} />;
    }
  }
  if (!cell) {
    if (isSitePath(text)) return <a href={href(text)}>{pathLabel(text)}</a>;
    return /^https?:\/\//.test(text) ? <a href={text}>{linkName(text)}</a> : <>{text}</>;
  }
  return (
    <>
      <a
        className="value"
        href={href(sourcePath(cell.source))}
        title={provenance(cell, SOURCES.get(cell.source))}
      >
        {text}
      </a>
      {unit && <span className="unit"> {unit}</span>}
    </>
  );
}
