import { rowChartHeight } from '@/lib/row-layout';
import type { memoryTerms } from '@/data/memory-terms/definition';
import type { RowOf } from '@/data/schema';
import {
  choiceOf,
  need,
  numberOf,
  type Axis,
  type FigureData,
  type FigureSpec,
  type Reading,
  type RowSeries,
} from '@/lib/figure';
import { formatNumber } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';
import { OWN, controls } from './controls';
import { parameterCount, shapeOf, type ArchitectureRow, type Shape } from './formula';
import {
  METHODS,
  PARTS,
  memoryOf,
  termsOf,
  trainedWeights,
  type Method,
  type Setting,
  type Terms,
} from './memory';
import {
  GIGA,
  NAMES,
  PART_NAMES,
  inGigabytes,
  inPercent,
  noteOf,
  summarise,
  type Budget,
} from './words';

/** Where the count of what a method adds is from. */
const ADDED_BY: Readonly<Record<Method, { id: string; locator: string } | undefined>> = {
  full: undefined,
  adapters: { id: 'houlsby-2019', locator: 'Section 2.1' },
  prefix: { id: 'li-2021', locator: 'Section 4' },
  lora: { id: 'hu-2021', locator: 'Section 4.1' },
  dora: { id: 'liu-2024', locator: 'Section 4' },
  qlora: { id: 'dettmers-2023', locator: 'Section 3' },
};

/** The reader's own shape is a Llama's, with full attention and an output of its own. */
const ownShape = (state: FigureState): Shape => ({
  name: 'Your own shape',
  layers: numberOf(state, 'layers'),
  width: numberOf(state, 'width'),
  keyWidth: numberOf(state, 'width'),
  inner: numberOf(state, 'inner'),
  vocabulary: numberOf(state, 'vocabulary'),
  positions: 0,
  design: 'llama',
  tied: false,
});

/** The chosen shape, and the work that it is from. */
function chosen(rows: readonly ArchitectureRow[], state: FigureState) {
  const id = choiceOf(state, 'model');
  const row = rows.find((one) => one.id === id);
  if (id !== OWN && !row) throw new Error(`architectures lacks "${id}"`);
  const source =
    row && 'source' in row.layers ? [{ id: row.layers.source, locator: row.layers.locator }] : [];
  return { shape: row ? shapeOf(row) : ownShape(state), source };
}

const settingOf = (state: FigureState): Setting => ({
  matrices: choiceOf(state, 'matrices'),
  size: Math.round(numberOf(state, 'size')),
  tokens: Math.round(numberOf(state, 'tokens')),
  isMixed: choiceOf(state, 'precision') === 'mixed',
  adam: choiceOf(state, 'adam') as Setting['adam'],
  isCheckpointed: state.checkpointing === true,
});

const budgetOf = (method: Method, shape: Shape, setting: Setting, terms: Terms): Budget => {
  const pieces = memoryOf(method, shape, setting, terms);
  return {
    method,
    trained: trainedWeights(method, shape, setting),
    pieces,
    bytes: pieces.reduce((sum, { bytes }) => sum + bytes, 0),
  };
};

type Source = Reading['sources'][number];

/** Each place once. */
const distinct = (sources: readonly Source[]): Source[] =>
  sources.filter(
    (one, i) => sources.findIndex((s) => s.id === one.id && s.locator === one.locator) === i,
  );

/** One bar: a method's pieces end to end. */
function toReadings(budget: Budget, row: number, all: number, shapeSource: Source[]): Reading[] {
  const { method, trained, pieces } = budget;
  const added = ADDED_BY[method];
  const training = `Trained: ${formatNumber(trained, 15)} weights, ${inPercent(trained / all)} of the model`;
  let end = 0;
  return pieces.map(({ part, bytes, how, terms }) => {
    const from = end;
    end += bytes / GIGA;
    const share = bytes / budget.bytes;
    return {
      id: `${method}-${part}`,
      x: end,
      from,
      y: row,
      label: `${NAMES[method]}, ${PART_NAMES[part].toLowerCase()}:`,
      text: `${inGigabytes(bytes)}, ${inPercent(share)} of the bar, from ${how}. ${training}`,
      sources: distinct([
        ...terms.map((one) => one.source),
        ...(added && part !== 'activations' ? [added] : []),
        ...shapeSource,
      ]),
      group: PARTS.indexOf(part),
    };
  });
}

/** An axis of gigabytes from zero, with ticks at every 1, 2 or 5 times a power of ten. */
function byteAxis(most: number): Axis {
  const power = 10 ** Math.floor(Math.log10(most / 6));
  const step = [1, 2, 5, 10].map((n) => n * power).find((s) => most / s <= 6.5) ?? 10 * power;
  const high = most * 1.03;
  const ticks = Array.from({ length: Math.floor(high / step) + 1 }, (_, i) => i * step);
  return {
    label: 'Memory (gigabytes)',
    scale: 'linear',
    domain: [0, high],
    ticks,
    format: (value) => formatNumber(value, 3),
  };
}

const tableOf = (budgets: readonly Budget[], all: number, readings: readonly Reading[]) => ({
  columns: [
    { key: 'method', label: 'Method' },
    { key: 'trained', label: 'Trained weights' },
    { key: 'share', label: 'Share of the model', unit: 'percent' },
    { key: 'part', label: 'Part' },
    { key: 'gigabytes', label: 'Memory', unit: 'GB' },
    { key: 'how', label: 'How it is counted' },
    { key: 'source', label: 'Sources' },
  ],
  rows: budgets.flatMap(({ method, trained, pieces }) =>
    pieces.map(({ part, bytes, how }) => {
      const id = `${method}-${part}`;
      const sources = readings.find((reading) => reading.id === id)?.sources ?? [];
      return {
        id,
        method: NAMES[method],
        trained: formatNumber(trained, 15),
        share: (100 * trained) / all,
        part: PART_NAMES[part],
        gigabytes: bytes / GIGA,
        how,
        source: sources.map((one) => `${one.id}, ${one.locator}`).join('; '),
      };
    }),
  ),
});

/** A bar a method, in parts; everything follows from the shape, the setting and the terms. */
export function series(data: FigureData, state: FigureState): RowSeries {
  const architectures = need<ArchitectureRow>(data, 'architectures').rows;
  const terms = termsOf(need<RowOf<typeof memoryTerms>>(data, 'memory-terms').rows);
  const { shape, source } = chosen(architectures, state);
  const setting = settingOf(state);
  const all = parameterCount(shape);
  const budgets = METHODS.map((method) => budgetOf(method, shape, setting, terms));
  const readings = budgets.flatMap((budget, row) => toReadings(budget, row, all, source));
  return {
    readings,
    groups: PARTS.map((id) => ({ id, label: PART_NAMES[id] })),
    rows: budgets.map(({ method, bytes }) => ({
      id: method,
      label: `${NAMES[method]}: ${inGigabytes(bytes)}`,
    })),
    mark: 'bar',
    isList: true,
    x: byteAxis(Math.max(...readings.map(({ x }) => x))),
    named: [],
    table: tableOf(budgets, all, readings),
    summary: summarise(shape, setting, budgets),
    note: noteOf(shape, setting, choiceOf(state, 'model') === OWN),
  };
}

export const spec: FigureSpec<RowSeries> = {
  id: 'adapter-budget',
  title: 'A frozen weight needs no gradient and no optimiser state',
  question: 'How much memory does each way of adapting a model need, and for what?',
  lookFor:
    'Compare the first bar with the others: gradients and optimiser state all but vanish, the model itself stays. Then move the rank, and see how little it matters; move the tokens, and see activations outgrow all else. Only QLoRA makes the model smaller.',
  datasets: ['architectures', 'memory-terms'],
  controls,
  series,
  height: rowChartHeight,
};
