import { isKnown } from '@/data/cell';
import type { corrections } from '@/data/corrections/definition';
import type { RowOf } from '@/data/schema';
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
import {
  formatCompact,
  formatDate,
  formatNumber,
  formatScaled,
  formatScientific,
  monthAsYear,
} from '@/lib/format';
import { datasetPath } from '@/lib/site';
import type { FigureState } from '@/lib/url-state';
import {
  GENERATIONS,
  MEASURES,
  openRecords,
  stepsOf,
  tellingOf,
  valueOf,
  type Measure,
  type Model,
  type Telling,
} from './growth';

type Correction = RowOf<typeof corrections>;

export interface GrowthSeries extends FigureSeries {
  x: Axis;
  size: Axis;
  /** Ids of the readings that stand in the lane outside the scale; their y means nothing. */
  silent: readonly string[];
  laneLabel: string;
  /** Between two readings, with the factor in words. */
  steps: readonly { from: string; to: string; text: string }[];
  /** Ids of muted readings to name where there is room, the most telling first. */
  context: readonly string[];
}

const GROUPS: readonly { id: Telling | 'open'; label: string }[] = [
  { id: 'published', label: 'GPT: published' },
  { id: 'estimated', label: 'GPT: estimated by others' },
  { id: 'silent', label: 'GPT: not disclosed' },
  { id: 'other-unit', label: 'GPT: told in another unit' },
  { id: 'open', label: 'Open models that set a record' },
];
const groupOf = (id: Telling | 'open') => GROUPS.findIndex((group) => group.id === id);

/** What is often said wrongly about a number: rows of the corrections. */
const OFTEN_SAID: Readonly<Record<Measure, Readonly<Record<string, string>>>> = {
  parameters: { 'gpt-1': 'c092-gpt1-parameters', 'gpt-4': 'c099-gpt4-size' },
  tokens: { 'gpt-3': 'c097-gpt3-data', 'gpt-4': 'c186-text-models-tokens' },
  compute: {},
};

const inWords = (value: number, measure: Measure): string =>
  measure === 'compute' ? formatScientific(value) : formatScaled(value, 4);

const dateOf = ({ released }: Model) => (isKnown(released) ? released.value : '');
const yearOf = (model: Model) => dateOf(model).slice(0, 4);
const bare = (name: string) => name.replace(/ \([^)]*\)/g, '');

/** Withheld values rest on the work that the date is from, and on our correction where there is one. */
function toReading(
  model: Model,
  measure: Measure,
  telling: Telling | 'open',
  correction: Correction | undefined,
): Reading {
  const cell = model[MEASURES[measure].key];
  const known = valueOf(model, measure);
  const { words, lacking } = MEASURES[measure];
  const said = known
    ? `${inWords(known.value, measure)} ${words}${known.status === 'estimated' ? ' (estimated)' : ''}`
    : lacking;
  // Some notes give the active parameters themselves.
  const experts =
    measure === 'parameters' &&
    isKnown(model.active_parameters) &&
    !cell.note?.includes('active for each token')
      ? `, ${formatScaled(model.active_parameters.value)} of them active for one token`
      : '';
  const note = cell.note ? `. ${cell.note.replace(/\.$/, '')}` : '';
  const found = known ? undefined : correction?.correct;
  return {
    id: model.id,
    x: monthAsYear(dateOf(model)),
    y: known?.value ?? 0,
    label: bare(model.name),
    text: `${said}${experts}, ${formatDate(dateOf(model))}${note}`,
    sources: [
      known ?? (isKnown(model.released) ? model.released : undefined),
      isKnown(found) ? found : undefined,
    ].flatMap((c) => (c ? [{ id: c.source, locator: c.locator }] : [])),
    group: groupOf(telling),
    muted: telling === 'open',
    ...(correction && {
      href: datasetPath('corrections', correction.id),
      linkText: 'What is often said about it',
    }),
  };
}

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const factorText = (factor: number) => `×${formatNumber(Math.round(factor))}`;

function summarise(
  generations: readonly Model[],
  open: readonly Model[],
  measure: Measure,
): string {
  const { label, words } = MEASURES[measure];
  const told = generations.flatMap((model) => {
    const cell = valueOf(model, measure);
    const status = cell?.status === 'estimated' ? ', estimated' : '';
    return cell
      ? [`${bare(model.name)} ${inWords(cell.value, measure)} (${yearOf(model)}${status})`]
      : [];
  });
  const steps = stepsOf(generations, measure).map(({ factor }) => factorText(factor));
  const growth = steps.length > 0 ? `: ${steps.join(', then ')}` : '';
  const named = (telling: Telling) =>
    generations.filter((m) => tellingOf(m, measure) === telling).map(({ name }) => bare(name));
  const other = named('other-unit');
  const largest = open.at(-1);
  const comparison =
    largest && valueOf(largest, measure)
      ? ` For comparison, ${open.length} open models, up to ${bare(largest.name)} with ${inWords(valueOf(largest, measure)!.value, measure)} ${words}.`
      : '';
  return (
    `${label} of the GPT series on a logarithmic scale. ${list(told)}${growth}. ` +
    `Not disclosed: ${list(named('silent'))}.` +
    (other.length > 0 ? ` Told in another unit: ${list(other)}.` : '') +
    comparison
  );
}

const NOTES: Readonly<Record<Measure, string>> = {
  parameters: 'Mixtures of experts are counted with all their experts.',
  tokens:
    'Tokens read in training or tokens in the training text, whichever the makers give. The text of GPT-1 and GPT-2 was told in books and in bytes.',
  compute:
    'The makers rarely print compute: most marks are estimates by Epoch AI, and the one for GPT-2 is called speculative there.',
};
const OPEN_NOTE =
  ' Grey marks: models with open weights that predict the next token and, when they came, had the highest number of all of these in our table.';

function tableOf(
  readings: readonly Reading[],
  models: readonly Model[],
  silent: readonly string[],
  measure: Measure,
) {
  const { label, unit } = MEASURES[measure];
  const released = new Map(models.map((model) => [model.id, formatDate(dateOf(model))]));
  return {
    columns: [
      { key: 'model', label: 'Model' },
      { key: 'released', label: 'Released' },
      { key: 'value', label, unit },
      { key: 'how', label: 'How it is known' },
      { key: 'said', label: 'In words' },
      { key: 'source', label: 'Source' },
    ],
    rows: readings.map(({ id, label: model, y, group, text, sources }) => ({
      id,
      model,
      released: released.get(id) ?? null,
      value: silent.includes(id) ? null : y,
      how: GROUPS[group]?.label ?? null,
      said: text,
      source: sources.map((source) => `${source.id}, ${source.locator}`).join('; '),
    })),
  };
}

/** The generations of GPT by date and size; what is withheld stands apart. */
export function series(data: FigureData, state: FigureState): GrowthSeries {
  const models = need<Model>(data, 'models').rows;
  const known = need<Correction>(data, 'corrections').rows;
  const measure = choiceOf(state, 'measure') as Measure;
  const generations = GENERATIONS.flatMap((id) => models.find((model) => model.id === id) ?? []);
  const since = dateOf(generations.find(({ id }) => id === 'gpt-3')!);
  const records = openRecords(models, measure, since);
  const open = state.open === true ? records : [];
  const correctionOf = ({ id }: Model) => known.find((row) => row.id === OFTEN_SAID[measure][id]);
  const readings = [
    ...open.map((model) => toReading(model, measure, 'open', undefined)),
    ...generations.map((model) =>
      toReading(model, measure, tellingOf(model, measure), correctionOf(model)),
    ),
  ].sort((a, b) => a.x - b.x);
  const silent = generations.filter((model) => !valueOf(model, measure)).map(({ id }) => id);
  const format = measure === 'compute' ? (v: number) => formatScientific(v, 1) : formatCompact;
  return {
    readings,
    groups: GROUPS,
    x: yearAxis(
      // The years stay where they are when the open models come and go.
      [...generations, ...records].map((model) => monthAsYear(dateOf(model))),
      'First public version',
    ),
    size: logAxis(
      readings.filter(({ id }) => !silent.includes(id)).map(({ y }) => y),
      MEASURES[measure].label,
      format,
    ),
    silent,
    laneLabel:
      measure === 'tokens'
        ? 'Outside the scale: no number of tokens'
        : 'Outside the scale: not disclosed',
    steps: stepsOf(generations, measure).map(({ from, to, factor }) => ({
      from: from.id,
      to: to.id,
      text: factorText(factor),
    })),
    named: generations.map(({ id }) => id),
    context: open.toReversed().map(({ id }) => id),
    table: tableOf(readings, models, silent, measure),
    summary: summarise(generations, open, measure),
    note: NOTES[measure] + (open.length > 0 ? OPEN_NOTE : ''),
  };
}

export const spec: FigureSpec<GrowthSeries> = {
  id: 'gpt-growth',
  title: 'Growth by powers of ten, then silence',
  question: 'How fast did the GPT series grow, and since when do we not know?',
  lookFor:
    'Follow the line from GPT-1 to GPT-3: on this scale every step upwards is a multiplication. Then look below the years. GPT-3.5 and its successors stand outside the scale, because their maker tells no number; low or high means nothing there. That others could tell, the grey marks show.',
  datasets: ['models', 'corrections'],
  controls: [
    {
      kind: 'choice',
      key: 'measure',
      label: 'Measure',
      default: 'parameters',
      options: [
        { value: 'parameters', label: 'Parameters' },
        { value: 'tokens', label: 'Training tokens' },
        { value: 'compute', label: 'Training compute' },
      ],
    },
    { kind: 'toggle', key: 'open', label: 'Open models for comparison', default: true },
  ],
  series,
  height: (_, layout) => (layout === 'wide' ? 460 : 490),
};
