import { isKnown } from '@/data/cell';
import type { models } from '@/data/models/definition';
import type { RowOf } from '@/data/schema';
import {
  choiceOf,
  logAxis,
  need,
  optionsOf,
  shortName,
  yearAxis,
  type DatasetFile,
  type FigureData,
  type FigureSpec,
  type Group,
  type PointSeries,
  type Reading,
} from '@/lib/figure';
import {
  formatCompact,
  formatDate,
  formatQuantity,
  formatScientific,
  monthAsYear,
} from '@/lib/format';
import type { FigureState } from '@/lib/url-state';

type Row = RowOf<typeof models>;

/** Key, axis label, unit, the words after the number, and why a model may have none. */
const MEASURES = {
  parameters: {
    key: 'parameters',
    label: 'Parameters',
    unit: 'parameters',
    words: ' parameters',
    lacking: 'no source that we read gives a number of parameters',
  },
  tokens: {
    key: 'training_tokens',
    label: 'Training tokens',
    unit: 'tokens',
    words: ' training tokens',
    lacking:
      'no source that we read gives a number of tokens, or their data are not counted in tokens',
  },
  images: {
    key: 'training_images',
    label: 'Training images',
    unit: 'images',
    words: ' training images',
    lacking: 'no source that we read gives a number of images, or they were not trained on images',
  },
  compute: {
    key: 'training_compute_flop',
    label: 'Training compute (FLOP)',
    unit: 'FLOP',
    words: ' FLOP',
    lacking: 'we have no figure for their training compute',
  },
} as const;
type MeasureKey = keyof typeof MEASURES;
const isMeasure = (key: string): key is MeasureKey => Object.hasOwn(MEASURES, key);

/** Colour is for a handful of families: the finer categories share one. */
const FAMILIES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  modality: {
    'Images and video': ['vision', 'video'],
    Language: ['language'],
    Code: ['code'],
    'Images with text': ['vision-language', 'image-generation'],
    Audio: ['audio'],
    Multimodal: ['multimodal'],
    Protein: ['protein'],
  },
  objective: {
    'Labelled examples': [
      'classification',
      'translation',
      'speech-transcription',
      'promptable-segmentation',
    ],
    'Next token': [
      'causal-lm',
      'bidirectional-lm',
      'permutation-lm',
      'image-conditioned-lm',
      'multimodal-lm',
    ],
    'Hidden or replaced token': [
      'masked-lm',
      'replaced-token',
      'denoising-seq2seq',
      'masked-image',
      'masked-audio',
      'masked-multimodal',
    ],
    'Word neighbours': ['word-prediction', 'co-occurrence'],
    'Matching views or pairs': ['contrastive', 'self-distillation', 'clustering'],
    'Denoising diffusion': ['diffusion'],
    Undisclosed: ['undisclosed'],
  },
};

const OPENNESS = ['Weights to download', 'Closed weights', 'Not stated'];

function groupsFor(colour: string): Group[] {
  const names = colour === 'openness' ? OPENNESS : Object.keys(FAMILIES[colour] ?? {});
  return names.map((name) => ({ id: name.toLowerCase().replaceAll(' ', '-'), label: name }));
}

function groupOf(row: Row, colour: string): number {
  if (colour === 'openness') {
    return isKnown(row.open_weights) ? (row.open_weights.value ? 0 : 1) : 2;
  }
  const value = colour === 'modality' ? row.modality : row.objective;
  return Object.values(FAMILIES[colour] ?? {}).findIndex((members) => members.includes(value));
}

const MOST_NAMED = 6;

const isEstimate = (cell: Row[(typeof MEASURES)[MeasureKey]['key']]): boolean =>
  isKnown(cell) && cell.status === 'estimated';

function toReading(row: Row, measure: MeasureKey, colour: string): Reading[] {
  const { key, unit, words } = MEASURES[measure];
  const cell = row[key];
  if (!isKnown(cell) || !isKnown(row.released)) return [];
  const estimated = isEstimate(cell) ? ' (estimated)' : '';
  return [
    {
      id: row.id,
      x: monthAsYear(row.released.value),
      y: cell.value,
      label: row.name,
      text: `${formatQuantity(cell.value, unit)}${words}${estimated}, ${row.organisation}, ${formatDate(row.released.value)}`,
      sources: [{ id: cell.source, locator: cell.locator }],
      group: groupOf(row, colour),
    },
  ];
}

/** What the models that were looked for say, for those who do not see them stand out. */
const comparison = (readings: readonly Reading[], found: readonly string[]): string =>
  found.length === 0
    ? ''
    : ` Compared: ${found
        .flatMap((id) => readings.find((reading) => reading.id === id) ?? [])
        .map(({ label, text }) => `${label}, ${text}`)
        .join('; ')}.`;

/** Says why a name that was asked for does not stand out, in the words of the table. */
function searchNote(
  rows: readonly Row[],
  readings: readonly Reading[],
  found: readonly string[],
  unknown: readonly string[],
  measure: MeasureKey,
): string {
  const unmarked = found
    .filter((id) => !readings.some((reading) => reading.id === id))
    .flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return [
    ...unknown.map((name) => `No model here is called “${name}”.`),
    ...unmarked.map((row) => `${row.name} has no mark. ${row[MEASURES[measure].key].note ?? ''}`),
  ].join(' ');
}

function summarise(readings: readonly Reading[], measure: MeasureKey, kind?: string): string {
  const byDate = [...readings].sort((a, b) => a.x - b.x);
  const first = byDate[0];
  const largest = [...readings].sort((a, b) => b.y - a.y)[0];
  if (!first || !largest) return 'No model in this selection has a published value.';
  const { unit, words, label } = MEASURES[measure];
  const upwards = label.replace(' (FLOP)', '').toLowerCase();
  const which = kind ? ` (${kind.toLowerCase()})` : '';
  return (
    `${readings.length} models${which} by release date against ${upwards}, ` +
    `on a logarithmic scale: from ${first.label} (${formatQuantity(first.y, unit)}${words}) to ${largest.label} (${formatQuantity(largest.y, unit)}${words}).`
  );
}

/** How many numbers are not those of the makers. */
function estimatesNote(rows: readonly Row[], drawn: number, measure: MeasureKey): string {
  const count = rows.filter((row) => isEstimate(row[MEASURES[measure].key])).length;
  if (count === 0) return '';
  return `${count} of the ${drawn} values ${count === 1 ? 'is an estimate' : 'are estimates'}, as the hint on each mark says.`;
}

/** Names what has no mark, so that silence is not taken for smallness; first those whose makers keep it. */
function missingNote(
  rows: readonly Row[],
  readings: readonly Reading[],
  found: readonly string[],
  measure: MeasureKey,
): string | undefined {
  // What was looked for has its own sentence.
  const drawn = new Set([...readings.map((r) => r.id), ...found]);
  const isSecret = (row: Row) => row.architecture === 'undisclosed';
  const missing = rows
    .filter((row) => !drawn.has(row.id))
    .sort((a, b) => Number(isSecret(b)) - Number(isSecret(a)))
    .map((row) => shortName(row.name));
  if (missing.length === 0) return undefined;
  const named = missing.slice(0, MOST_NAMED).join(', ');
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
  return `No mark for ${named}${more}: ${MEASURES[measure].lacking}.`;
}

/** All measures side by side, so that models can be compared; those that were looked for come first. */
function table(file: DatasetFile<Row>, readings: readonly Reading[], found: readonly string[]) {
  const measures = Object.values(MEASURES);
  const modalities = optionsOf(file, 'modality');
  const objectives = optionsOf(file, 'objective');
  const rows = new Map(file.rows.map((row) => [row.id, row]));
  return {
    columns: [
      { key: 'model', label: 'Model' },
      { key: 'organisation', label: 'Organisation' },
      { key: 'released', label: 'Released' },
      { key: 'modality', label: 'Modality' },
      { key: 'objective', label: 'Objective' },
      ...measures.map(({ key, label, unit }) => ({ key, label, unit })),
      { key: 'source', label: 'Source' },
    ],
    rows: foundFirst(readings, found).map((reading) => {
      const row = rows.get(reading.id)!;
      return {
        id: row.id,
        model: row.name,
        organisation: row.organisation,
        released: isKnown(row.released) ? row.released.value : null,
        modality: modalities[row.modality] ?? row.modality,
        objective: objectives[row.objective] ?? row.objective,
        ...Object.fromEntries(
          measures.map(({ key }) => [key, isKnown(row[key]) ? row[key].value : null]),
        ),
        source: reading.sources[0]
          ? `${reading.sources[0].id}, ${reading.sources[0].locator}`
          : null,
      };
    }),
  };
}

const foundFirst = (readings: readonly Reading[], found: readonly string[]) => [
  ...found.flatMap((id) => readings.find((reading) => reading.id === id) ?? []),
  ...readings.filter(({ id }) => !found.includes(id)),
];

const MOST_COMPARED = 5;

/**
 * The models that a reader names, separated by commas: of each name the one that it fits best,
 * the whole name before its beginning before any part of it.
 * @returns ids of at most five rows, and the names that fit none
 */
export function findModels(
  rows: readonly Pick<Row, 'id' | 'name'>[],
  asked: string,
): { found: string[]; unknown: string[] } {
  const names = asked
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, MOST_COMPARED);
  const found: string[] = [];
  const unknown: string[] = [];
  for (const name of names) {
    const wanted = name.toLowerCase();
    const fits: ((text: string) => boolean)[] = [
      (text) => text === wanted,
      (text) => text.startsWith(wanted),
      (text) => text.includes(wanted),
    ];
    const match = fits
      .map((fit) => rows.find((row) => fit(row.name.toLowerCase()) && !found.includes(row.id)))
      .find(Boolean);
    if (match) found.push(match.id);
    else unknown.push(name);
  }
  return { found, unknown };
}

/** The models that were the largest when they came out, latest first, then the rest by size. */
function recordFirst(readings: readonly Reading[]): string[] {
  const records = readings.filter((r, i) => readings.slice(0, i).every((before) => before.y < r.y));
  const rest = readings.filter((r) => !records.includes(r)).sort((a, b) => b.y - a.y);
  return [...records.reverse(), ...rest].map((r) => r.id);
}

/** Every model by date against a measure, on a log scale. */
export function series(data: FigureData, state: FigureState): PointSeries {
  const file = need<Row>(data, 'models');
  const wanted = choiceOf(state, 'measure');
  const measure = isMeasure(wanted) ? wanted : 'parameters';
  const modality = choiceOf(state, 'modality');
  const colour = choiceOf(state, 'colour');
  const rows = file.rows.filter((row) => modality === 'all' || row.modality === modality);
  const { found, unknown } = findModels(rows, choiceOf(state, 'find'));
  const readings = rows
    .flatMap((row) => toReading(row, measure, colour))
    .map((reading) => ({ ...reading, muted: found.length > 0 && !found.includes(reading.id) }))
    .sort((a, b) => a.x - b.x);
  const formatY = measure === 'compute' ? (v: number) => formatScientific(v) : formatCompact;
  return {
    readings,
    groups: groupsFor(colour),
    x: yearAxis(
      readings.map((r) => r.x),
      'First public version',
    ),
    y: logAxis(
      readings.map((r) => r.y),
      MEASURES[measure].label,
      formatY,
    ),
    named: recordFirst(readings.filter(({ muted }) => !muted)),
    table: table(file, readings, found),
    summary:
      summarise(readings, measure, optionsOf(file, 'modality')[modality]) +
      comparison(readings, found),
    note:
      [
        searchNote(rows, readings, found, unknown, measure),
        estimatesNote(rows, readings.length, measure),
        missingNote(rows, readings, found, measure),
      ]
        .filter(Boolean)
        .join(' ') || undefined,
  };
}

export const spec: FigureSpec = {
  id: 'model-atlas',
  title: 'An atlas of pre-trained models',
  question: 'How large are the models that others start from, and when did they come?',
  lookFor:
    'The scale is logarithmic: each line up is ten times more. Compare the flat run of the vision networks from 2012 to 2017 with the climb of the language models after 2018. Then switch to compute: most of these marks are estimates by others, because few makers print the number.',
  datasets: ['models'],
  controls: [
    {
      kind: 'choice',
      key: 'measure',
      label: 'Upwards',
      default: 'parameters',
      options: [
        { value: 'parameters', label: 'Parameters' },
        { value: 'tokens', label: 'Tokens' },
        { value: 'images', label: 'Images' },
        { value: 'compute', label: 'Compute' },
      ],
    },
    {
      kind: 'choice',
      key: 'colour',
      label: 'Colour',
      default: 'modality',
      options: [
        { value: 'modality', label: 'Modality' },
        { value: 'objective', label: 'Objective' },
        { value: 'openness', label: 'Openness' },
      ],
    },
    {
      kind: 'choice',
      key: 'modality',
      label: 'Show',
      default: 'all',
      options: [
        { value: 'all', label: 'All' },
        { value: 'vision', label: 'Vision' },
        { value: 'language', label: 'Language' },
        { value: 'code', label: 'Code' },
        { value: 'vision-language', label: 'Vision and language' },
        { value: 'image-generation', label: 'Image generation' },
        { value: 'audio', label: 'Audio' },
        { value: 'multimodal', label: 'Multimodal' },
      ],
    },
    {
      kind: 'text',
      key: 'find',
      label: 'Find up to 5, with commas',
      default: '',
    },
  ],
  series,
};
