/**
 * A scatter plot of a point series, drawn by Recharts at a fixed size, so that
 * the picture made at build time and the live one are the same to the pixel.
 */
import {
  CartesianGrid,
  Scatter,
  ScatterChart,
  Symbols,
  XAxis,
  YAxis,
  type SymbolsProps,
} from 'recharts';
import {
  LAYOUTS,
  position,
  shortName,
  type LayoutName,
  type PointSeries,
  type Reading,
} from '@/lib/figure';
import { placeLabels, textWidth } from '@/lib/labels';

export interface ChartProps {
  series: PointSeries;
  layout: LayoutName;
  /** The reading that is pointed at, if any. */
  active?: string;
  onActivate?: (id: string) => void;
}

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

const FRAMES = {
  wide: { left: 48, right: 18, bottom: 46, mostNames: 20 },
  narrow: { left: 44, right: 14, bottom: 44, mostNames: 9 },
} as const;
const LEGEND_ROW = 20;
const LEGEND_SIZE = 12;

export const groupColour = (index: number) => `var(--chart-${(index % SHAPES.length) + 1})`;

interface LegendItem {
  label: string;
  group: number;
  x: number;
  row: number;
}

/** Groups that occur, laid out in rows of the given width. */
function legendItems(series: PointSeries, width: number): LegendItem[] {
  const used = new Set(series.readings.map((r) => r.group));
  let x = 0;
  let row = 0;
  return series.groups.flatMap((group, index) => {
    if (!used.has(index)) return [];
    const itemWidth = textWidth(group.label, LEGEND_SIZE) + 34;
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      row += 1;
    }
    const item = { label: group.label, group: index, x, row };
    x += itemWidth;
    return [item];
  });
}

function Legend({ items, series }: { items: readonly LegendItem[]; series: PointSeries }) {
  const isMuted = (group: number) => series.readings.every((r) => r.group !== group || r.muted);
  return (
    <g className="chart-legend">
      {items.map(({ label, group, x, row }) => (
        <g key={label} transform={`translate(${x + 8} ${row * LEGEND_ROW + 10})`}>
          <Symbols
            cx={0}
            cy={0}
            type={SHAPES[group % SHAPES.length]}
            size={64}
            fill={isMuted(group) ? 'var(--chart-muted)' : groupColour(group)}
          />
          <text x={11} y={4} fontSize={LEGEND_SIZE}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

function MarkShape({
  cx = 0,
  cy = 0,
  reading,
  isActive,
  onActivate,
}: {
  cx?: number;
  cy?: number;
  reading: Reading;
  isActive: boolean;
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
        size={reading.muted ? 42 : 78}
        fill={colour}
        stroke="var(--paper)"
        strokeWidth={1}
      />
      {onActivate && <circle cx={cx} cy={cy} r={13} fill="transparent" />}
    </g>
  );
}

export function PointChart({ series, layout, active, onActivate }: ChartProps) {
  const { width, height } = LAYOUTS[layout];
  const frame = FRAMES[layout];
  const legend = legendItems(series, width - 8);
  const rows = (legend.at(-1)?.row ?? 0) + 1;
  const top = rows * LEGEND_ROW + 26;
  const box = { left: frame.left, right: width - frame.right, top, bottom: height - frame.bottom };
  const marks = series.readings.map((reading) => ({
    id: reading.id,
    text: shortName(reading.label),
    x: position(series.x, reading.x, box.left, box.right),
    y: position(series.y, reading.y, box.bottom, box.top),
  }));
  const labels = placeLabels(marks, series.named, { ...box, right: width - 2 }, frame.mostNames);
  const last = [...series.readings].sort(
    (a, b) => Number(a.id === active) - Number(b.id === active),
  );
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top, right: frame.right, bottom: 18, left: 0 }}
      accessibilityLayer={false}
      className="point-chart"
    >
      <CartesianGrid stroke="var(--chart-grid)" vertical={false} />
      <XAxis
        dataKey="x"
        type="number"
        scale={series.x.scale}
        domain={[...series.x.domain]}
        ticks={thin(series.x.ticks, layout === 'narrow' ? 6 : 12)}
        tickFormatter={series.x.format}
        interval={0}
        height={28}
        stroke="var(--chart-axis)"
        tick={{ fill: 'var(--chart-text)', fontSize: 12 }}
        allowDataOverflow
      />
      <YAxis
        dataKey="y"
        type="number"
        scale={series.y.scale}
        domain={[...series.y.domain]}
        ticks={thin(series.y.ticks, 9)}
        tickFormatter={series.y.format}
        interval={0}
        width={frame.left}
        axisLine={false}
        tickLine={false}
        tick={{ fill: 'var(--chart-text)', fontSize: 12 }}
        allowDataOverflow
      />
      <Legend items={legend} series={series} />
      <text className="axis-title" x={8} y={top - 12} fontSize={12}>
        {series.y.label}
      </text>
      <text className="axis-title" x={box.right} y={height - 4} textAnchor="end" fontSize={12}>
        {series.x.label}
      </text>
      <Scatter
        data={last}
        isAnimationActive={false}
        shape={(props: { cx?: number; cy?: number; payload?: Reading }) =>
          props.payload ? (
            <MarkShape
              cx={props.cx}
              cy={props.cy}
              reading={props.payload}
              isActive={props.payload.id === active}
              onActivate={onActivate}
            />
          ) : (
            <g />
          )
        }
      />
      <g className="mark-names" pointerEvents="none">
        {labels.map((label) => (
          <g key={label.id}>
            {label.leader && <line className="name-leader" {...label.leader} />}
            <text x={label.x} y={label.y} textAnchor={label.anchor} fontSize={11.5}>
              {label.text}
            </text>
          </g>
        ))}
      </g>
    </ScatterChart>
  );
}

/** Every n-th tick, so that at most `most` remain. */
function thin(ticks: readonly number[], most: number): number[] {
  const step = Math.ceil(ticks.length / most);
  return ticks.filter((_, i) => i % step === 0);
}
