/** What every chart draws alike: marks, legend, text of the axes. */
import { Symbols, type SymbolsProps } from 'recharts';
import type { Reading } from '@/lib/figure';
import { LEGEND_ROW, LEGEND_SIZE, curveOf, type Legended, type LegendItem } from '@/lib/legend';

/** Shapes repeat what colour says, for readers who see colours differently. */
const SHAPES: readonly SymbolsProps['type'][] = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'cross',
  'star',
  'wye',
];

export const AXIS_TEXT = { fill: 'var(--chart-text)', fontSize: 12 };

export const groupColour = (index: number) => `var(--chart-${(index % SHAPES.length) + 1})`;

export const DASHES = '6 4';
export const lineWidth = ({ broad }: { broad?: boolean }) => (broad ? 6 : 2);

/** A mark, a piece of the curve, or of the bar. */
function Swatch({ group, series, colour }: { group: number; series: Legended; colour: string }) {
  const curve = curveOf(series, group);
  if (curve)
    return (
      <line
        x1={-7}
        x2={7}
        stroke={colour}
        strokeWidth={lineWidth(curve)}
        strokeDasharray={curve.dashed ? DASHES : undefined}
      />
    );
  const shape = series.mark === 'bar' ? 'square' : SHAPES[group % SHAPES.length];
  return <Symbols cx={0} cy={0} type={shape} size={64} fill={colour} />;
}

export function Legend({ items, series }: { items: readonly LegendItem[]; series: Legended }) {
  const isMuted = (group: number) =>
    [...series.readings, ...(series.lines ?? [])].every((r) => r.group !== group || r.muted);
  return (
    <g className="chart-legend">
      {items.map(({ label, group, x, row }) => (
        <g key={label} transform={`translate(${x + 8} ${row * LEGEND_ROW + 10})`}>
          <Swatch
            group={group}
            series={series}
            colour={isMuted(group) ? 'var(--chart-muted)' : groupColour(group)}
          />
          <text x={11} y={4} fontSize={LEGEND_SIZE}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

export function MarkShape({
  cx = 0,
  cy = 0,
  reading,
  isActive,
  size = reading.muted ? 42 : 78,
  reach = 13,
  onActivate,
}: {
  cx?: number;
  cy?: number;
  reading: Reading;
  isActive: boolean;
  /** Area in square pixels. */
  size?: number;
  /** How far from its centre a pointer finds the mark. */
  reach?: number;
  onActivate?: (id: string) => void;
}) {
  const colour = reading.muted ? 'var(--chart-muted)' : groupColour(reading.group);
  const activate = onActivate && (() => onActivate(reading.id));
  return (
    <g onPointerEnter={activate} onPointerDown={activate} data-reading={reading.id}>
      {isActive && (
        <circle cx={cx} cy={cy} r={11} fill="none" stroke="var(--ink)" strokeWidth={2} />
      )}
      <Symbols
        cx={cx}
        cy={cy}
        type={SHAPES[reading.group % SHAPES.length]}
        size={size}
        fill={colour}
        stroke="var(--paper)"
        strokeWidth={1}
      />
      {onActivate && <circle cx={cx} cy={cy} r={reach} fill="transparent" />}
    </g>
  );
}

/** Every n-th tick, so that at most `most` remain. */
export function thin(ticks: readonly number[], most: number): number[] {
  const step = Math.ceil(ticks.length / most);
  return ticks.filter((_, i) => i % step === 0);
}
