/** A figure as files and citations: what its bar and its address beside the page give. */
import { csvFormatRows } from 'd3-dsv';
import { shortCitation } from './citations';
import type { FigureData, FigureSeries, FigureSpec } from './figure';
import { SITE_NAME, figurePath, href } from './site';
import { writeState, type FigureState } from './url-state';

/** The address of the figure alone in this state, on the host that `base` is on. */
export function figureAddress(
  spec: FigureSpec<FigureSeries>,
  state: FigureState,
  base: string,
): string {
  const url = new URL(href(figurePath(spec.id)), base);
  url.search = writeState(spec.controls, state, new URLSearchParams(), spec.id, true).toString();
  return url.href;
}

const escapeAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Gives each frame the height that its figure asks for; where scripts are not allowed, 720 pixels stay. */
const RESIZE =
  "<script>addEventListener('message',function(e){var h=e.data&&e.data.warmStartHeight;if(h)document.querySelectorAll('iframe').forEach(function(f){if(f.contentWindow===e.source)f.style.height=h+'px'})})</script>";

/** An iframe of the figure in this state, for course pages; it resizes itself. */
export function embedCode(spec: FigureSpec<FigureSeries>, address: string): string {
  const url = new URL(address);
  url.search = url.search ? `${url.search}&embed` : '?embed';
  return `<iframe src="${escapeAttribute(url.href)}" title="${escapeAttribute(spec.title)}" width="100%" height="720" loading="lazy" style="border:0"></iframe>${RESIZE}`;
}

export function citeFigure(
  spec: FigureSpec<FigureSeries>,
  address: string,
  accessed: Date,
): string {
  return `${SITE_NAME} (${accessed.getUTCFullYear()}). ${spec.title} [Interactive figure]. ${address} (accessed ${accessed.toISOString().slice(0, 10)}).`;
}

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
