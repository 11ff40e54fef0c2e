/** Events along the years, one strip for each strand. */
import type { ChartProps } from '@/components/charts/chart';
import { AXIS_TEXT, Legend, MarkShape, groupColour, thin } from '@/components/charts/marks';
import { legendItems } from '@/lib/legend';
import { position } from '@/lib/figure';
import { layTimeline, type TimelineSeries } from './layout';

const SIZES = { turning: 118, other: 46 } as const;

export function Chart({ series, layout, size, active, onActivate }: ChartProps<TimelineSeries>) {
  const { width, height } = size;
  const { plot, strands, marks, names } = layTimeline(series, layout);
  const ticks = thin(series.x.ticks, layout === 'narrow' ? 6 : 12);
  const along = (year: number) => position(series.x, year, plot.left, plot.right);
  // What is pointed at is drawn last, and turning points over the others.
  const ordered = [...marks].sort(
    (a, b) =>
      Number(a.reading.id === active) - Number(b.reading.id === active) ||
      Number(a.isTurning) - Number(b.isTurning),
  );
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <Legend items={legendItems(series, width - 8)} series={series} />
      {ticks.map((tick) => (
        <line
          key={tick}
          x1={along(tick)}
          x2={along(tick)}
          y1={plot.top}
          y2={plot.bottom}
          stroke="var(--chart-grid)"
        />
      ))}
      {strands.map(({ label, top }) => (
        <line
          key={label}
          x1={plot.left}
          x2={plot.right}
          y1={top}
          y2={top}
          stroke="var(--chart-axis)"
          strokeOpacity={0.4}
        />
      ))}
      <line
        x1={plot.left}
        x2={plot.right}
        y1={plot.bottom}
        y2={plot.bottom}
        stroke="var(--chart-axis)"
      />
      {ticks.map((tick) => (
        <text
          key={tick}
          className="axis-title"
          x={along(tick)}
          y={plot.bottom + 18}
          textAnchor="middle"
          {...AXIS_TEXT}
        >
          {series.x.format(tick)}
        </text>
      ))}
      <text className="axis-title" x={plot.right} y={height - 6} textAnchor="end" fontSize={12}>
        {series.x.label}
      </text>
      <g>
        {names.map(({ id, leader }) =>
          leader ? (
            <line
              key={id}
              className="name-leader"
              x1={leader[0]}
              y1={leader[1]}
              x2={leader[2]}
              y2={leader[3]}
            />
          ) : null,
        )}
      </g>
      {marks.map(({ reading, y, span }) =>
        span ? (
          <line
            key={reading.id}
            x1={span[0]}
            x2={span[1]}
            y1={y}
            y2={y}
            stroke={groupColour(reading.group)}
            strokeWidth={1.6}
          />
        ) : null,
      )}
      {ordered.map(({ reading, x, y, isTurning, reach }) => (
        <MarkShape
          key={reading.id}
          cx={x}
          cy={y}
          reading={reading}
          isActive={reading.id === active}
          size={SIZES[isTurning ? 'turning' : 'other']}
          reach={reach}
          onActivate={onActivate}
        />
      ))}
      <g className="axis-title" pointerEvents="none">
        {strands.map(({ label, x, y }) => (
          <text key={label} x={x} y={y} fontSize={13}>
            {label}
          </text>
        ))}
      </g>
      <g className="mark-names" pointerEvents="none">
        {names.map(({ id, text, x, y, anchor, isTurning }) => (
          <text
            key={id}
            x={x}
            y={y}
            textAnchor={anchor}
            fontSize={11.5}
            fontWeight={isTurning ? 600 : undefined}
          >
            {text}
          </text>
        ))}
      </g>
    </svg>
  );
}
