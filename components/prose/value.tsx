import { SOURCES } from '@/data';
import { shortCitation } from '@/lib/citations';
import { formatMonth, formatQuantity } from '@/lib/format';
import { datasetPath, href } from '@/lib/site';
import { findValue, type FoundValue } from '@/lib/values';

interface Props {
  /** Address of the value: `<dataset>.<row>.<column>`. */
  id: string;
  /** `full` prints every digit: 1,281,167. */
  style?: 'full';
}

function formatFound({ cell, column }: FoundValue, style: Props['style']): string {
  if (typeof cell.value === 'boolean') return cell.value ? 'yes' : 'no';
  if (typeof cell.value === 'string') {
    return column.type === 'year-month' ? formatMonth(cell.value) : cell.value;
  }
  if (style === 'full') return cell.value.toLocaleString('en');
  return formatQuantity(cell.value, cell.unit ?? '');
}

/** A number from the data, in the text, with its source one hover or click away. */
export function Value({ id, style }: Props) {
  const found = findValue(id);
  const { cell } = found;
  const work = SOURCES.get(cell.source);
  const seen = cell.seen === 'secondary' ? ', as reported elsewhere' : '';
  const where = `${work ? shortCitation(work) : cell.source}, ${cell.locator} (${cell.status}${seen})`;
  return (
    <a
      className="value"
      href={href(datasetPath(found.dataset, found.row.id))}
      title={cell.note ? `${where}. ${cell.note}` : where}
      data-value={String(cell.value)}
    >
      {formatFound(found, style)}
    </a>
  );
}
