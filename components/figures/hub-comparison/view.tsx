/** A bar of years for each hub, and beside it the number of its models on a log scale. */
import { position, type LayoutName } from '@/lib/figure';
import { formatCompact, formatNumber } from '@/lib/format';
import { textWidth } from '@/lib/labels';
import type { ChartProps } from '@/components/charts/chart';
import { AXIS_TEXT, Legend, MarkShape, groupColour } from '@/components/charts/marks';
import { legendItems } from '@/lib/legend';
import { ROWS, type HubSeries, type Span } from './spec';

const FRAMES = {
  wide: { years: [176, 436], counts: [462, 606] },
  narrow: { years: [16, 338], counts: undefined },
} as const;
const BAR = 11;
/** Width of the dashes before a bar whose beginning nobody knows. */
const DASHES = 20;

type Hub = HubSeries['hubs'][number];

function Bar({
  span,
  y,
  along,
  colour,
}: {
  span: Span;
  y: number;
  along: (year: number) => number;
  colour: string;
}) {
  const end = along(span.until);
  const start = span.from === undefined ? end - 8 : along(span.from);
  const changed = Math.max(start, along(span.changedUntil));
  const top = y - BAR / 2;
  return (
    <g>
      {!span.isOpening && (
        <line
          x1={start - DASHES}
          x2={start}
          y1={y}
          y2={y}
          stroke={colour}
          strokeWidth={2}
          strokeDasharray="3 3"
        />
      )}
      <rect x={start} y={top} width={changed - start} height={BAR} fill={colour} />
      <rect
        x={changed}
        y={top}
        width={end - changed}
        height={BAR}
        fill={colour}
        fillOpacity={0.3}
      />
    </g>
  );
}

const countLabel = ({ models }: Hub) =>
  models === null ? 'not stated' : models < 1e4 ? formatNumber(models) : formatCompact(models);

/** Where the number stands in the picture: beside its dot, or at the end of the row's name. */
function Count({
  hub,
  y,
  along,
  colour,
}: {
  hub: Hub;
  y: number;
  along: (models: number) => number;
  colour: string;
}) {
  const label = countLabel(hub);
  if (hub.models === null) {
    return (
      <text x={along(1) + 2} y={y + 4} fontSize={12} fill="var(--chart-muted)">
        {label}
      </text>
    );
  }
  const at = along(hub.models);
  return (
    <g>
      <line x1={along(1)} x2={at} y1={y} y2={y} stroke={colour} strokeWidth={2} />
      <circle cx={at} cy={y} r={4} fill={colour} />
      <text x={at + 8} y={y + 4} fontSize={12} fill="var(--chart-text)">
        {label}
      </text>
    </g>
  );
}

interface Geometry {
  years: (year: number) => number;
  counts?: (models: number) => number;
  middle: (row: number) => number;
  top: number;
  bottom: number;
}

function geometryOf(series: HubSeries, layout: LayoutName, height: number): Geometry {
  const frame = FRAMES[layout];
  const { row, above, below } = ROWS[layout];
  const [left, right] = frame.years;
  const counts = frame.counts;
  return {
    years: (year) => position(series.x, year, left, right),
    // Room for the number behind the longest line.
    counts: counts && ((n) => position(series.count, n, counts[0], counts[1] - 30)),
    middle: (i) => above + (i + (layout === 'wide' ? 0.5 : 0.72)) * row,
    top: above,
    bottom: height - below,
  };
}

function Axes({ series, layout, at }: { series: HubSeries; layout: LayoutName; at: Geometry }) {
  const frame = FRAMES[layout];
  const title = { className: 'axis-title', y: at.top - 10, fontSize: 12 };
  const ticks = [
    ...series.x.ticks.map((tick) => [at.years(tick), series.x.format(tick)] as const),
    ...(at.counts
      ? series.count.ticks.map((tick) => [at.counts!(tick), series.count.format(tick)] as const)
      : []),
  ];
  return (
    <g>
      {ticks.map(([x, text]) => (
        <g key={`${x} ${text}`}>
          <line x1={x} x2={x} y1={at.top - 2} y2={at.bottom + 4} stroke="var(--chart-grid)" />
          <text x={x} y={at.bottom + 18} textAnchor="middle" {...AXIS_TEXT}>
            {text}
          </text>
        </g>
      ))}
      <text x={frame.years[0]} {...title}>
        From opening to end, or to today
      </text>
      <text
        x={layout === 'wide' ? FRAMES.wide.counts[0] : 338}
        textAnchor={layout === 'wide' ? 'start' : 'end'}
        {...title}
      >
        Models
      </text>
    </g>
  );
}

export function Chart({ series, layout, size, active, onActivate }: ChartProps<HubSeries>) {
  const { width, height } = size;
  const at = geometryOf(series, layout, height);
  const { row } = ROWS[layout];
  const nameY = (i: number) => (layout === 'wide' ? at.middle(i) + 4 : at.middle(i) - 13);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <Legend items={legendItems(series, width - 8)} series={series} />
      <Axes series={series} layout={layout} at={at} />
      {series.readings.map((reading, i) => {
        const hub = series.hubs[i]!;
        const colour = groupColour(reading.group);
        const y = at.middle(i);
        const isActive = reading.id === active;
        const activate = onActivate && (() => onActivate(reading.id));
        return (
          <g key={reading.id} onPointerEnter={activate} onPointerDown={activate}>
            {(onActivate || isActive) && (
              <rect
                x={1}
                y={at.top + i * row}
                width={width - 2}
                height={row}
                rx={3}
                fill="transparent"
                stroke={isActive ? 'var(--ink)' : 'none'}
              />
            )}
            <g className="row-names">
              <text
                x={layout === 'wide' ? FRAMES.wide.years[0] - 12 : FRAMES.narrow.years[0]}
                y={nameY(i)}
                textAnchor={layout === 'wide' ? 'end' : 'start'}
                fontSize={12.5}
              >
                {shortHub(hub.label)}
              </text>
            </g>
            <Bar span={hub.span} y={y} along={at.years} colour={colour} />
            {at.counts ? (
              <Count hub={hub} y={y} along={at.counts} colour={colour} />
            ) : (
              <text x={338} y={nameY(i)} textAnchor="end" fontSize={12} fill="var(--chart-text)">
                {countLabel(hub)}
              </text>
            )}
            <MarkShape
              cx={at.years(hub.span.until)}
              cy={y}
              reading={reading}
              isActive={false}
              onActivate={onActivate}
            />
          </g>
        );
      })}
    </svg>
  );
}

const LONGEST = 26;
/** "timm (PyTorch Image Models)" → "timm", where the name would be too long. */
const shortHub = (name: string) =>
  textWidth(name, 12.5) > LONGEST * 6.3 ? name.replace(/ \([^)]*\)/, '') : name;
