import { isKnown } from '@/data/cell';
import type { hubs } from '@/data/hubs/definition';
import type { RowOf } from '@/data/schema';
import {
  choiceOf,
  need,
  optionsOf,
  type Axis,
  type DatasetFile,
  type FigureData,
  type FigureSeries,
  type FigureSpec,
  type Reading,
} from '@/lib/figure';
import { formatCompact, formatDate, formatQuantity, monthAsYear } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';

type Row = RowOf<typeof hubs>;

/** How long a hub has been there, in years. */
export interface Span {
  /** None where nobody knows. */
  from?: number;
  /** Whether `from` is the opening day, or only the earliest day on which we see the hub. */
  isOpening: boolean;
  /** After this the list did not change any more. */
  changedUntil: number;
  until: number;
}

export interface HubSeries extends FigureSeries {
  /** Years. */
  x: Axis;
  /** Number of models. */
  count: Axis;
  /** From the top, one for each reading. */
  hubs: readonly { id: string; label: string; span: Span; models: number | null }[];
  asOf: string;
}

const STATUSES = ['active', 'maintained', 'moved', 'closed'] as const;

/** "2014-09-04" → 2014.7; a year alone is its middle. */
const yearOf = (date: string): number => (date.length > 4 ? monthAsYear(date) : Number(date) + 0.5);

/** The day of the latest look at the hubs. */
const asOfDay = (rows: readonly Row[]): string =>
  rows.map((row) => row.reviewed ?? '').reduce((a, b) => (a > b ? a : b), '');

function spanOf(row: Row, asOf: string): Span {
  const start = isKnown(row.launched)
    ? row.launched
    : isKnown(row.seen_since)
      ? row.seen_since
      : undefined;
  const change = isKnown(row.last_change) ? yearOf(row.last_change.value) : undefined;
  const isGone = row.status === 'closed' || row.status === 'moved';
  const end = isKnown(row.ended) ? yearOf(row.ended.value) : isGone ? change : undefined;
  const until = end ?? yearOf(asOf);
  return {
    from: start && yearOf(start.value),
    isOpening: isKnown(row.launched),
    changedUntil: Math.min(change ?? until, until),
    until,
  };
}

function sinceText(row: Row): string {
  if (isKnown(row.launched)) return `since ${formatDate(row.launched.value)}`;
  return isKnown(row.seen_since)
    ? `opening day not found, there by ${formatDate(row.seen_since.value)}`
    : 'opening day not found';
}

function countText(row: Row): string {
  if (!isKnown(row.models)) return 'number of models not stated';
  const when = row.counted ? ` (${formatDate(row.counted)})` : '';
  return `${formatQuantity(row.models.value, 'models')} models${when}`;
}

function toReading(row: Row, at: number, file: DatasetFile<Row>, asOf: string): Reading {
  const kind = (optionsOf(file, 'kind')[row.kind] ?? '').replace(/:.*/, '').toLowerCase();
  const status = optionsOf(file, 'status')[row.status] ?? row.status;
  const cells = [
    ...[row.launched, row.seen_since, row.ended, row.last_change].filter(isKnown),
    ...[row.models].filter(isKnown),
  ].map(({ source, locator }) => ({ id: source, locator }));
  return {
    id: row.id,
    x: spanOf(row, asOf).from ?? yearOf(asOf),
    y: at,
    label: row.name,
    text: `${kind}, ${row.maintainer}, ${sinceText(row)}; ${countText(row)}. ${status}: ${row.status_note.replace(/\.$/, '')}`,
    sources: [...cells, { id: row.source, locator: row.address }],
    group: STATUSES.indexOf(row.status),
  };
}

type Order = (a: Row, b: Row) => number;
const LATEST = 9999;

function orderBy(sort: string): Order {
  const start = (row: Row) => {
    const cell = isKnown(row.launched) ? row.launched : row.seen_since;
    return isKnown(cell) ? yearOf(cell.value) : LATEST;
  };
  const models = (row: Row) => (isKnown(row.models) ? row.models.value : 0);
  const byAge: Order = (a, b) => start(a) - start(b) || a.name.localeCompare(b.name);
  return sort === 'models' ? (a, b) => models(b) - models(a) || byAge(a, b) : byAge;
}

function yearsAxis(spans: readonly Span[], asOf: string): Axis {
  const first = Math.min(2014, ...spans.map(({ from }) => from ?? LATEST));
  const domain = [Math.floor(first), yearOf(asOf) + 0.35] as const;
  const ticks = [2014, 2017, 2020, 2023, 2026].filter((y) => y >= domain[0] && y <= domain[1]);
  return { label: 'Year', scale: 'linear', domain, ticks, format: String };
}

function countAxis(): Axis {
  return {
    label: 'Models',
    scale: 'log',
    domain: [1, 1e7],
    ticks: [1, 100, 1e4, 1e6],
    format: (v) => formatCompact(v),
  };
}

function summarise(rows: readonly Row[]): string {
  const largest = rows
    .filter((row) => isKnown(row.models))
    .sort((a, b) => (b.models.value ?? 0) - (a.models.value ?? 0))[0];
  const names = (status: Row['status']) =>
    rows.filter((row) => row.status === status).map((row) => row.name);
  const part = (words: string, list: readonly string[]) =>
    list.length > 0 ? `${list.length} ${words} (${list.join(', ')})` : '';
  const parts = [
    part('active', names('active')),
    part('kept up with little growth', names('maintained')),
    part('moved', names('moved')),
    part('closed', names('closed')),
  ].filter(Boolean);
  const most = largest ? ` Most models: ${largest.name}, ${countText(largest)}.` : '';
  return `${rows.length} ${rows.length === 1 ? 'place' : 'places'} to fetch models from: ${parts.join('; ')}.${most}`;
}

function noteOn(rows: readonly Row[], asOf: string): string {
  const unknown = rows.filter((row) => !isKnown(row.launched)).length;
  const uncounted = rows.filter((row) => !isKnown(row.models)).length;
  return [
    `As of ${formatDate(asOf)}.`,
    'Counts are of different things (repositories, files, pages) and days, so only their order of magnitude compares.',
    uncounted > 0 ? `No number was found for ${uncounted}.` : '',
    unknown > 0
      ? `For ${unknown} we found no opening day: ${unknown === 1 ? 'its bar begins' : 'their bars begin'} with dashes.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function tableOf(file: DatasetFile<Row>, rows: readonly Row[]) {
  const dateOf = (cell: Row['launched'] | undefined) => (isKnown(cell) ? cell.value : null);
  return {
    columns: [
      { key: 'hub', label: 'Hub' },
      { key: 'kind', label: 'Kind' },
      { key: 'maintainer', label: 'Maintained by' },
      { key: 'launched', label: 'Launched' },
      { key: 'seen', label: 'Earliest sign' },
      { key: 'change', label: 'Last change' },
      { key: 'ended', label: 'Moved or closed' },
      { key: 'status', label: 'Status' },
      { key: 'models', label: 'Models', unit: 'models' },
      { key: 'counted', label: 'Counted' },
      { key: 'formats', label: 'Formats' },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      hub: row.name,
      kind: optionsOf(file, 'kind')[row.kind] ?? row.kind,
      maintainer: row.maintainer,
      launched: dateOf(row.launched),
      seen: dateOf(row.seen_since),
      change: dateOf(row.last_change),
      ended: dateOf(row.ended),
      status: optionsOf(file, 'status')[row.status] ?? row.status,
      models: isKnown(row.models) ? row.models.value : null,
      counted: row.counted ?? null,
      formats: row.formats,
    })),
  };
}

/** A row for each hub: from when to when it was there, and how many models it holds. */
export function series(data: FigureData, state: FigureState): HubSeries {
  const file = need<Row>(data, 'hubs');
  const kind = choiceOf(state, 'kind');
  const asOf = asOfDay(file.rows);
  const rows = file.rows
    .filter((row) => kind === 'all' || row.kind === kind)
    .sort(orderBy(choiceOf(state, 'sort')));
  const listed = rows.map((row) => ({
    id: row.id,
    label: row.name,
    span: spanOf(row, asOf),
    models: isKnown(row.models) ? row.models.value : null,
  }));
  const labels = optionsOf(file, 'status');
  return {
    readings: rows.map((row, i) => toReading(row, i, file, asOf)),
    groups: STATUSES.map((id) => ({ id, label: labels[id] ?? id })),
    hubs: listed,
    asOf,
    x: yearsAxis(
      listed.map(({ span }) => span),
      asOf,
    ),
    count: countAxis(),
    named: [],
    isList: true,
    table: tableOf(file, rows),
    summary: summarise(rows),
    note: noteOn(rows, asOf),
  };
}

export const spec: FigureSpec<HubSeries> = {
  id: 'hub-comparison',
  title: 'Places to find a model, and which are still alive',
  question: 'Where would I look for a model, and will the place still be there next year?',
  lookFor:
    'A bar runs from the opening of a place to today, or to the day on which it closed or moved; it is pale where the list no longer changes. Sort by the number of models: among the largest collections are two that are gone.',
  datasets: ['hubs'],
  controls: [
    {
      kind: 'choice',
      key: 'sort',
      label: 'Sort by',
      default: 'age',
      options: [
        { value: 'age', label: 'Age' },
        { value: 'models', label: 'Number of models' },
      ],
    },
    {
      kind: 'choice',
      key: 'kind',
      label: 'Kind of place',
      default: 'all',
      options: [
        { value: 'all', label: 'All' },
        { value: 'store', label: 'Stores' },
        { value: 'index', label: 'Indexes' },
        { value: 'library', label: 'Libraries' },
        { value: 'catalogue', label: 'Catalogues' },
      ],
    },
  ],
  series,
  height: (shown, layout) => heightOf(shown.hubs.length, layout),
};

/** Heights in pixels: a row, what stands above the rows, and below. */
export const ROWS = {
  wide: { row: 27, above: 58, below: 34 },
  narrow: { row: 42, above: 66, below: 34 },
} as const;

const heightOf = (rows: number, layout: keyof typeof ROWS): number =>
  ROWS[layout].above + Math.max(2, rows) * ROWS[layout].row + ROWS[layout].below;
