/** Scores of a comparison in one form, and what each gains on full fine-tuning. */
import type { adaptationMethods } from '@/data/adaptation-methods/definition';
import { isKnown, type KnownCell } from '@/data/cell';
import type { peft } from '@/data/peft/definition';
import type { quantities } from '@/data/quantities/definition';
import type { RowOf } from '@/data/schema';
import { need, type FigureData } from '@/lib/figure';
import {
  AVERAGES,
  IMAGENET,
  nameOf,
  taskName,
  type Comparison,
  type Part,
  type Shift,
} from './comparisons';

type Row = RowOf<typeof peft>;
type Method = RowOf<typeof adaptationMethods>;
type Quantity = RowOf<typeof quantities>;

export interface Score {
  id: string;
  strategy: string;
  /** The row of the table, as printed. */
  run: string;
  family: string;
  task: string;
  /** The task in short, for a picture. */
  name: string;
  metric: string;
  shift: Shift;
  isAverage: boolean;
  cell: KnownCell<number>;
  spread?: KnownCell<number>;
  /** What the source says about the run, where it concerns what is drawn. */
  note: string;
}

/** From what changes least to what changes most. */
const LADDER = ['frozen', 'soft-prompt', 'additive', 'selective', 'schedule', 'full'];
export const rung = ({ family }: Score): number => LADDER.indexOf(family);
export const isFull = ({ family }: Score): boolean => family === 'full';
export const lowerIsBetter = ({ metric }: Score): boolean => /lower is better/.test(metric);

function partScores(
  rows: readonly Row[],
  methods: ReadonlyMap<string, string>,
  { table, shift, tasks }: Part,
): Score[] {
  return rows
    .filter((row) => row.comparison === table && (tasks?.includes(row.task) ?? true))
    .flatMap((row) => {
      const cell = row.score;
      if (!isKnown(cell)) return [];
      return [
        {
          id: row.id,
          strategy: nameOf(row.run),
          run: row.run,
          family: methods.get(row.method) ?? '',
          task: row.task,
          name: taskName(row.task),
          metric: row.metric,
          shift,
          isAverage: AVERAGES.includes(row.task),
          cell,
          spread: isKnown(row.spread) ? row.spread : undefined,
          // A note on a run speaks of the whole table.
          note: tasks ? '' : (cell.note ?? ''),
        },
      ];
    });
}

function imagenetScores(rows: readonly Quantity[]): Score[] {
  const byId = new Map(rows.map((row) => [row.id, row.quantity]));
  const score = (task: string, id: string, family: 'frozen' | 'full'): Score[] => {
    const cell = byId.get(id);
    if (!isKnown(cell)) return [];
    const strategy = family === 'full' ? 'Full fine-tuning' : 'Linear probe';
    const metric = 'top-1 accuracy on ImageNet';
    const rest = { metric, shift: 'alike' as const, isAverage: false, note: cell.note ?? '' };
    return [{ id, strategy, run: strategy, family, task, name: task, cell, ...rest }];
  };
  return IMAGENET.flatMap(({ task, probe, full }) => [
    ...score(task, probe, 'frozen'),
    ...score(task, full, 'full'),
  ]);
}

/** Everything that belongs in one picture, from the least changed to the most. */
export function scoresOf(data: FigureData, { parts }: Comparison): Score[] {
  const rows = need<Row>(data, 'peft').rows;
  const methods = need<Method>(data, 'adaptation-methods').rows;
  const families = new Map(methods.map(({ id, family }) => [id, family as string]));
  const scores =
    parts.length > 0
      ? parts.flatMap((part) => partScores(rows, families, part))
      : imagenetScores(need<Quantity>(data, 'quantities').rows);
  return scores.sort((a, b) => rung(a) - rung(b));
}

const taskKey = ({ task, shift }: Score) => `${shift} ${task}`;

/** Full fine-tuning on each task. */
export const fullOf = (scores: readonly Score[]): ReadonlyMap<string, Score> =>
  new Map(scores.filter(isFull).map((score) => [taskKey(score), score]));

/** Full fine-tuning on the task of a score. */
export const rivalOf = (full: ReadonlyMap<string, Score>, score: Score): Score | undefined =>
  full.get(taskKey(score));

/**
 * How much better a strategy does than full fine-tuning on the same task, in
 * points of that task's own score: score − full, or full − score where lower is
 * better. Rounded to what no table prints, to drop what binary fractions add.
 */
export function gainOn(full: Score, score: Score): number {
  const difference = score.cell.value - full.cell.value;
  return Number((lowerIsBetter(score) ? -difference : difference).toFixed(6)) + 0;
}
