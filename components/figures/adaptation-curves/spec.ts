import {
  choiceOf,
  need,
  optionsOf,
  type Axis,
  type FigureData,
  type FigureSpec,
  type FigureTable,
  type PointSeries,
} from '@/lib/figure';
import type { FigureState } from '@/lib/url-state';
import { adaptationRuns } from '@/data/adaptation-runs/definition';
import { COSTS, alongCost } from './costs';
import { alongExamples } from './curves';
import { UNTRAINED, toPoint, valueOf, type Labels, type Point, type Row } from './model';
import { noteOn, summarise } from './words';

const ACCURACY: Axis = {
  label: 'Accuracy (%)',
  scale: 'linear',
  domain: [0, 100],
  ticks: [0, 20, 40, 60, 80, 100],
  format: String,
};

function tableOf(points: readonly Point[], labels: Labels): FigureTable {
  return {
    columns: [
      { key: 'method', label: 'Way to adapt' },
      { key: 'examples', label: 'Examples' },
      { key: 'accuracy', label: 'Accuracy', unit: 'percent' },
      { key: 'low', label: 'Lower end', unit: 'percent' },
      { key: 'high', label: 'Upper end', unit: 'percent' },
      { key: 'seeds', label: 'Each seed', unit: 'percent' },
      { key: 'trained', label: 'Trained weights' },
      { key: 'memory', label: 'Optimizer memory', unit: 'bytes' },
      { key: 'time', label: 'Time of a step', unit: 'percent' },
    ],
    rows: points.map(({ row, examples, mean, low, high }) => ({
      id: row.id,
      method: labels[row.method] ?? row.method,
      examples,
      accuracy: mean,
      low,
      high,
      seeds: row.by_seed,
      trained: valueOf(row.trained) ?? null,
      memory: valueOf(row.optimizer_memory) ?? null,
      time: valueOf(row.step_time) ?? null,
    })),
  };
}

/** Accuracy of every chosen way, against examples or against what it costs. */
export function series(data: FigureData, state: FigureState): PointSeries {
  const file = need<Row>(data, 'adaptation-runs');
  const labels = optionsOf(file, 'method');
  const wanted = state.methods as readonly string[];
  const methods = Object.keys(labels).filter((id) => wanted.includes(id));
  const all = file.rows.flatMap(toPoint);
  const chosen = all.filter(({ row }) => wanted.includes(row.method));
  const examples = Number(choiceOf(state, 'examples'));
  const there = chosen.filter(
    (point) => point.examples === examples || point.row.method === UNTRAINED,
  );
  const cost = COSTS[choiceOf(state, 'against') as keyof typeof COSTS] as
    (typeof COSTS)[keyof typeof COSTS] | undefined;
  const picture = cost
    ? alongCost(there, methods, labels, cost)
    : alongExamples(chosen, methods, labels);
  return {
    ...picture,
    groups: methods.map((id) => ({ id, label: labels[id] ?? id })),
    y: ACCURACY,
    table: tableOf(
      chosen.filter(({ row }) => picture.readings.some(({ id }) => id === row.id)),
      labels,
    ),
    summary: summarise(there, all, examples, labels),
    note: noteOn(there, cost !== undefined),
  };
}

export const spec: FigureSpec = {
  id: 'adaptation-curves',
  title: 'What pre-training is worth, in labelled examples',
  question: 'How many labelled examples does a checkpoint save?',
  lookFor:
    'Each mark is a mean over seeds, each band where the mean of many more seeds would lie, nineteen times in twenty. Every way has eighty steps, whatever the number of examples. From three hundred examples on, “From scratch” hardly gains: it lacks steps, not labels. With ten examples all bands overlap, so nothing is settled there. Then set the axis to trained weights: the ways differ a thousandfold in what they train, and far less in what they reach.',
  datasets: ['adaptation-runs'],
  controls: [
    {
      kind: 'choice',
      key: 'against',
      label: 'Against',
      default: 'examples',
      options: [
        { value: 'examples', label: 'Labelled examples' },
        { value: 'trained', label: 'Trained weights' },
        { value: 'memory', label: 'Optimizer memory' },
        { value: 'time', label: 'Time of a step' },
      ],
    },
    {
      kind: 'choice',
      key: 'examples',
      label: 'Examples, where a cost is the axis',
      default: '100',
      options: ['10', '30', '100', '300', '1000'].map((value) => ({
        value,
        label: value === '1000' ? '1,000' : value,
      })),
    },
    {
      kind: 'set',
      key: 'methods',
      label: 'Ways to adapt',
      default: ['scratch', 'features', 'full', 'lora'],
      options: Object.entries(adaptationRuns.columns[0].options).map(([value, label]) => ({
        value,
        label,
      })),
    },
  ],
  series,
};
