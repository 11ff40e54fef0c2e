/**
 * Named rows with dots or bars along one axis, drawn by Recharts at a fixed size.
 * On a narrow picture a row's name stands above its marks.
 */
import { Scatter, ScatterChart, XAxis, YAxis } from 'recharts';
import { position, type Reading, type RowSeries } from '@/lib/figure';
import { textWidth } from '@/lib/labels';
import { legendItems } from '@/lib/legend';
import { BOTTOM, FRAMES, legendHeight, ruleHeight } from '@/lib/row-layout';
import type { ChartProps } from './chart';
import { Nothing } from './nothing';
import { AXIS_TEXT, Legend, MarkShape, groupColour, thin } from './marks';

const BAR = 16;
/** Dots nearer than this cover one another. */
const CLOSE = 10;
const APART = 7;

/** How far a dot stands from the middle of its row, where others of the row are in its way. */
function shiftOf(series: RowSeries, reading: Reading, along: (value: number) => number): number {
  const near = series.readings.filter(
    ({ y, x }) => y === reading.y && Math.abs(along(x) - along(reading.x)) < CLOSE,
  );
  if (!series.apart || near.length < 2) return 0;
  const groups = [...new Set(near.map(({ group }) => group))].sort((a, b) => a - b);
  return APART * (groups.indexOf(reading.group) - (groups.length - 1) / 2);
}

/** A tick's text; the last one ends where the picture does. */
function TickText({ x, y, text, most }: { x: number; y: number; text: string; most: number }) {
  return (
    <text
      x={Math.min(x, most - textWidth(text, AXIS_TEXT.fontSize) / 2)}
      y={y}
      dy="0.71em"
      textAnchor="middle"
      {...AXIS_TEXT}
    >
      {text}
    </text>
  );
}

/** The thinnest bars lie on top, where a pointer can find them. */
const length = (series: RowSeries, { x, from = 0 }: Reading) =>
  series.mark === 'bar' ? x - from : 0;

interface Extent {
  x: number;
  width: number;
}

function Bar({
  extent,
  y,
  reading,
  isActive,
  onActivate,
}: {
  extent: Extent;
  y: number;
  reading: Reading;
  isActive: boolean;
  onActivate?: (id: string) => void;
}) {
  const activate = onActivate && (() => onActivate(reading.id));
  return (
    <g onPointerEnter={activate} onPointerDown={activate} data-reading={reading.id}>
      <rect
        x={extent.x}
        y={y - BAR / 2}
        width={Math.max(1.5, extent.width)}
        height={BAR}
        fill={reading.muted ? 'var(--chart-muted)' : groupColour(reading.group)}
        stroke={isActive ? 'var(--ink)' : 'var(--paper)'}
        strokeWidth={isActive ? 2 : 0.75}
      />
      {onActivate && (
        <rect
          x={extent.x - 4}
          y={y - 12}
          width={Math.max(24, extent.width)}
          height={24}
          fill="transparent"
        />
      )}
    </g>
  );
}

export function RowChart({ series, layout, size, active, onActivate }: ChartProps<RowSeries>) {
  const { width, height } = size;
  const frame = FRAMES[layout];
  const legend = legendItems(series, width - 8);
  const rulesAt = legendHeight(series, layout);
  const top = rulesAt + ruleHeight(series);
  const right = width - frame.right;
  const along = (value: number) => position(series.x, value, frame.left, right);
  const middle = (row: number) => top + (row + 0.5) * frame.row + frame.nameAbove / 2;
  const heightOf = (reading: Reading) =>
    middle(reading.y) + (series.mark === 'dot' ? shiftOf(series, reading, along) : 0);
  const ordered = [...series.readings].sort(
    (a, b) =>
      Number(a.id === active) - Number(b.id === active) || length(series, b) - length(series, a),
  );
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ top, right: frame.right, bottom: 18, left: frame.left }}
      accessibilityLayer={false}
      className="point-chart"
    >
      {thin(series.x.ticks, layout === 'narrow' ? 5 : 9).map((tick) => (
        <line
          key={tick}
          x1={along(tick)}
          x2={along(tick)}
          y1={top}
          y2={height - BOTTOM}
          stroke="var(--chart-grid)"
        />
      ))}
      <XAxis
        dataKey="x"
        type="number"
        scale={series.x.scale}
        domain={[...series.x.domain]}
        ticks={thin(series.x.ticks, layout === 'narrow' ? 5 : 9)}
        interval={0}
        height={28}
        stroke="var(--chart-axis)"
        tick={({ x, y, payload }) => (
          <TickText
            x={Number(x)}
            y={Number(y)}
            text={series.x.format(payload.value)}
            most={width}
          />
        )}
        allowDataOverflow
      />
      <YAxis dataKey="y" type="number" domain={[0, series.rows.length]} hide allowDataOverflow />
      {legend.length > 1 && <Legend items={legend} series={series} />}
      {series.rules?.map(({ at, label }) => (
        <g key={label} className="axis-title">
          <line
            x1={along(at)}
            x2={along(at)}
            y1={top - 2}
            y2={height - BOTTOM}
            stroke="var(--ink)"
            strokeDasharray="5 4"
          />
          <text x={along(at)} y={rulesAt + 10} textAnchor="middle" fontSize={12}>
            {label}
          </text>
        </g>
      ))}
      {/* After the rules, so that none runs through a name. */}
      <g className="row-names">
        {series.rows.map(({ id, label }, row) => (
          <text
            key={id}
            x={layout === 'wide' ? frame.left - 10 : frame.left}
            y={layout === 'wide' ? middle(row) + 4 : middle(row) - frame.nameAbove + 6}
            textAnchor={layout === 'wide' ? 'end' : 'start'}
            fontSize={12.5}
          >
            {label}
          </text>
        ))}
      </g>
      <text className="axis-title" x={right} y={height - 4} textAnchor="end" fontSize={12}>
        {series.x.label}
      </text>
      <Nothing series={series} layout={layout} size={size} />
      <Scatter
        data={ordered}
        isAnimationActive={false}
        shape={({ payload: reading }: { payload?: Reading }) => {
          if (!reading) return <g />;
          const shared = { reading, isActive: reading.id === active, onActivate };
          if (series.mark === 'dot')
            return <MarkShape cx={along(reading.x)} cy={heightOf(reading)} {...shared} />;
          const x = along(reading.from ?? series.x.domain[0]);
          return (
            <Bar extent={{ x, width: along(reading.x) - x }} y={middle(reading.y)} {...shared} />
          );
        }}
      />
      {series.readings.map((reading) => {
        const { id, low, high, group, muted } = reading;
        if (low === undefined || high === undefined) return null;
        const y = heightOf(reading);
        const colour = muted ? 'var(--chart-muted)' : groupColour(group);
        return (
          <path
            key={id}
            d={`M${along(low)},${y - 4}v8M${along(low)},${y}H${along(high)}M${along(high)},${y - 4}v8`}
            stroke={series.mark === 'bar' ? 'var(--ink)' : colour}
            strokeWidth={1.6}
            fill="none"
            pointerEvents="none"
          />
        );
      })}
    </ScatterChart>
  );
}
