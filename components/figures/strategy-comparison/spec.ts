import { aroundAxis } from '@/lib/axes';
import {
  choiceOf,
  type Axis,
  type FigureData,
  type FigureSpec,
  type FigureTable,
  type Reading,
} from '@/lib/figure';
import { formatNumber } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';
import { COMPARISONS, IMAGENET } from './comparisons';
import { AVERAGE, GROUPS, laneChartHeight, type LaneSeries } from './layout';
import { gainOn, isFull, lowerIsBetter, type Score } from './model';
import { sayGain, sayScore, signed } from './numbers';
import { rowId, viewOf, type Mark, type View } from './rows';
import { noteFor, ownNote, sharedNotes, summarise } from './words';

const groupOf = ({ isAverage, shift }: Score) => (isAverage ? AVERAGE : shift === 'alike' ? 0 : 1);

function toReading({ score, at, full }: Mark, view: View, shared: readonly string[]): Reading {
  const { cell, spread, task, metric, run, strategy } = score;
  const note = ownNote(score.note, shared);
  const interval = spread && !view.isGain ? spread.value : undefined;
  const against = full && !isFull(score) ? `, ${sayGain(gainOn(full, score), sayScore(full))}` : '';
  return {
    id: score.id,
    x: at,
    y: view.rows.findIndex(({ id }) => id === rowId(score)),
    label: run === strategy ? strategy : `${strategy}, row “${run}”`,
    text: `${task}: ${sayScore(score)}${spread ? ` ± ${formatNumber(spread.value)}` : ''}, ${metric}${against}${note && ` (${note})`}`,
    sources: [score, ...(full && full !== score ? [full] : [])].map(({ cell }) => ({
      id: cell.source,
      locator: cell.locator,
    })),
    group: groupOf(score),
    ...(interval !== undefined && { low: cell.value - interval, high: cell.value + interval }),
  };
}

function axis(readings: readonly Reading[], view: View): Axis {
  const values = readings.flatMap(({ x, low, high }) => [x, low ?? x, high ?? x]);
  if (view.isGain) {
    return aroundAxis([...values, 0], 'Points better than full fine-tuning', 4, signed);
  }
  const worst = view.marks.some(({ score }) => lowerIsBetter(score));
  const isShare = view.marks.every(({ score }) => score.cell.unit === 'percent');
  const label = `Score${isShare ? ' (%)' : ', in each task’s own unit'}${worst ? ', left is better' : ''}`;
  return aroundAxis(values, label, 4);
}

function table(view: View): FigureTable {
  return {
    columns: [
      { key: 'strategy', label: 'Strategy' },
      { key: 'run', label: 'Row of the table' },
      { key: 'task', label: 'Task' },
      { key: 'test', label: 'Test data' },
      { key: 'metric', label: 'Metric' },
      { key: 'score', label: 'Score' },
      { key: 'full', label: 'Full fine-tuning' },
      { key: 'gain', label: 'Better by', unit: 'points' },
      { key: 'source', label: 'Source' },
    ],
    rows: view.marks.map(({ score, full }) => ({
      id: score.id,
      strategy: score.strategy,
      run: score.run,
      task: score.task,
      test: score.shift === 'alike' ? 'like the training data' : 'shifted',
      metric: score.metric,
      score: score.cell.value,
      full: full?.cell.value ?? null,
      gain: full ? gainOn(full, score) : null,
      source: `${score.cell.source}, ${score.cell.locator}`,
    })),
  };
}

/** The marks that stand furthest out first; averages have their number at the right. */
const namingOrder = ({ marks }: View): string[] => {
  const tasks = marks.filter(({ score }) => !score.isAverage);
  const centre = tasks.reduce((sum, { at }) => sum + at, 0) / Math.max(1, tasks.length);
  return tasks
    .toSorted((a, b) => Math.abs(b.at - centre) - Math.abs(a.at - centre))
    .map(({ score }) => score.id);
};

/** One published comparison: strategies as rows, tasks as marks. */
export function series(data: FigureData, state: FigureState): LaneSeries {
  const view = viewOf(data, state);
  const shared = sharedNotes(view);
  const readings = view.marks.map((mark) => toReading(mark, view, shared));
  return {
    readings,
    groups: GROUPS,
    x: axis(readings, view),
    rows: view.rows,
    mark: 'dot',
    ...(view.isGain && readings.length > 0 && { rules: [{ at: 0, label: 'full fine-tuning' }] }),
    named: namingOrder(view),
    names: Object.fromEntries(view.marks.map(({ score }) => [score.id, score.name])),
    table: table(view),
    summary: summarise(view),
    note: noteFor(view, choiceOf(state, 'test')) || undefined,
  };
}

export const spec: FigureSpec<LaneSeries> = {
  id: 'strategy-comparison',
  title: 'How much to change depends on where you will be tested',
  question: 'Does training every weight pay, and does it still pay when the data shift?',
  lookFor:
    'The dashed line is full fine-tuning; a mark to its right beats it on that task, a mark to its left loses. Follow one strategy from its upper row (test data like the training data) to its lower (shifted data): what lost there can win here. One comparison at a time, since no two papers share their tasks.',
  datasets: ['peft', 'adaptation-methods', 'quantities'],
  rows: { quantities: IMAGENET.flatMap(({ probe, full }) => [probe, full]) },
  controls: [
    {
      kind: 'choice',
      key: 'table',
      label: 'Published comparison',
      default: 'lp-ft',
      options: COMPARISONS.map(({ value, label }) => ({ value, label })),
    },
    {
      kind: 'choice',
      key: 'test',
      label: 'Test data',
      default: 'both',
      options: [
        { value: 'both', label: 'Both' },
        { value: 'alike', label: 'Like the training data' },
        { value: 'shifted', label: 'Shifted' },
      ],
    },
    {
      kind: 'choice',
      key: 'measure',
      label: 'Shown',
      default: 'gain',
      options: [
        { value: 'gain', label: 'Against full fine-tuning' },
        { value: 'score', label: 'Scores' },
      ],
    },
  ],
  series,
  height: laneChartHeight,
};
