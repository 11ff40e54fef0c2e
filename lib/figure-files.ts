/** A figure as files: what its bar saves, and what stands beside its page. */
import { csvFormatRows } from 'd3-dsv';
import { shortCitation } from './citations';
import type { FigureData, FigureSeries, FigureSpec } from './figure';
import { SITE_NAME } from './site';
import type { FigureState } from './url-state';

/** The works behind the figure's datasets, in the order of their use; long lists are cut. */
function creditLine(data: FigureData): string {
  const works = Object.values(data).flatMap((file) => Object.values(file?.sources ?? {}));
  const named = works
    .slice(0, 5)
    .map((work) => shortCitation(work as Parameters<typeof shortCitation>[0]));
  const more = works.length > 5 ? ` and ${works.length - 5} more works` : '';
  return `Data: ${named.join('; ')}${more}. Every value’s source: in the CSV and JSON.`;
}

export function figureFooter(
  spec: FigureSpec<FigureSeries>,
  data: FigureData,
  address: string,
): string[] {
  return [creditLine(data), `${SITE_NAME}, CC BY 4.0. ${address}`];
}

/** The readings of this state as CSV (RFC 4180), with the columns of the table. */
export function figureCsv(series: FigureSeries): string {
  const { columns, rows } = series.table;
  const header = ['id', ...columns.map((c) => (c.unit ? `${c.key} (${c.unit})` : c.key))];
  const lines = rows.map((row) => [row.id, ...columns.map((c) => String(row[c.key] ?? ''))]);
  return `${csvFormatRows([header, ...lines])}\n`;
}

/** The readings of this state as JSON, with what they rest on. */
export function figureJson(
  spec: FigureSpec<FigureSeries>,
  series: FigureSeries,
  state: FigureState,
  data: FigureData,
  address: string,
): string {
  const used = new Set(series.readings.flatMap((r) => r.sources.map((s) => s.id)));
  const works = Object.assign({}, ...Object.values(data).map((file) => file?.sources)) as Record<
    string,
    unknown
  >;
  const sources = Object.fromEntries([...used].map((id) => [id, works[id]]));
  const { columns, rows } = series.table;
  const content = {
    id: spec.id,
    title: spec.title,
    question: spec.question,
    address,
    state,
    summary: series.summary,
    licence: 'CC BY 4.0',
    columns,
    rows,
    sources,
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}
