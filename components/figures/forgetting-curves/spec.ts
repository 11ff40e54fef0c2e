import { isKnown } from '@/data/cell';
import { METHOD_LABELS, type ForgetMethod } from '@/data/forget-runs/variants';
import { aroundAxis } from '@/lib/axes';
import {
  choiceOf,
  need,
  zeroAxis,
  type Axis,
  type FigureData,
  type FigureSpec,
  type Line,
  type PointSeries,
  type Reading,
} from '@/lib/figure';
import type { FigureState } from '@/lib/url-state';
import { isBefore, lastOf, numberIn, stepOf, type Row } from './model';
import { summarise } from './words';

const METHODS = Object.keys(METHOD_LABELS) as ForgetMethod[];

const bits = (cell: Row['old']) => numberIn(cell).toFixed(2);

/** Rows of the methods asked for; all begin at one point, which is kept once. */
function rowsFor(data: FigureData, state: FigureState): Row[] {
  const wanted = state.methods as readonly string[];
  const rows = need<Row>(data, 'forget-runs').rows.filter(({ method }) => wanted.includes(method));
  const start = rows.find(isBefore);
  return rows.filter((row) => row === start || !isBefore(row));
}

function toReading(row: Row, x: number): Reading {
  const step = stepOf(row);
  const range = `${bits(row.old_low)} to ${bits(row.old_high)} over ${numberIn(row.seeds)} seeds`;
  const sources = [row.old, row.new].flatMap((cell) =>
    isKnown(cell) ? [{ id: cell.source, locator: cell.locator }] : [],
  );
  return {
    id: row.id,
    x,
    y: numberIn(row.old),
    label: step === 0 ? 'Before' : row.name,
    text: `${bits(row.old)} bits per character of the old text (${range}), ${bits(row.new)} of the new, after ${step} steps`,
    sources,
    group: METHODS.indexOf(row.method),
    ...(step === 0
      ? { muted: true as const }
      : { low: numberIn(row.old_low), high: numberIn(row.old_high) }),
  };
}

/** A path for every way to learn, from the common start; the second strength of a method is dashed. */
function linesOf(rows: readonly Row[], xOf: (row: Row) => number): Line[] {
  const start = rows.find(isBefore);
  const names = [...new Set(rows.filter((row) => !isBefore(row)).map(({ name }) => name))];
  const seen = new Set<string>();
  return names.map((name): Line => {
    const own = rows.filter((row) => row.name === name && !isBefore(row));
    const path = start ? [start, ...own] : own;
    const { method } = own[0]!;
    const dashed = seen.has(method);
    seen.add(method);
    return {
      id: name,
      label: name,
      group: METHODS.indexOf(method),
      points: path.map((row) => [xOf(row), numberIn(row.old)] as const),
      ...(dashed && { dashed }),
    };
  });
}

/** From a little before zero, so that the first mark is whole. */
function stepAxis(values: readonly number[]): Axis {
  const axis = zeroAxis(values, 'Steps of training');
  return { ...axis, domain: [-axis.domain[1] / 50, axis.domain[1]] };
}

const toFixed = (value: number) => value.toFixed(2);

/** What was kept, against what was learned or against time. */
export function series(data: FigureData, state: FigureState): PointSeries {
  const rows = rowsFor(data, state);
  const isLearned = choiceOf(state, 'against') === 'learned';
  const xOf = (row: Row) => (isLearned ? numberIn(row.new) : stepOf(row));
  const readings = rows.map((row) => toReading(row, xOf(row)));
  const across = rows.map(xOf);
  return {
    readings,
    groups: METHODS.map((id) => ({ id, label: METHOD_LABELS[id] })),
    lines: linesOf(rows, xOf),
    x: isLearned
      ? aroundAxis(across, 'Bits per character, Moby-Dick (left: learned)', 0.1, toFixed)
      : stepAxis(across),
    y: aroundAxis(
      readings.flatMap(({ y, low, high }) => [y, low ?? y, high ?? y]),
      'Bits per character, definitions (lower: kept)',
      0.1,
      toFixed,
    ),
    named: lastOf(rows).map(({ id }) => id),
    table: {
      columns: [
        { key: 'name', label: 'Way to learn' },
        { key: 'step', label: 'Steps' },
        { key: 'new', label: 'Moby-Dick', unit: 'bits per character' },
        { key: 'newRange', label: 'Range over seeds' },
        { key: 'old', label: 'Definitions', unit: 'bits per character' },
        { key: 'oldRange', label: 'Range over seeds' },
      ],
      rows: rows.map((row) => ({
        id: row.id,
        name: isBefore(row) ? 'Before' : row.name,
        step: stepOf(row),
        new: numberIn(row.new),
        newRange: `${bits(row.new_low)} to ${bits(row.new_high)}`,
        old: numberIn(row.old),
        oldRange: `${bits(row.old_low)} to ${bits(row.old_high)}`,
      })),
    },
    summary: summarise(rows),
    note: 'Highest rates and strengths were set by hand, so a method may do better than here.',
  };
}

export const spec: FigureSpec = {
  id: 'forgetting-curves',
  title: 'What is kept while something new is learned',
  question: 'What happens to the old text as the new one is learned?',
  lookFor:
    'A small model that has read a dictionary learns from Moby-Dick. All paths begin at one point; the lower left corner is ideal: all learned, nothing lost. Ask whether one path lies below another where both have learned the same; dashed is the same way at another strength: plain fine-tuning at a lower rate (the cheapest remedy), rehearsal with more old text, EWC with stiffer springs. Each mark is a mean over seeds, with a bar from the lowest to the highest.',
  datasets: ['forget-runs'],
  controls: [
    {
      kind: 'set',
      key: 'methods',
      label: 'Ways to learn',
      default: ['plain', 'rehearsal', 'ewc', 'lora'],
      options: METHODS.map((value) => ({ value, label: METHOD_LABELS[value] })),
    },
    {
      kind: 'choice',
      key: 'against',
      label: 'Across',
      default: 'learned',
      options: [
        { value: 'learned', label: 'What was learned' },
        { value: 'steps', label: 'Steps of training' },
      ],
    },
  ],
  series,
};
