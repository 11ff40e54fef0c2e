import { aroundAxis } from '@/lib/axes';
import {
  logAxis,
  need,
  optionsOf,
  position,
  zeroAxis,
  type Axis,
  type FigureData,
  type FigureSpec,
  type FigureTable,
  type Line,
  type PointSeries,
  type Reading,
} from '@/lib/figure';
import { formatCompact, formatNumber } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';
import {
  intervalOf,
  isFull,
  noteOf,
  sayMeasure,
  sayOneIn,
  sayScore,
  saySize,
  saySpread,
  viewOf,
  type Method,
  type Row,
  type View,
} from './model';
import { TABLES, TASKS } from './tables';
import { noteFor, summarise } from './words';

/** Full fine-tuning first, then roughly by how deep a family reaches into the model. */
const FAMILIES = ['full', 'selective', 'soft-prompt', 'additive', 'reparameterised'];

const SIZE_LABELS = {
  parameters: 'Trained weights',
  percent: 'Trained share of the weights',
} as const;

function toReading(run: View['drawn'][number], view: View): Reading {
  const { unit, scoreUnit, full } = view;
  const { row, method, score, size } = run;
  const oneIn =
    unit === 'parameters' && full?.size && !isFull(run)
      ? sayOneIn(size.value, full.size.value)
      : '';
  const note = noteOf(run);
  const isQuoted = row.run_by === 'earlier' && !/earlier work/.test(note);
  const words = [isQuoted ? 'quoted from earlier work' : '', note].filter(Boolean).join('; ');
  return {
    id: row.id,
    x: size.value,
    y: score.value,
    label: `${method.name}, row “${row.run}”`,
    text: `${sayMeasure({ ...view, metric: row.metric })}: ${sayScore(score.value, scoreUnit)}${saySpread(row)}; ${saySize(size.value, unit)}${oneIn}${words && ` (${words})`}`,
    sources: [score, size].map(({ source, locator }) => ({ id: source, locator })),
    group: FAMILIES.indexOf(method.family),
    ...intervalOf(run),
  };
}

function scoreAxis(readings: readonly Reading[], view: View, fromZero: boolean): Axis {
  const values = readings.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]);
  const unit = view.scoreUnit === 'percent' ? '%' : view.scoreUnit;
  const label = `${view.task} (${unit})`;
  if (fromZero) return zeroAxis(values, label);
  // A tenth of the largest score at least, so that a hair’s breadth does not fill the picture.
  return aroundAxis(values, label, Math.max(0, ...values) / 10);
}

/** Full fine-tuning as a line across, to hold the others against. */
function reference({ full }: View, x: Axis): Line[] {
  if (!full) return [];
  const y = full.score.value;
  return [
    {
      id: 'full-fine-tuning',
      label: 'Full fine-tuning',
      group: FAMILIES.indexOf('full'),
      points: x.domain.map((at) => [at, y] as const),
      dashed: true,
    },
  ];
}

function table(view: View, families: Readonly<Record<string, string>>): FigureTable {
  const sizeKey = view.unit === 'parameters' ? 'parameters' : 'share';
  return {
    columns: [
      { key: 'run', label: 'Row of the table' },
      { key: 'method', label: 'Method' },
      { key: 'family', label: 'Family' },
      { key: sizeKey, label: SIZE_LABELS[view.unit], unit: view.unit },
      { key: 'score', label: view.task, unit: view.scoreUnit },
      { key: 'spread', label: 'Spread' },
      { key: 'source', label: 'Source' },
    ],
    rows: view.drawn.map(({ row, method, size, score }) => ({
      id: row.id,
      run: row.run,
      method: method.name,
      family: families[method.family] ?? method.family,
      [sizeKey]: size.value,
      score: score.value,
      spread: row.spread?.value ?? null,
      source: `${score.source}, ${score.locator}`,
    })),
  };
}

/**
 * Full fine-tuning, then the marks that stand most alone: the picture gives each
 * method one name, best where it can be read. Distances are in shares of the axes.
 */
function namingOrder(view: View, x: Axis, y: Axis): string[] {
  const at = ({ size, score }: View['drawn'][number]) =>
    [position(x, size.value, 0, 1), position(y, score.value, 0, 1)] as const;
  const room = (run: View['drawn'][number]) => {
    const [across, up] = at(run);
    const others = view.drawn.filter((other) => other !== run).map(at);
    return Math.min(...others.map(([a, u]) => Math.hypot(a - across, u - up)));
  };
  return view.drawn
    .map((run) => ({ id: run.row.id, rank: isFull(run) ? Infinity : room(run) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ id }) => id);
}

/** One published table, one task: score against how much was trained. */
export function series(data: FigureData, state: FigureState): PointSeries {
  const view = viewOf(data, state);
  const families = optionsOf(need<Method>(data, 'adaptation-methods'), 'family');
  const fromZero = state.zero === true;
  const readings = view.drawn.map((run) => toReading(run, view));
  const format = (value: number) =>
    view.unit === 'parameters' ? formatCompact(value) : `${formatNumber(value)}%`;
  const x = logAxis(
    readings.map((reading) => reading.x),
    SIZE_LABELS[view.unit],
    format,
  );
  const y = scoreAxis(readings, view, fromZero);
  return {
    readings: readings.sort((a, b) => a.x - b.x),
    groups: FAMILIES.map((id) => ({ id, label: families[id] ?? id })),
    x,
    y,
    lines: reference(view, x),
    named: namingOrder(view, x, y),
    table: table(view, families),
    summary: summarise(view),
    note: noteFor(view, need<Row>(data, 'peft').rows, fromZero),
    choices: { task: view.offered },
  };
}

export const spec: FigureSpec = {
  id: 'peft-comparison',
  title: 'A ten-thousandth of the weights, and nearly the same score',
  question: 'How much does the number of trained weights decide about the score?',
  lookFor:
    'Each step along the axis below is ten times as many trained weights; the dashed line is full fine-tuning, which trains them all. Look how far to the left a method still reaches the line, and whether more weights help it. A picture holds one published table and no more: data, tuning and test sets differ from paper to paper, and a mark of one says nothing about a mark of another.',
  datasets: ['peft', 'adaptation-methods'],
  controls: [
    {
      kind: 'choice',
      key: 'table',
      label: 'Published table',
      default: 'lora-gpt3-budgets',
      options: TABLES,
    },
    {
      kind: 'choice',
      key: 'task',
      label: 'Task',
      default: 'wikisql',
      options: TASKS.map(({ value, label }) => ({ value, label })),
    },
    { kind: 'toggle', key: 'zero', label: 'Scores from zero', default: false },
  ],
  series,
};
