import { isKnown } from '@/data/cell';
import {
  choiceOf,
  logAxis,
  need,
  yearAxis,
  type Axis,
  type FigureData,
  type FigureSpec,
  type Line,
  type PointSeries,
  type Reading,
} from '@/lib/figure';
import { formatDate, formatNumber, formatQuantity, monthAsYear } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';
import { RULE, isNextToken, ratioOf, setApart, type Ratio, type Row } from './ratio';

const GROUPS = [
  { id: 'open', label: 'Weights to download' },
  { id: 'closed', label: 'Closed weights' },
  { id: 'experts', label: 'Mixture of experts' },
] as const;

/** Large numbers bear no decimals: 1.72, 38.5, 214, 6,471. */
const formatRatio = (value: number) => formatNumber(value, value >= 1000 ? 4 : value >= 1 ? 3 : 2);

const isOpen = (row: Row) => isKnown(row.open_weights) && row.open_weights.value;

function groupOf(row: Row): number {
  if (row.architecture === 'mixture-of-experts') return 2;
  return isOpen(row) ? 0 : 1;
}

function describe({ row, value, isActive }: Ratio): string {
  const { parameters, active_parameters: active, training_tokens: tokens, released } = row;
  const counted = isActive ? active : parameters;
  const size = isKnown(counted) ? formatQuantity(counted.value, 'parameters') : '';
  const all = row.architecture === 'mixture-of-experts' && !isActive ? ' (all experts)' : '';
  const read = isKnown(tokens) ? formatQuantity(tokens.value, 'tokens') : '';
  const note = isKnown(tokens) && tokens.note ? `. ${tokens.note.replace(/\.$/, '')}` : '';
  const date = isKnown(released) ? `, ${formatDate(released.value)}` : '';
  return (
    `${formatRatio(value)} tokens per parameter: ${read} tokens on ` +
    `${size}${isActive ? ' active' : ''} parameters${all}${date}${note}`
  );
}

function toReading(ratio: Ratio): Reading[] {
  const { row, value, cells } = ratio;
  if (!isKnown(row.released)) return [];
  return [
    {
      id: row.id,
      x: monthAsYear(row.released.value),
      y: value,
      label: row.name,
      text: describe(ratio),
      sources: cells.map(({ source, locator }) => ({ id: source, locator })),
      group: groupOf(row),
    },
  ];
}

/** A log axis with a tick at the rule. */
function ratioAxis(readings: readonly Reading[]): Axis {
  const axis = logAxis(
    [RULE, ...readings.map((r) => r.y)],
    'Tokens per parameter (dashed: 20)',
    formatRatio,
  );
  return {
    ...axis,
    ticks: [...axis.ticks.filter((t) => t !== RULE), RULE].sort((a, b) => a - b),
  };
}

/** The rule of twenty, from edge to edge. */
const ruleLine = ({ domain }: Axis): Line => ({
  id: 'rule',
  label: 'Twenty tokens per parameter',
  group: 0,
  muted: true,
  dashed: true,
  points: domain.map((x) => [x, RULE]),
});

/** The models that the chapter tells of come first, then the farthest from the rule. */
const LANDMARKS = [
  'chinchilla',
  'gpt-3',
  'llama-3-8b',
  'llama-3-1-405b',
  'smollm2-1-7b',
  'pangu-alpha-200b',
  'gopher',
  'llama-7b',
  'megatron-lm-8b',
  'deepseek-v3',
  'tinyllama-1-1b',
  'palm-540b',
  'llama-3-70b',
];

function namingOrder(readings: readonly Reading[]): string[] {
  const distance = ({ y }: Reading) => Math.abs(Math.log(y / RULE));
  const rank = ({ id }: Reading) => {
    const at = LANDMARKS.indexOf(id);
    return at < 0 ? LANDMARKS.length : at;
  };
  return [...readings]
    .sort((a, b) => rank(a) - rank(b) || distance(b) - distance(a))
    .map((r) => r.id);
}

function summarise(readings: readonly Reading[], state: FigureState): string {
  const byRatio = [...readings].sort((a, b) => a.y - b.y);
  const least = byRatio[0];
  const most = byRatio.at(-1);
  if (!least || !most) return 'No model in this selection has known parameters and tokens.';
  const below = readings.filter((r) => r.y < RULE).length;
  const after = readings.filter((r) => r.x >= 2023);
  const belowAfter = after.filter((r) => r.y < RULE).length;
  const which =
    choiceOf(state, 'weights') === 'open' ? 'models with weights to download' : 'language models';
  return (
    `${readings.length} ${which} by date against tokens per parameter, on a logarithmic scale: ` +
    `from ${formatRatio(least.y)} (${least.label}) to ${formatRatio(most.y)} (${most.label}). ` +
    `${below} lie below ${RULE}; of the ${after.length} since 2023, ${belowAfter} do.`
  );
}

function note(rows: readonly Row[], active: boolean): string {
  const silent = rows.filter((row) => !isKnown(row.parameters) || !isKnown(row.training_tokens));
  const experts = active
    ? 'Mixtures of experts are counted by the weights that one token passes through.'
    : 'Mixtures of experts are counted with all their experts, of which a token meets only a part.';
  const reasons = [
    'models that fill in hidden words (their sources count the text, not how much of it was read)',
    `${silent.length} models without published counts`,
    ...setApart(rows),
  ];
  return `${experts} Left out: ${reasons.join('; ')}.`;
}

function table(ratios: readonly Ratio[], readings: readonly Reading[]) {
  const byId = new Map(ratios.map((ratio) => [ratio.row.id, ratio]));
  return {
    columns: [
      { key: 'model', label: 'Model' },
      { key: 'released', label: 'Released' },
      { key: 'open', label: 'Open weights' },
      { key: 'parameters', label: 'Parameters', unit: 'parameters' },
      { key: 'active', label: 'Active parameters', unit: 'parameters' },
      { key: 'tokens', label: 'Training tokens', unit: 'tokens' },
      { key: 'ratio', label: 'Tokens per parameter' },
      { key: 'source', label: 'Source' },
    ],
    rows: readings.map((reading) => {
      const { row } = byId.get(reading.id)!;
      return {
        id: row.id,
        model: row.name,
        released: isKnown(row.released) ? row.released.value : null,
        open: isKnown(row.open_weights) ? row.open_weights.value : null,
        parameters: isKnown(row.parameters) ? row.parameters.value : null,
        active: isKnown(row.active_parameters) ? row.active_parameters.value : null,
        tokens: isKnown(row.training_tokens) ? row.training_tokens.value : null,
        ratio: reading.y,
        source: reading.sources[0]
          ? `${reading.sources[0].id}, ${reading.sources[0].locator}`
          : null,
      };
    }),
  };
}

/** Every comparable model by date against tokens per parameter, with the rule of twenty. */
export function series(data: FigureData, state: FigureState): PointSeries {
  const active = state.active === true;
  const rows = need<Row>(data, 'models')
    .rows.filter(isNextToken)
    .filter((row) => choiceOf(state, 'weights') !== 'open' || isOpen(row));
  const ratios = rows.flatMap((row) => ratioOf(row, active) ?? []);
  const readings = ratios.flatMap(toReading).sort((a, b) => a.x - b.x);
  const x = yearAxis(
    readings.map((r) => r.x),
    'First public version',
  );
  return {
    readings,
    groups: GROUPS,
    x,
    y: ratioAxis(readings),
    lines: [ruleLine(x)],
    named: namingOrder(readings),
    table: table(ratios, readings),
    summary: summarise(readings, state),
    note: note(rows, active),
  };
}

export const spec: FigureSpec = {
  id: 'tokens-per-parameter',
  title: 'Tokens per parameter, from less than one to thousands',
  question: 'Who still trains at twenty tokens per parameter?',
  lookFor:
    'Each full line up is ten times more text for every weight. Until Chinchilla, the largest models lie far under the dashed line at twenty; since then few do, and small models lie far above it. Follow one family: Llama 3 gave 8, 70 and 405 billion parameters much the same text, so the ratio falls as the model grows.',
  datasets: ['models'],
  controls: [
    {
      kind: 'choice',
      key: 'weights',
      label: 'Show',
      default: 'all',
      options: [
        { value: 'all', label: 'All models' },
        { value: 'open', label: 'Weights to download' },
      ],
    },
    {
      kind: 'toggle',
      key: 'active',
      label: 'Count only the active weights of a mixture of experts',
      default: false,
    },
  ],
  series,
};
