import { SOURCES } from '@/data';
import type { AnyRow, Column } from '@/data/schema';
import { shortCitation } from '@/lib/citations';
import { displayCell } from '@/lib/data/display';
import { href, sourcePath } from '@/lib/site';

/** A value as a link to the work it is from; a dash that says why where there is none. */
export function DatasetCell({ row, column }: { row: AnyRow; column: Column }) {
  const { text, cell, missing } = displayCell(row, column);
  if (missing) {
    return (
      <abbr title={missing} className="quiet">
        {text}
      </abbr>
    );
  }
  if (!cell) return <>{text}</>;
  const work = SOURCES.get(cell.source);
  const where = `${work ? shortCitation(work) : cell.source}, ${cell.locator} (${cell.status})`;
  return (
    <a
      className="value"
      href={href(sourcePath(cell.source))}
      title={cell.note ? `${where}. ${cell.note}` : where}
    >
      {text}
    </a>
  );
}
