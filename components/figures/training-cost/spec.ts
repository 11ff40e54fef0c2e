import { rowChartHeight } from '@/lib/row-layout';
import {
  choiceOf,
  logAxis,
  type FigureData,
  type FigureSpec,
  type Reading,
  type RowSeries,
} from '@/lib/figure';
import { formatCompact, formatNumber } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';
import { CONTROLS, ORIGINS, assumptionsOf, originsOf } from './controls';
import { estimate, type Estimate } from './estimate';
import { chipHours, type Measure } from './formula';
import { CHIP_QUANTITIES, type Published, type Run } from './runs';
import {
  MEASURES,
  about,
  amount,
  between,
  inHours,
  notes,
  summarise,
  whose,
  worked,
} from './words';

const GROUPS = [
  { id: 'formula', label: 'By the formula' },
  { id: 'makers', label: 'From its makers' },
  { id: 'others', label: 'Estimated by others' },
] as const;

type Cited = { source: string; locator: string };

/** Works, each place once. */
function cite(cells: readonly Cited[]): Reading['sources'] {
  const places = new Map(
    cells.map(({ source, locator }) => [`${source} ${locator}`, { id: source, locator }]),
  );
  return [...places.values()];
}

function estimateReading(
  { run, chip, utilisation, value, low, high }: Estimate,
  row: number,
  measure: Measure,
  origins: readonly Cited[],
): Reading {
  const hours = chipHours(run.flop.value, chip.peak, utilisation);
  return {
    id: `${run.id}-formula`,
    x: value,
    y: row,
    low,
    high,
    label: run.name,
    text: `${about(measure, value)} by the formula, ${between(measure, low, high, 2)} over the range of utilisation: ${inHours(hours)} chip-hours on ${chip.name}`,
    sources: cite([
      run.flop,
      ...(chip === run.chip ? [run.chipCell] : []),
      ...chip.cells,
      ...origins,
    ]),
    group: 0,
  };
}

function publishedReading(run: Run, found: Published, row: number, measure: Measure): Reading {
  const { value, high, by, cell } = found;
  const range = high === undefined ? amount(measure, value) : between(measure, value, high);
  return {
    id: `${run.id}-published`,
    // Where two ends were printed, the mark stands between them.
    x: high === undefined ? value : (value + high) / 2,
    y: row,
    ...(high === undefined ? {} : { low: value, high }),
    label: run.name,
    text: `${range}, ${whose(found)}`,
    sources: cite([cell]),
    group: by === 'makers' ? 1 : 2,
  };
}

function tableRow(reading: Reading, { run, chip }: Estimate) {
  return {
    id: reading.id,
    run: run.name,
    kind: GROUPS[reading.group]!.label,
    operations: run.flop.value,
    chip: reading.group === 0 ? chip.name : run.chip.name,
    value: reading.x,
    low: reading.low ?? null,
    high: reading.high ?? null,
    source: reading.sources[0] ? `${reading.sources[0].id}, ${reading.sources[0].locator}` : null,
  };
}

/** Every run as a row: what the formula gives, and what was published. */
export function series(data: FigureData, state: FigureState): RowSeries {
  const measure = choiceOf(state, 'measure') as Measure;
  const estimates = estimate(data, state, measure);
  const origins = originsOf(data, state, measure);
  const perRow = estimates.map((one, row) => {
    const found = one.run.published[measure];
    return [
      estimateReading(one, row, measure, origins),
      ...(found ? [publishedReading(one.run, found, row, measure)] : []),
    ];
  });
  const readings = perRow.flat();
  const { axis, unit } = MEASURES[measure];
  const example = estimates.find(({ run }) => run.id === 'gpt-3') ?? estimates[0];
  return {
    readings,
    groups: GROUPS,
    rows: estimates.map(({ run }) => ({ id: run.id, label: run.name })),
    mark: 'dot',
    apart: true,
    isList: true,
    x: logAxis(
      readings.flatMap(({ x, low, high }) => [x, low ?? x, high ?? x]),
      axis,
      (value) => (measure === 'money' ? `$${formatCompact(value)}` : formatNumber(value)),
    ),
    named: [],
    table: {
      columns: [
        { key: 'run', label: 'Training run' },
        { key: 'kind', label: 'Figure' },
        { key: 'operations', label: 'Operations', unit: 'FLOP' },
        { key: 'chip', label: 'Chip' },
        { key: 'value', label: 'Value', unit },
        { key: 'low', label: 'Low', unit },
        { key: 'high', label: 'High', unit },
        { key: 'source', label: 'Source' },
      ],
      rows: perRow.flatMap((some, row) =>
        some.map((reading) => tableRow(reading, estimates[row]!)),
      ),
    },
    summary: summarise(estimates, measure),
    note: [
      ...(example ? [worked(example, measure, assumptionsOf(state))] : []),
      ...notes(estimates, measure, choiceOf(state, 'chip') === 'own'),
    ].join(' '),
  };
}

export const spec: FigureSpec<RowSeries> = {
  id: 'training-cost',
  title: 'What a training run takes, reckoned and reported',
  question:
    'How far do four numbers get you towards the money, electricity and carbon of a training run?',
  lookFor:
    'A circle is what the formula gives, worked through for GPT-3 below the picture; its interval runs from chips used well, on the left, to chips used badly. Nearly all reported electricity lies left of its circle. GPT-3’s lies to the right: its chips reached a fifth of their peak. Then switch to carbon: BLOOM falls far out of its interval, until you move the grid, under More settings, to the 57 grams of the place where it was trained.',
  datasets: ['training-runs', 'models', 'quantities'],
  rows: { quantities: [...CHIP_QUANTITIES, ...ORIGINS.map(({ quantity }) => quantity)] },
  controls: CONTROLS,
  series,
  height: rowChartHeight,
};
