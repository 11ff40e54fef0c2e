import { isKnown } from '@/data/cell';
import type { timeline } from '@/data/timeline/definition';
import type { RowOf } from '@/data/schema';
import {
  choiceOf,
  need,
  optionsOf,
  type Axis,
  type DatasetFile,
  type FigureData,
  type FigureSpec,
  type Reading,
} from '@/lib/figure';
import { formatDate } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';
import { layTimeline, type TimelineSeries } from './layout';

type Row = RowOf<typeof timeline>;

/** First and last year of each period, both included. */
const PERIODS: Readonly<Record<string, readonly [number, number]>> = {
  '1976-2011': [1976, 2011],
  '2012-2017': [2012, 2017],
  '2018-2020': [2018, 2020],
  '2021-2026': [2021, 2026],
};
/** The year from which the summary counts anew: AlexNet's. */
const WATERSHED = 2012;

/**
 * When an event was, as a fraction of years: a day, the middle of a month, or
 * the middle of a year with that year as its span.
 */
export function whenOf(date: string): { at: number; span?: readonly [number, number] } {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { at: year + 0.5, span: [year, year + 1] };
  const start = Date.UTC(year, 0, 1);
  const length = Date.UTC(year + 1, 0, 1) - start;
  const from = Date.UTC(year, month - 1, day ?? 1);
  const to = day === undefined ? Date.UTC(year, month, 1) : from + 86_400_000;
  return { at: year + ((from + to) / 2 - start) / length };
}

const yearOf = ({ date }: Row) => (isKnown(date) ? Number(date.value.slice(0, 4)) : NaN);

function inPeriod(row: Row, period: string): boolean {
  const [first, last] = PERIODS[period] ?? [-Infinity, Infinity];
  return yearOf(row) >= first && yearOf(row) <= last;
}

function toReading(row: Row, strands: readonly string[], eras: readonly string[]): Reading[] {
  const { date, event, what, why, chapter } = row;
  if (!isKnown(date)) return [];
  return [
    {
      id: row.id,
      x: whenOf(date.value).at,
      y: strands.indexOf(row.strand),
      label: event,
      text: `(${formatDate(date.value)}). ${what} ${why.replace(/\.$/, '')}`,
      sources: [{ id: date.source, locator: date.locator }],
      group: eras.indexOf(row.era),
      ...(chapter && { href: chapter, linkText: 'Read the section that tells of it' }),
    },
  ];
}

/** Years of the period, or of all events, with a little air around them. */
function axisOf(period: string, years: readonly number[]): Axis {
  const last = Math.max(...years);
  const [from, to] = PERIODS[period] ?? [Math.min(...years), last];
  // The last period is still open: no room for years that have nothing yet.
  const end = Math.min(to + 1, last + 1.2);
  const air = (end - from) * 0.015;
  const step = [1, 2, 5].find((s) => (end - from) / s <= 11) ?? 10;
  const first = Math.ceil(from / step) * step;
  const ticks = Array.from(
    { length: Math.floor((end - first) / step) + 1 },
    (_, i) => first + i * step,
  );
  return {
    label: 'First public appearance',
    domain: [from - air, end + air],
    ticks,
    scale: 'linear',
    format: (year) => String(year),
  };
}

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function summarise(rows: readonly Row[], strands: readonly { label: string }[]): string {
  const byDate = [...rows].sort((a, b) => yearOf(a) - yearOf(b));
  const [first, last] = [byDate[0], byDate.at(-1)];
  if (!first || !last) return 'Our timeline has no event of this strand in this period.';
  const where =
    strands.length === 1 ? `of the strand “${strands[0]?.label}”` : `in ${strands.length} strands`;
  const early = byDate.filter((row) => yearOf(row) < WATERSHED).length;
  const split =
    early > 0 && early < rows.length
      ? ` ${early} of them lie before ${WATERSHED}, ${rows.length - early} after its beginning.`
      : '';
  const turning = byDate.filter((row) => row.turning_point);
  const turns =
    turning.length > 0
      ? ` Turning point${turning.length > 1 ? 's' : ''}: ${list(turning.map((row) => `${row.event} (${yearOf(row)})`))}.`
      : '';
  const count = rows.length === 1 ? 'One event' : `${rows.length} events`;
  return `${count} ${where}, from ${yearOf(first)} to ${yearOf(last)}.${split}${turns}`;
}

function tableOf(file: DatasetFile<Row>, rows: readonly Row[]) {
  const strands = optionsOf(file, 'strand');
  const eras = optionsOf(file, 'era');
  return {
    columns: [
      { key: 'event', label: 'Event' },
      { key: 'date', label: 'Date' },
      { key: 'strand', label: 'Strand' },
      { key: 'era', label: 'Era' },
      { key: 'turning', label: 'Turning point' },
      { key: 'what', label: 'What happened' },
      { key: 'chapter', label: 'Told in' },
      { key: 'source', label: 'Source of the date' },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      event: row.event,
      date: isKnown(row.date) ? formatDate(row.date.value) : null,
      strand: strands[row.strand] ?? row.strand,
      era: eras[row.era] ?? row.era,
      turning: row.turning_point ? 'yes' : null,
      what: row.what,
      chapter: row.chapter ?? null,
      source: isKnown(row.date) ? `${row.date.source}, ${row.date.locator}` : null,
    })),
  };
}

/** Events of the chosen period and strand: one strip a strand, coloured by era. */
export function series(data: FigureData, state: FigureState): TimelineSeries {
  const file = need<Row>(data, 'timeline');
  const period = choiceOf(state, 'period');
  const wanted = choiceOf(state, 'strand');
  const eras = optionsOf(file, 'era');
  const strands = Object.entries(optionsOf(file, 'strand'))
    .filter(([id]) => wanted === 'all' || id === wanted)
    .map(([id, label]) => ({ id, label }));
  const strandIds = strands.map(({ id }) => id);
  const rows = file.rows.filter((row) => inPeriod(row, period) && strandIds.includes(row.strand));
  const readings = rows
    .flatMap((row) => toReading(row, strandIds, Object.keys(eras)))
    .sort((a, b) => a.x - b.x);
  const spans = Object.fromEntries(
    rows.flatMap(({ id, date }) => {
      const span = isKnown(date) ? whenOf(date.value).span : undefined;
      return span ? [[id, span] as const] : [];
    }),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const turning = readings.filter(({ id }) => byId.get(id)?.turning_point).map(({ id }) => id);
  const others = readings.filter(({ id }) => !turning.includes(id)).map(({ id }) => id);
  // All years and all strands at once leave room for the turning points' names only.
  const named = period === 'all' && wanted === 'all' ? turning : [...turning, ...others];
  return {
    readings,
    groups: Object.entries(eras).map(([id, label]) => ({ id, label })),
    strands,
    turning,
    spans,
    named,
    // One strand alone takes the whole width for its own years.
    x: axisOf(period, (period === 'all' ? rows : file.rows).map(yearOf)),
    table: tableOf(
      file,
      readings.map(({ id }) => byId.get(id)!),
    ),
    summary: summarise(rows, strands),
    note: 'The events are our selection, and so are the turning points (the large marks): how many stand in a year says as much about us as about the field. Where only the year is known, a line runs through the mark, over the whole year.',
  };
}

export const spec: FigureSpec<TimelineSeries> = {
  id: 'pretraining-timeline',
  title: 'Ideas for decades, then one field after another',
  question: 'When did starting from trained weights become the normal way to work?',
  lookFor:
    'Follow the large marks, the turning points, from strip to strip. Until 2012 there are ideas, and hardly a trained network to hand on. Then the fields turn one by one: pictures, language, speech, pictures with words. A period spreads out the crowd on the right; a mark leads to the section that tells of it.',
  datasets: ['timeline'],
  controls: [
    {
      kind: 'choice',
      key: 'period',
      label: 'Period',
      default: 'all',
      options: [
        { value: 'all', label: 'All years' },
        ...Object.entries(PERIODS).map(([value, [first, last]]) => ({
          value,
          label: `${first}–${last}`,
        })),
      ],
    },
    {
      kind: 'choice',
      key: 'strand',
      label: 'Strand',
      default: 'all',
      options: [
        { value: 'all', label: 'All strands' },
        { value: 'general', label: 'Transfer and training in general' },
        { value: 'vision', label: 'Pictures' },
        { value: 'language', label: 'Language' },
        { value: 'speech', label: 'Speech' },
        { value: 'vision-language', label: 'Pictures with words' },
        { value: 'scaling', label: 'Scaling laws' },
        { value: 'adaptation', label: 'Adapting a model' },
        { value: 'sharing', label: 'Hubs, tools and formats' },
      ],
    },
  ],
  series,
  height: (drawn, layout) => layTimeline(drawn, layout).height,
};
