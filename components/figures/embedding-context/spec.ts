import {
  choiceOf,
  need,
  type Axis,
  type FigureData,
  type FigureSpec,
  type FigureTable,
  type Line,
  type PointSeries,
  type Reading,
} from '@/lib/figure';
import { datasetPath } from '@/lib/site';
import type { FigureState } from '@/lib/url-state';
import { GROUPS, pointsOf, type Kind, type Point, type Row, type SentenceRow } from './model';
import { ALL, noteOn, sayPoint, summarise } from './words';

const SHOWN: Readonly<Record<string, readonly Kind[]>> = {
  alike: ['same', 'other', 'twin', 'whole'],
  nearest: ['nearest'],
};
/** Half of the sentences that are asked are of each sense. */
const CHANCE = 50;

const LAYERS: Axis = {
  label: 'Layer (0: before the first)',
  scale: 'linear',
  domain: [-0.3, 4.3],
  ticks: [0, 1, 2, 3, 4],
  format: String,
};
const ALIKE: Axis = {
  label: 'Mean cosine of two sentences',
  scale: 'linear',
  domain: [-0.4, 1.05],
  ticks: [-0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1],
  format: (value) => String(value).replace('-', '−'),
};
const NEAREST: Axis = {
  label: 'Share of sentences (%; dashed: chance)',
  scale: 'linear',
  domain: [0, 100],
  ticks: [0, 25, 50, 75, 100],
  format: String,
};

const groupOf = (kind: Kind) => GROUPS.findIndex(({ id }) => id === kind);

const toReading = (kind: Kind, point: Point): Reading => ({
  id: `${kind}-${point.layer}`,
  x: point.layer,
  y: point.value,
  low: point.low,
  high: point.high,
  label: `${GROUPS[groupOf(kind)]!.label}, layer ${point.layer}`,
  text: sayPoint(kind, point),
  sources: point.sources,
  group: groupOf(kind),
  href: datasetPath('context-sentences'),
  linkText: 'The sentences',
});

const toLine = (kind: Kind, points: readonly Point[]): Line => ({
  id: kind,
  label: GROUPS[groupOf(kind)]!.label,
  group: groupOf(kind),
  dashed: kind === 'whole',
  points: points.map(({ layer, value }) => [layer, value]),
});

const chance: Line = {
  id: 'chance',
  label: 'Chance',
  group: groupOf('nearest'),
  muted: true,
  dashed: true,
  points: LAYERS.domain.map((layer) => [layer, CHANCE]),
};

function tableOf(readings: readonly Reading[], unit: string): FigureTable {
  return {
    columns: [
      { key: 'what', label: 'What is compared' },
      { key: 'layer', label: 'Layer' },
      { key: 'value', label: 'Value', unit },
      { key: 'low', label: 'Lowest word', unit },
      { key: 'high', label: 'Highest word', unit },
      { key: 'source', label: 'Source' },
    ],
    rows: readings.map(({ id, x, y, low, high, group, sources }) => ({
      id,
      what: GROUPS[group]!.label,
      layer: x,
      value: y,
      low: low ?? null,
      high: high ?? null,
      source: sources.map((source) => `${source.id}, ${source.locator}`).join('; '),
    })),
  };
}

/** Of one word or of all: likeness within and across senses, or right neighbours, by layer. */
export function series(data: FigureData, state: FigureState): PointSeries {
  const word = choiceOf(state, 'word');
  const rows = need<Row>(data, 'context-similarities').rows.filter(
    (row) => word === ALL || row.word === word,
  );
  const sentences = need<SentenceRow>(data, 'context-sentences').rows;
  const show = choiceOf(state, 'show');
  const kinds = SHOWN[show]!.map((kind) => ({ kind, points: pointsOf(rows, kind) }));
  const readings = kinds
    .flatMap(({ kind, points }) => points.map((point) => toReading(kind, point)))
    .sort((a, b) => a.x - b.x);
  const isAlike = show === 'alike';
  return {
    readings,
    groups: GROUPS,
    x: LAYERS,
    y: isAlike ? ALIKE : NEAREST,
    lines: [...(isAlike ? [] : [chance]), ...kinds.map(({ kind, points }) => toLine(kind, points))],
    named: isAlike ? ['twin-3', 'whole-2', 'same-2', 'other-3'] : [],
    table: tableOf(readings, isAlike ? 'cosine' : 'percent'),
    summary: summarise(rows, word),
    note: noteOn(sentences, word, show),
  };
}

export const spec: FigureSpec = {
  id: 'embedding-context',
  title: 'One word, two senses, and the vectors of a small reader',
  question: 'Does a model that reads give each sense of a word a vector of its own?',
  lookFor:
    'Before the first layer the word has one vector in all sentences: that is all a list of word vectors can give. Each layer then mixes in what stands before the word. If the sense decided what the vector becomes, “same sense” would rise away from “other sense”. See which line rises instead.',
  datasets: ['context-similarities', 'context-sentences'],
  controls: [
    {
      kind: 'choice',
      key: 'word',
      label: 'Word',
      default: ALL,
      options: [
        { value: ALL, label: 'All six' },
        ...['bank', 'plant', 'cell', 'letter', 'organ', 'plane'].map((value) => ({
          value,
          label: value,
        })),
      ],
    },
    {
      kind: 'choice',
      key: 'show',
      label: 'Show',
      default: 'alike',
      options: [
        { value: 'alike', label: 'How alike' },
        { value: 'nearest', label: 'Nearest neighbours' },
      ],
    },
  ],
  series,
};
