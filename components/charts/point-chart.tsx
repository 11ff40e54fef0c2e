/**
 * A scatter plot of a point series, drawn by Recharts at a fixed size, so that
 * the picture made at build time and the live one are the same to the pixel.
 */
import {
  CartesianGrid,
  DefaultZIndexes,
  Scatter,
  ScatterChart,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import {
  position,
  shortName,
  type Axis,
  type Line,
  type PointSeries,
  type Reading,
} from '@/lib/figure';
import { placeLabels, type Box } from '@/lib/labels';
import type { ChartProps } from './chart';
import { Nothing } from './nothing';
import { AXIS_TEXT, DASHES, Legend, MarkShape, groupColour, lineWidth, thin } from './marks';
import { LEGEND_ROW, legendItems } from '@/lib/legend';

const FRAMES = {
  wide: { left: 48, right: 18, bottom: 46, mostNames: 20 },
  narrow: { left: 44, right: 14, bottom: 44, mostNames: 9 },
} as const;
/** So many marks in focus are the reader's choice, and not a group of the data. */
const FEW = 5;
const INTERVAL = { strokeWidth: 1.6, strokeOpacity: 0.75 };

/** The interval of a mark, as a bar with ends. */
function Interval({
  x,
  from,
  to,
  colour,
}: {
  x: number;
  from: number;
  to: number;
  colour: string;
}) {
  return (
    <path
      d={`M${x - 3.5},${from}h7M${x},${from}V${to}M${x - 3.5},${to}h7`}
      stroke={colour}
      fill="none"
      {...INTERVAL}
    />
  );
}

type Placed = (x: number, y: number) => readonly [number, number];

const pathOf = (points: readonly (readonly [number, number])[], place: Placed) =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${place(x, y).map(round).join(',')}`).join('');
const round = (pixels: number) => Math.round(pixels * 10) / 10;

/** The room that curves take: a box around every piece of about four pixels. */
function boxesAlong(lines: readonly Line[], place: Placed): Box[] {
  return lines.flatMap(({ points }) =>
    points.slice(1).flatMap(([x, y], i) => {
      const [from, to] = [place(...points[i]!), place(x, y)];
      const pieces = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 4) || 1;
      return Array.from({ length: pieces }, (_, k): Box => {
        const at = (end: 0 | 1) => from[end] + ((k + 0.5) / pieces) * (to[end] - from[end]);
        return { left: at(0) - 2, right: at(0) + 2, top: at(1) - 2, bottom: at(1) + 2 };
      });
    }),
  );
}

const boxAround = ({ x, y }: { x: number; y: number }): Box => ({
  left: x - 4,
  right: x + 4,
  top: y - 4,
  bottom: y + 4,
});

/** A curve with its band; names stand in the legend. */
function Curve({ line, place, y: { domain } }: { line: Line; place: Placed; y: Axis }) {
  const colour = line.muted ? 'var(--chart-muted)' : groupColour(line.group);
  const held = (y: number) => Math.min(domain[1], Math.max(domain[0], y));
  const band = line.band && [
    ...line.band.map(([x, low]) => [x, held(low)] as const),
    ...line.band.toReversed().map(([x, , high]) => [x, held(high)] as const),
  ];
  const inside = line.points.filter(([, y]) => y === held(y));
  return (
    <g data-line={line.id}>
      {band && <path d={`${pathOf(band, place)}Z`} fill={colour} fillOpacity={0.16} />}
      <path
        d={pathOf(inside, place)}
        fill="none"
        stroke={colour}
        strokeWidth={lineWidth(line)}
        strokeDasharray={line.dashed ? DASHES : undefined}
      />
    </g>
  );
}

export function PointChart({ series, layout, size, active, onActivate }: ChartProps<PointSeries>) {
  const { width, height } = size;
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
  const place: Placed = (x, y) => [
    position(series.x, x, box.left, box.right),
    position(series.y, y, box.bottom, box.top),
  ];
  /** The room that intervals take, from end to end. */
  const bars = series.readings.flatMap(({ x, low, high }): Box[] => {
    if (low === undefined || high === undefined) return [];
    const [across, bottom] = place(x, low);
    return [{ left: across - 4, right: across + 4, top: place(x, high)[1], bottom }];
  });
  // A few that a reader picked out of a crowd get their names, if need be across what is grey.
  const focus = new Set(series.readings.flatMap(({ id, muted }) => (muted ? [] : id)));
  const isPicked = focus.size <= FEW && focus.size < marks.length;
  const labels = placeLabels(
    isPicked ? marks.filter(({ id }) => focus.has(id)) : marks,
    series.named,
    { ...box, right: width - 2 },
    frame.mostNames,
    [...boxesAlong(series.lines ?? [], place), ...bars, ...(isPicked ? marks.map(boxAround) : [])],
  );
  // What is in focus lies on what is not, and what is pointed at on everything.
  const last = [...series.readings].sort(
    (a, b) =>
      Number(a.id === active) - Number(b.id === active) ||
      Number(b.muted ?? false) - Number(a.muted ?? false),
  );
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top, right: frame.right, bottom: 18, left: 0 }}
      accessibilityLayer={false}
      className="point-chart"
    >
      <CartesianGrid stroke="var(--chart-grid)" vertical={false} syncWithTicks />
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
        tick={AXIS_TEXT}
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
        tick={AXIS_TEXT}
        allowDataOverflow
      />
      <Legend items={legend} series={series} />
      <text className="axis-title" x={8} y={top - 12} fontSize={12}>
        {series.y.label}
      </text>
      <text className="axis-title" x={box.right} y={height - 4} textAnchor="end" fontSize={12}>
        {series.x.label}
      </text>
      {series.lines?.map((line) => (
        <Curve key={line.id} line={line} place={place} y={series.y} />
      ))}
      {series.readings.map(({ id, x, y, low, high, group, muted }) =>
        low === undefined || high === undefined ? null : (
          <Interval
            key={id}
            x={place(x, y)[0]}
            from={place(x, low)[1]}
            to={place(x, high)[1]}
            colour={muted ? 'var(--chart-muted)' : groupColour(group)}
          />
        ),
      )}
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
      <Nothing series={series} layout={layout} size={size} />
      {/* Recharts lifts the marks; what they are called lies over them. */}
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
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
      </ZIndexLayer>
    </ScatterChart>
  );
}
