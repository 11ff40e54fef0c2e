/** Where things stand in the picture, in pixels: no drawing. */
import { position, type Axis, type LayoutName, type Reading, type RowSeries } from '@/lib/figure';
import type { PlacedLabel } from '@/lib/labels';

interface LaneRow {
  id: string;
  label: string;
  strategy: string;
  /** The kind of test data, where a strategy has two rows. */
  lane?: string;
  /** The average as it is said, where the table prints one. */
  mean?: string;
}

export interface LaneSeries extends RowSeries {
  rows: readonly LaneRow[];
  /** What is written beside a mark, by its id. */
  names: Readonly<Record<string, string>>;
}

/** Marks of tasks, by their test data, and of averages. */
export const GROUPS = [
  { id: 'alike', label: 'Test data like the training data' },
  { id: 'shifted', label: 'Shifted test data' },
  { id: 'average', label: 'Average of the table' },
] as const;
export const AVERAGE = 2;

/** `head` is the room for a row's name above its marks; where it is none, names stand to the left. */
export const FRAMES = {
  wide: { left: 154, right: 70, row: 48, head: 0, legendRows: 1, mostNames: 9 },
  narrow: { left: 6, right: 58, row: 66, head: 18, legendRows: 2, mostNames: 6 },
} as const;
export const BOTTOM = 46;
const ABOVE = 20;
const LEGEND_ROW = 20;

/** One kind of mark needs no legend. */
export const hasLegend = ({ readings }: LaneSeries): boolean =>
  new Set(readings.map(({ group }) => group)).size > 1;

/** Where the rows begin: below the legend and the line of heads. */
export const topOf = (series: LaneSeries, layout: LayoutName): number =>
  (hasLegend(series) ? FRAMES[layout].legendRows * LEGEND_ROW + 14 : 0) + ABOVE;

/** For a spec's `height`: as high as its rows need. */
export const laneChartHeight = (series: LaneSeries, layout: LayoutName): number =>
  topOf(series, layout) + Math.max(1, series.rows.length) * FRAMES[layout].row + BOTTOM;

export interface Placed {
  reading: Reading;
  x: number;
  y: number;
}

/** Marks closer than this would hide each other. */
const APART = 11;
/** Steps out of the middle of a row. */
const STEPS = [0, -8, 8];

/**
 * The marks of one row. Those that would hide their neighbour to the left, or
 * the average, step out of the middle; the average stays in it.
 */
export function spread(
  readings: readonly Reading[],
  axis: Axis,
  [start, end]: readonly [number, number],
  middle: number,
): Placed[] {
  const along = ({ x }: Reading) => position(axis, x, start, end);
  const means = readings.filter(({ group }) => group === AVERAGE);
  const tasks = readings.filter(({ group }) => group !== AVERAGE).toSorted((a, b) => a.x - b.x);
  const last = STEPS.map(() => -Infinity);
  const placed = tasks.map((reading) => {
    const x = along(reading);
    const isFree = (lane: number) =>
      x - last[lane]! >= APART && (lane > 0 || means.every((m) => Math.abs(along(m) - x) >= APART));
    const free = STEPS.findIndex((_, lane) => isFree(lane));
    const lane = free < 0 ? last.indexOf(Math.min(...last)) : free;
    last[lane] = x;
    return { reading, x, y: middle + STEPS[lane]! };
  });
  return [...placed, ...means.map((reading) => ({ reading, x: along(reading), y: middle }))];
}

/** Every n-th tick, zero among them where there is one, so that about `most` remain. */
export function thinAroundZero(ticks: readonly number[], most: number): number[] {
  const step = Math.ceil(ticks.length / most);
  const zero = Math.max(0, ticks.indexOf(0));
  return ticks.filter((_, i) => (i - zero) % step === 0);
}

/** Whether the line that leads to a name runs through a mark of its row. */
export function isCrossed({ leader }: PlacedLabel, { x, y }: { x: number; y: number }): boolean {
  if (!leader) return false;
  const { x1, y1, x2, y2 } = leader;
  const along = (x - x1) / (x2 - x1);
  return along > 0 && along < 1 && Math.abs(y1 + along * (y2 - y1) - y) < 7;
}
