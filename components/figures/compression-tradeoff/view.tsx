/** Bits against loss. What lies above the cut stands in a strip at the top, with its number. */
import { position, type Reading } from '@/lib/figure';
import { placeLabels } from '@/lib/labels';
import type { ChartProps } from '@/components/charts/chart';
import { dodge } from '@/components/charts/dodge';
import { AXIS_TEXT, Legend, MarkShape, groupColour } from '@/components/charts/marks';
import { Nothing } from '@/components/charts/nothing';
import { LEGEND_ROW, legendItems } from '@/lib/legend';
import type { TradeoffSeries } from './spec';

const FRAMES = {
  wide: { left: 46, right: 16, bottom: 46, mostNames: 22 },
  narrow: { left: 42, right: 12, bottom: 46, mostNames: 10 },
} as const;
/** Height of the strip for what is off the scale. */
const STRIP = 40;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const isBeyond = ({ y }: Reading, series: TradeoffSeries) => y > series.cut;

/** Where marks stand, those that would cover each other side by side. */
function placeMarks(series: TradeoffSeries, box: Box) {
  const y = { ...series.y, domain: [series.y.domain[0], series.cut] as const };
  return dodge(
    series.readings.map((reading) => ({
      reading,
      id: reading.id,
      r: 4.75,
      text: series.names[reading.id] ?? reading.label,
      x: position(series.x, reading.x, box.left, box.right),
      y: isBeyond(reading, series)
        ? box.top - STRIP / 2 + 6
        : position(y, reading.y, box.bottom, box.top),
    })),
    { along: 'x', step: 4.75, most: 4 },
  );
}

type Mark = ReturnType<typeof placeMarks>[number];

/** Curves lead through the marks themselves; towards one that is off the scale they leave the picture. */
function Curves({ series, marks }: { series: TradeoffSeries; marks: readonly Mark[] }) {
  const at = (x: number, y: number) => marks.find((m) => m.reading.x === x && m.reading.y === y);
  return (series.lines ?? []).map((line) => {
    const points = line.points.flatMap(([x, y]) => at(x, y) ?? []);
    return (
      <path
        key={line.id}
        d={points.map((m, i) => `${i === 0 ? 'M' : 'L'}${round(m.x)},${round(m.y)}`).join('')}
        fill="none"
        stroke={groupColour(line.group)}
        strokeWidth={1.6}
        strokeOpacity={0.55}
      />
    );
  });
}
const round = (pixels: number) => Math.round(pixels * 10) / 10;

function Axes({ series, box, height }: { series: TradeoffSeries; box: Box; height: number }) {
  const y = { ...series.y, domain: [series.y.domain[0], series.cut] as const };
  const hasStrip = series.readings.some((reading) => isBeyond(reading, series));
  return (
    <g>
      {series.y.ticks.map((tick) => {
        const at = position(y, tick, box.bottom, box.top);
        return (
          <g key={tick}>
            <line
              x1={box.left}
              x2={box.right}
              y1={at}
              y2={at}
              stroke={tick === 0 ? 'var(--chart-axis)' : 'var(--chart-grid)'}
            />
            <text x={box.left - 7} y={at + 4} textAnchor="end" {...AXIS_TEXT}>
              {series.y.format(tick)}
            </text>
          </g>
        );
      })}
      {series.x.ticks.map((tick) => {
        const at = position(series.x, tick, box.left, box.right);
        return (
          <g key={tick}>
            <line x1={at} x2={at} y1={box.top} y2={box.bottom + 5} stroke="var(--chart-grid)" />
            <text x={at} y={box.bottom + 19} textAnchor="middle" {...AXIS_TEXT}>
              {series.x.format(tick)}
            </text>
          </g>
        );
      })}
      <line
        x1={box.left}
        x2={box.right}
        y1={box.bottom}
        y2={box.bottom}
        stroke="var(--chart-axis)"
      />
      {hasStrip && (
        <g className="axis-title">
          <line
            x1={box.left}
            x2={box.right}
            y1={box.top}
            y2={box.top}
            stroke="var(--chart-axis)"
            strokeDasharray="2 4"
          />
          <text x={box.left - 7} y={box.top - STRIP / 2 + 10} textAnchor="end" fontSize={12}>
            more
          </text>
        </g>
      )}
      <text className="axis-title" x={box.right} y={height - 6} textAnchor="end" fontSize={12}>
        {series.x.label}
      </text>
    </g>
  );
}

export function Chart({ series, layout, size, active, onActivate }: ChartProps<TradeoffSeries>) {
  const { width, height } = size;
  const frame = FRAMES[layout];
  const legend = legendItems(series, width - 8);
  const rows = (legend.at(-1)?.row ?? 0) + 1;
  const strip = series.readings.some((reading) => isBeyond(reading, series)) ? STRIP : 0;
  const top = rows * LEGEND_ROW + 26 + strip;
  const box = { left: frame.left, right: width - frame.right, top, bottom: height - frame.bottom };
  const marks = placeMarks(series, box);
  const names = placeLabels(
    marks,
    series.named,
    { ...box, top: top - strip - 4, right: width - 2 },
    frame.mostNames,
  );
  const last = [...marks].sort((a, b) => Number(a.id === active) - Number(b.id === active));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <Legend items={legend} series={series} />
      <text className="axis-title" x={8} y={top - strip - 12} fontSize={12}>
        {series.y.label}
      </text>
      <Axes series={series} box={box} height={height} />
      <Curves series={series} marks={marks} />
      {last.map(({ id, x, y, reading }) => (
        <MarkShape
          key={id}
          cx={round(x)}
          cy={round(y)}
          reading={reading}
          isActive={id === active}
          onActivate={onActivate}
        />
      ))}
      <Nothing series={series} layout={layout} size={size} />
      <g className="mark-names" pointerEvents="none">
        {names.map((name) => (
          <g key={name.id}>
            {name.leader && <line className="name-leader" {...name.leader} />}
            <text x={name.x} y={name.y} textAnchor={name.anchor} fontSize={11.5}>
              {name.text}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}
