/** Accuracy against what a way costs: one mark for every way, with its interval. */
import { logAxis, zeroAxis, type Axis, type PointSeries, type Reading } from '@/lib/figure';
import { formatBytes, formatCompact, formatNumber } from '@/lib/format';
import { citedBy, valueOf, type Labels, type Point, type Row } from './model';
import { sayAccuracy } from './words';

interface Cost {
  label: string;
  of: (row: Row) => number | undefined;
  axis: (values: readonly number[], label: string) => Axis;
  say: (value: number) => string;
}

export const COSTS = {
  trained: {
    label: 'Trained weights',
    of: ({ trained }) => valueOf(trained),
    axis: (values, label) => logAxis(values, label, formatCompact),
    say: (value) => `${formatNumber(value, 7)} trained weights`,
  },
  memory: {
    label: 'Optimizer memory',
    of: ({ optimizer_memory: bytes }) => valueOf(bytes),
    axis: (values, label) => logAxis(values, label, formatBytes),
    say: (value) => `${formatBytes(value)} of optimizer memory`,
  },
  time: {
    label: 'Time of a step (% of full fine-tuning)',
    of: ({ step_time: time }) => valueOf(time),
    axis: zeroAxis,
    say: (value) => `a step takes ${formatNumber(value, 2)}% of the time of full fine-tuning`,
  },
} as const satisfies Readonly<Record<string, Cost>>;

type Picture = Pick<PointSeries, 'readings' | 'x' | 'named'>;

export function alongCost(
  points: readonly Point[],
  methods: readonly string[],
  labels: Labels,
  { label, of, axis, say }: Cost,
): Picture {
  const readings = points.flatMap((point): Reading[] => {
    const { row, mean, low, high } = point;
    const x = of(row);
    // What costs nothing has no place on a logarithmic axis.
    if (!x) return [];
    return [
      {
        id: row.id,
        x,
        y: mean,
        label: labels[row.method] ?? row.method,
        text: `${sayAccuracy(point)}; ${say(x)}`,
        sources: citedBy(row),
        group: methods.indexOf(row.method),
        low,
        high,
      },
    ];
  });
  const x = axis(
    readings.map((reading) => reading.x),
    label,
  );
  return { readings, x, named: readings.map(({ id }) => id) };
}
