import {
  choiceOf,
  logAxis,
  need,
  yearAxis,
  type Axis,
  type FigureData,
  type FigureSeries,
  type FigureSpec,
  type Reading,
} from '@/lib/figure';
import { formatCompact, formatDate, formatQuantity, formatScaled, monthAsYear } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';
import { gather, type Entry, type Kind, type Model } from './kinds';
import { mapHeight } from './swarm';

export interface MapReading extends Reading {
  /** Parameters; none where no source gives them. */
  size?: number;
  isFirst: boolean;
}

export interface MapSeries extends FigureSeries {
  readings: readonly MapReading[];
  x: Axis;
  across: 'year' | 'parameters';
  /** From the top; a reading's y is the index of its row. */
  kinds: readonly { id: string; label: string; first?: string }[];
}

const groupsFor = (onlyOpen: boolean) => [
  { id: 'first', label: onlyOpen ? 'Earliest with open weights' : 'Earliest in our tables' },
  { id: 'later', label: 'Later model' },
  { id: 'unsized', label: 'Size not stated' },
];
/** Chat models that see have no pairs in their name, but the row is theirs too. */
const LABELS: Readonly<Record<string, string>> = { 'image-text-pairs': 'Images with text' };

const labelOf = (kind: Kind) => LABELS[kind.id] ?? kind.name;
/** Within a sentence; what begins with two capitals keeps them. */
const inText = (kind: Kind) => {
  const label = labelOf(kind);
  return /^[A-Z]{2}/.test(label) ? label : label.toLowerCase();
};

const earliest = (onlyOpen: boolean) =>
  `the earliest ${onlyOpen ? 'with open weights ' : ''}in our tables`;

interface View {
  across: MapSeries['across'];
  onlyOpen: boolean;
}

function describe(entry: Entry, kind: Kind, isFirst: boolean, onlyOpen: boolean): string {
  const { parameters, trainedOn } = entry;
  const size = parameters
    ? `${formatQuantity(parameters.value, 'parameters')} parameters${entry.isEstimate ? ' (estimated)' : ''}`
    : 'number of parameters not stated';
  return [
    inText(kind),
    formatDate(entry.released.value),
    entry.organisation,
    size,
    trainedOn && `trained on ${trainedOn.value}`,
    isFirst && earliest(onlyOpen),
  ]
    .filter(Boolean)
    .join(', ');
}

function toReading(
  entry: Entry,
  row: number,
  kind: Kind,
  isFirst: boolean,
  { across, onlyOpen }: View,
): MapReading {
  const { released, parameters, trainedOn } = entry;
  const cells = [released, parameters, trainedOn].flatMap((cell) => cell ?? []);
  return {
    id: entry.id,
    x: across === 'year' ? monthAsYear(released.value) : (parameters?.value ?? 0),
    y: row,
    label: entry.name,
    text: describe(entry, kind, isFirst, onlyOpen),
    sources: cells.map(({ source, locator }) => ({ id: source, locator })),
    group: isFirst ? 0 : parameters ? 1 : 2,
    size: parameters?.value,
    isFirst,
  };
}

type Gathered = ReturnType<typeof gather>;

function summarise(rows: Gathered, { across, onlyOpen }: View): string {
  const shown = rows.filter(({ entries }) => entries.length > 0);
  // A model of two kinds counts once.
  const count = new Set(shown.flatMap(({ entries }) => entries.map(({ name }) => name))).size;
  const kinds = shown.map(({ kind, entries }) => {
    const label = inText(kind);
    if (across === 'year') return `${label} since ${entries[0]!.released.value.slice(0, 4)}`;
    const most = Math.max(0, ...entries.map(({ parameters }) => parameters?.value ?? 0));
    return most > 0 ? `${label} up to ${formatScaled(most)}` : `${label} without a size`;
  });
  const what = across === 'year' ? earliest(onlyOpen) : 'parameters of the largest';
  return `${count} models in ${shown.length} kinds of data, by ${across === 'year' ? 'date' : 'size'}; ${what}: ${kinds.join(', ')}.`;
}

function noteOn(rows: Gathered, onlyOpen: boolean): string {
  const unsized = rows.flatMap(({ entries }) =>
    entries.flatMap(({ name, parameters }) => (parameters ? [] : name)),
  );
  const hollow = new Set(unsized).size;
  const empty = rows.filter(({ entries }) => entries.length === 0);
  return [
    '“Earliest” means in our tables, which hold models that others built on; work in the laboratory is often older. A model of two kinds stands in both rows.',
    hollow > 0
      ? `For ${hollow} no size was published or found: ${hollow === 1 ? 'it is' : 'they are'} hollow, not small.`
      : '',
    onlyOpen && empty.length > 0
      ? `No model whose weights we know to be open: ${empty.map(({ kind }) => inText(kind)).join(', ')}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function tableOf(rows: Gathered) {
  return {
    columns: [
      { key: 'kind', label: 'Kind of data' },
      { key: 'model', label: 'Model' },
      { key: 'released', label: 'Released' },
      { key: 'parameters', label: 'Parameters', unit: 'parameters' },
      { key: 'data', label: 'Trained on' },
      { key: 'source', label: 'Source' },
    ],
    rows: rows.flatMap(({ kind, entries }) =>
      entries.map((entry) => ({
        id: entry.id,
        kind: labelOf(kind),
        model: entry.name,
        released: entry.released.value,
        parameters: entry.parameters?.value ?? null,
        data: entry.trainedOn?.value ?? null,
        source: `${entry.released.source}, ${entry.released.locator}`,
      })),
    ),
  };
}

/** A row for each kind of data, a mark for each model, by date or by size. */
export function series(data: FigureData, state: FigureState): MapSeries {
  const across = choiceOf(state, 'across') as MapSeries['across'];
  const onlyOpen = state.open === true;
  const gathered = gather(
    need<Kind>(data, 'modalities').rows,
    need<Model>(data, 'models').rows,
    (value) => formatScaled(value),
  );
  const rows = gathered.map(({ kind, entries }) => ({
    kind,
    entries: entries.filter(({ isOpen }) => !onlyOpen || isOpen === true),
  }));
  const readings = rows.flatMap(({ kind, entries }, row) =>
    entries.map((entry, i) => toReading(entry, row, kind, i === 0, { across, onlyOpen })),
  );
  const sizes = readings.flatMap(({ size }) => size ?? []);
  return {
    readings,
    groups: groupsFor(onlyOpen),
    across,
    kinds: rows.map(({ kind, entries }) => ({
      id: kind.id,
      label: labelOf(kind),
      first: entries[0]?.id,
    })),
    x:
      across === 'year'
        ? yearAxis(
            readings.map(({ x }) => x),
            'First public version',
          )
        : logAxis(sizes, 'Parameters', formatCompact),
    named: rows.flatMap(({ entries }) => entries[0]?.id ?? []),
    table: tableOf(rows),
    summary: summarise(rows, { across, onlyOpen }),
    note: noteOn(rows, onlyOpen),
  };
}

export const spec: FigureSpec<MapSeries> = {
  id: 'modality-map',
  title: 'From pictures and text to robots and tables',
  question: 'Which kinds of data have pre-trained models, since when, and how large are they?',
  lookFor:
    'The rows go by their earliest model, so the map reads as a staircase: the recipe of pictures and text spread to one kind of data after another. A larger dot is a larger model. Then lay the sizes across: of what is published, only text, and text with images, goes beyond a hundred billion parameters.',
  datasets: ['modalities', 'models'],
  controls: [
    {
      kind: 'choice',
      key: 'across',
      label: 'Across',
      default: 'year',
      options: [
        { value: 'year', label: 'Date' },
        { value: 'parameters', label: 'Parameters' },
      ],
    },
    { kind: 'toggle', key: 'open', label: 'Only open weights', default: false },
  ],
  series,
  height: mapHeight,
};
