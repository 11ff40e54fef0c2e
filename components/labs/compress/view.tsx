/** How the lab's run is drawn: bits per character against bytes on disk, a curve for each way. */
import type { CompressRecord, MarkRecord } from '@/labs/compress/records';
import { KINDS, kindOf } from '@/labs/compress/ways';
import { aroundAxis } from '@/lib/axes';
import { logAxis, type Axis, type Line, type PointSeries, type Reading } from '@/lib/figure';
import { formatBytes, formatNumber } from '@/lib/format';
import { isMark, nameOf } from './marks';

export { PointChart as Chart } from '@/components/charts/point-chart';
export { Results } from './results';

const bitsOf = ({ bits }: MarkRecord) => `${formatNumber(bits, 3)} bits per character`;

/** What other models are held against; not a way of its own. */
const isContext = ({ way }: MarkRecord) => way === 'original' || way === 'untaught';

/** Bits that fill the picture at least, so that a difference of no weight looks like one. */
const NARROWEST = 0.5;
/** Without a mark there is still an axis. */
const SIZES = [1e6, 4e6];

/** A tick at 1, 2 and 5 times every power of ten. */
function bytesAxis(marks: readonly MarkRecord[]): Axis {
  const sizes = marks.length > 0 ? marks.map(({ diskBytes }) => diskBytes) : SIZES;
  const axis = logAxis(sizes, 'Bytes on disk', (value) => formatBytes(value));
  const domain = [Math.min(...sizes) / 1.4, Math.max(...sizes) * 1.4] as const;
  const powers = [1e3, 1e4, 1e5, 1e6, 1e7].flatMap((power) => [power, 2 * power, 5 * power]);
  return { ...axis, domain, ticks: powers.filter((at) => at >= domain[0] && at <= domain[1]) };
}

/** A curve through the degrees of each way, and a level where the original stands. */
function linesOf(marks: readonly MarkRecord[], groups: readonly string[], x: Axis): Line[] {
  const level = marks.filter(({ way }) => way === 'original');
  return [
    ...level.map(({ bits }): Line => ({
      id: 'level',
      label: 'Original',
      group: groups.indexOf('original'),
      points: x.domain.map((at) => [at, bits] as const),
      dashed: true,
      muted: true,
    })),
    ...groups.flatMap((id, group) => {
      const own = marks.filter((mark) => mark.way === id && !isContext(mark));
      const points = own
        .map(({ diskBytes, bits }) => [diskBytes, bits] as const)
        .sort((a, b) => a[0] - b[0]);
      return points.length > 1 ? [{ id, label: kindOf(own[0]!.way).label, group, points }] : [];
    }),
  ];
}

function summarise(marks: readonly MarkRecord[]): string {
  const [original, ...others] = marks;
  if (!original) return 'Nothing has been measured yet.';
  const start = `The original takes ${formatBytes(original.diskBytes)} and ${bitsOf(original)}`;
  if (others.length === 0) return `${start}.`;
  const each = others.map(
    (mark) => `${nameOf(mark)}: ${formatBytes(mark.diskBytes)}, ${formatNumber(mark.bits, 3)}`,
  );
  return `${start}. ${each.join('; ')}.`;
}

export function series(found: readonly unknown[]): PointSeries {
  const marks = (found as readonly CompressRecord[]).filter(isMark);
  const groups = KINDS.filter(({ id }) => marks.some(({ way }) => way === id));
  const ids = groups.map(({ id }) => id as string);
  const x = bytesAxis(marks);
  return {
    readings: marks.map((mark): Reading => ({
      id: mark.id,
      x: mark.diskBytes,
      y: mark.bits,
      label: kindOf(mark.way).label,
      text: [mark.how, formatBytes(mark.diskBytes), bitsOf(mark)].filter(Boolean).join(', '),
      sources: [],
      group: ids.indexOf(mark.way),
      muted: isContext(mark) || undefined,
    })),
    groups: groups.map(({ id, label }) => ({ id, label })),
    lines: linesOf(marks, ids, x),
    x,
    y: aroundAxis(
      marks.map(({ bits }) => bits),
      'Bits per character',
      NARROWEST,
    ),
    named: ['original'],
    table: {
      columns: [
        { key: 'way', label: 'Way' },
        { key: 'how', label: 'Degree' },
        { key: 'disk', label: 'On disk', unit: 'bytes' },
        { key: 'memory', label: 'In memory', unit: 'bytes' },
        { key: 'weights', label: 'Weights kept' },
        { key: 'bits', label: 'Bits per character' },
      ],
      rows: marks.map((mark) => ({
        id: mark.id,
        way: kindOf(mark.way).label,
        how: mark.how || null,
        disk: mark.diskBytes,
        memory: mark.memoryBytes,
        weights: mark.weights,
        bits: mark.bits,
      })),
    },
    summary: summarise(marks),
  };
}
