/** What one published table says about one task: sizes, scores and their intervals. */
import type { adaptationMethods } from '@/data/adaptation-methods/definition';
import { isKnown, type KnownCell } from '@/data/cell';
import type { peft } from '@/data/peft/definition';
import type { RowOf } from '@/data/schema';
import { choiceOf, need, type FigureData } from '@/lib/figure';
import { formatNumber, formatQuantity, formatScaled } from '@/lib/format';
import type { FigureState } from '@/lib/url-state';
import { TABLES, tasksOf } from './tables';

export type Row = RowOf<typeof peft>;
export type Method = RowOf<typeof adaptationMethods>;

/** A table counts trained weights, or gives their share of all weights in percent. */
export type SizeUnit = 'parameters' | 'percent';

export interface Run {
  row: Row;
  method: Method;
  score: KnownCell<number>;
  /** How much was trained; not every row of a table says so. */
  size?: KnownCell<number>;
}

export const isFull = ({ method }: Run): boolean => method.id === 'full-fine-tuning';

export const unitOf = (rows: readonly Row[]): SizeUnit =>
  rows.some((row) => isKnown(row.trainable_parameters)) ? 'parameters' : 'percent';

/** Full fine-tuning trains all weights by its definition, also where the table leaves that out. */
function sizeOf(row: Row, method: Method, unit: SizeUnit): KnownCell<number> | undefined {
  const printed = unit === 'parameters' ? row.trainable_parameters : row.trainable_share;
  if (isKnown(printed)) return printed;
  const byDefinition = unit === 'percent' && method.id === 'full-fine-tuning';
  const share = byDefinition ? method.trainable_share : undefined;
  return isKnown(share) ? share : undefined;
}

/** The rows of one table and task, as runs. */
export function runsOf(
  rows: readonly Row[],
  methods: ReadonlyMap<string, Method>,
  unit: SizeUnit,
): Run[] {
  return rows.flatMap((row) => {
    const method = methods.get(row.method);
    if (!method || !isKnown(row.score)) return [];
    return [{ row, method, score: row.score, size: sizeOf(row, method, unit) }];
  });
}

/**
 * Score ± spread, in the unit of the score, where the spread is a confidence
 * interval or a standard deviation. Of an interquartile range only the width is
 * printed, not where it lies around the median, so it has no ends to draw.
 */
export function intervalOf({ row, score }: Run): { low: number; high: number } | undefined {
  if (!isKnown(row.spread) || isWidthOnly(row)) return undefined;
  return { low: score.value - row.spread.value, high: score.value + row.spread.value };
}

const isWidthOnly = (row: Row): boolean =>
  isKnown(row.spread) && /interquartile/i.test(row.spread.note ?? '');

/** What stands behind a score: " ± 0.3" or ", interquartile range 7.6". */
export function saySpread(row: Row): string {
  if (!isKnown(row.spread)) return '';
  const value = formatNumber(row.spread.value);
  return isWidthOnly(row) ? `, interquartile range ${value}` : ` ± ${value}`;
}

/** What the bars mean, or why there are none although the table prints a spread. */
export function spreadNote(runs: readonly Run[]): string {
  const row = runs.find((run) => isKnown(run.row.spread))?.row;
  if (!row) return '';
  const meaning = (row.spread?.note ?? '').replace(/^./, (letter) => letter.toLowerCase());
  return isWidthOnly(row)
    ? `Printed with each score is the ${meaning.replace(/\.$/, '')}: a width without its place, which cannot be drawn; point at a mark to read it.`
    : `Bars: ${meaning}`;
}

/** One table and one of its tasks: everything that may stand in one picture. */
export interface View {
  title: string;
  task: string;
  metric: string;
  unit: SizeUnit;
  scoreUnit: string;
  runs: readonly Run[];
  drawn: readonly (Run & { size: NonNullable<Run['size']> })[];
  full?: Run;
  /** The tasks that the table has. */
  offered: readonly string[];
}

export function viewOf(data: FigureData, state: FigureState): View {
  const file = need<Row>(data, 'peft');
  const methods = need<Method>(data, 'adaptation-methods').rows;
  const table = TABLES.find(({ value }) => value === choiceOf(state, 'table')) ?? TABLES[0];
  const rows = file.rows.filter((row) => row.comparison === table.label);
  const offered = tasksOf(new Set(rows.map((row) => row.task)));
  const task = offered.find(({ value }) => value === choiceOf(state, 'task')) ?? offered[0];
  const ofTask = rows.filter((row) => task?.names.includes(row.task));
  const unit = unitOf(rows);
  const runs = runsOf(ofTask, new Map(methods.map((method) => [method.id, method])), unit);
  return {
    title: table.label,
    task: task?.label ?? '',
    metric: runs[0]?.row.metric ?? '',
    unit,
    scoreUnit: runs[0]?.score.unit ?? '',
    runs,
    drawn: runs.flatMap((run) => (run.size ? [{ ...run, size: run.size }] : [])),
    full: runs.find(isFull),
    offered: offered.map(({ value }) => value),
  };
}

/** "73.8%", "36.2 GiB", "87.2". */
export function sayScore(value: number, unit: string): string {
  if (unit === 'percent') return formatQuantity(value, unit);
  const number = formatNumber(value);
  return unit === 'points' ? number : `${number}\u00a0${unit}`;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];

/** What was measured, once: "WikiSQL, validation accuracy", and not "E2E, BLEU, BLEU". */
export function sayMeasure({ task, metric }: Pick<View, 'task' | 'metric'>): string {
  const holds = (whole: string, part: string) =>
    wordsOf(part).every((word) => wordsOf(whole).includes(word));
  return holds(task, metric) ? task : holds(metric, task) ? metric : `${task}, ${metric}`;
}

/** "4.7 million trained weights", "2.1% of the weights". */
export const saySize = (value: number, unit: SizeUnit): string =>
  unit === 'parameters'
    ? `${formatScaled(value)} trained weights`
    : `${formatQuantity(value, 'percent')} of the weights`;

/**
 * How many weights the model has for each trained one, as words: the size of the
 * table's full fine-tuning over that of the run, both in trained weights.
 */
export const sayOneIn = (size: number, full: number): string =>
  `, one in ${formatNumber(full / size, 2)}`;

/** The note of a run without its last full stop, to stand within a sentence. */
export const noteOf = ({ score }: Run): string => (score.note ?? '').replace(/\.$/, '');
