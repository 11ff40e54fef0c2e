/** A line that grows on a logarithmic scale, and below the years a lane for what was never told. */
import type { ChartProps } from '@/components/charts/chart';
import { AXIS_TEXT, MarkShape, groupColour, thin } from '@/components/charts/marks';
import { LEGEND_ROW, legendItems } from '@/lib/legend';
import { position, shortName, type Reading } from '@/lib/figure';
import { placeLabels, type Mark } from '@/lib/labels';
import type { GrowthSeries } from './spec';

const FRAMES = {
  wide: { left: 52, right: 22, mostNames: 20 },
  narrow: { left: 46, right: 16, mostNames: 8 },
} as const;
/** Names stand by turns below and above the marks. */
const LANE = { gap: 48, height: 56, marks: 28, below: 22, above: -13 } as const;
const BELOW = 24;
/** Distance of the lines with which the lane is hatched. */
const HATCH = 9;
const GPT = groupColour(0);

/** A mark without a value is an outline; so is an estimate, with an unbroken line. */
function Outline({ id, cx, cy }: { id: string; cx: number; cy: number }) {
  if (id === 'estimated') {
    return <circle cx={cx} cy={cy} r={5.2} fill="var(--paper)" stroke={GPT} strokeWidth={2} />;
  }
  const shape = id === 'silent' ? 'm0,-8l5.5,8l-5.5,8l-5.5,-8z' : 'm-5,-5h10v10h-10z';
  return (
    <path
      d={`M${cx},${cy}${shape}`}
      fill="var(--paper)"
      stroke={GPT}
      strokeWidth={1.7}
      strokeDasharray="3 2"
    />
  );
}

function Glyph({ id, cx, cy }: { id: string; cx: number; cy: number }) {
  if (id === 'published') return <circle cx={cx} cy={cy} r={5} fill={GPT} />;
  if (id === 'open') return <circle cx={cx} cy={cy} r={3.7} fill="var(--chart-muted)" />;
  return <Outline id={id} cx={cx} cy={cy} />;
}

/** Slanting lines over a box. */
function hatching(left: number, right: number, top: number, bottom: number): string {
  const height = bottom - top;
  const count = Math.ceil((right - left + height) / HATCH);
  return Array.from({ length: count }, (_, i) => {
    const foot = left + i * HATCH;
    const [x1, y1] = foot > right ? [right, bottom - (foot - right)] : [foot, bottom];
    const [x2, y2] = foot - height < left ? [left, bottom - (foot - left)] : [foot - height, top];
    return `M${x1},${y1}L${x2},${y2}`;
  }).join('');
}

export function Chart({ series, layout, size, active, onActivate }: ChartProps<GrowthSeries>) {
  const { width, height } = size;
  const frame = FRAMES[layout];
  const legend = legendItems(series, width - 8);
  const top = ((legend.at(-1)?.row ?? 0) + 1) * LEGEND_ROW + 28;
  const [left, right] = [frame.left, width - frame.right];
  const laneBottom = height - BELOW;
  const laneTop = laneBottom - LANE.height;
  const bottom = laneTop - LANE.gap;
  const isSilent = (id: string) => series.silent.includes(id);
  const along = (year: number) => position(series.x, year, left, right);
  const placed = series.readings.map((reading) => ({
    reading,
    x: along(reading.x),
    y: isSilent(reading.id) ? laneTop + LANE.marks : position(series.size, reading.y, bottom, top),
  }));
  const at = new Map(placed.map((mark) => [mark.reading.id, mark]));
  const marks: Mark[] = placed.map(({ reading, x, y }) => ({
    id: reading.id,
    text: shortName(reading.label),
    x,
    y,
  }));
  const [inLane, onScale] = [true, false].map((silent) =>
    marks.filter(({ id }) => isSilent(id) === silent),
  ) as [Mark[], Mark[]];
  const names = placeLabels(
    onScale,
    [...series.named, ...series.context],
    { left, right: width - 2, top: top - 4, bottom: bottom - 2 },
    frame.mostNames,
  );
  const laneNames = inLane.map(({ id, text, x, y }, i) => ({
    id,
    text,
    x: Math.min(x, width - 22),
    y: y + (i % 2 === 0 ? LANE.below : LANE.above),
    anchor: 'middle' as const,
    leader: undefined,
  }));
  const isMuted = ({ id }: { id: string }) => at.get(id)?.reading.muted ?? false;
  const ordered = [...placed].sort(
    (a, b) =>
      Number(a.reading.id === active) - Number(b.reading.id === active) ||
      Number(b.reading.muted) - Number(a.reading.muted),
  );
  const groupId = (reading: Reading) => series.groups[reading.group]?.id ?? '';
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <g className="chart-legend">
        {legend.map(({ label, group, x, row }) => (
          <g key={label} transform={`translate(${x + 8} ${row * LEGEND_ROW + 10})`}>
            <Glyph id={series.groups[group]?.id ?? ''} cx={0} cy={0} />
            <text x={11} y={4} fontSize={12}>
              {label}
            </text>
          </g>
        ))}
      </g>
      <text className="axis-title" x={8} y={top - 12} fontSize={12}>
        {series.size.label}
      </text>
      {thin(series.size.ticks, 9).map((tick) => {
        const y = position(series.size, tick, bottom, top);
        return (
          <g key={tick} className="axis-title">
            <line x1={left} x2={right} y1={y} y2={y} stroke="var(--chart-grid)" />
            <text x={left - 7} y={y + 4} textAnchor="end" {...AXIS_TEXT}>
              {series.size.format(tick)}
            </text>
          </g>
        );
      })}
      <line x1={left} x2={right} y1={bottom} y2={bottom} stroke="var(--chart-axis)" />
      {thin(series.x.ticks, layout === 'narrow' ? 6 : 12).map((tick) => (
        <text
          key={tick}
          className="axis-title"
          x={along(tick)}
          y={bottom + 17}
          textAnchor="middle"
          {...AXIS_TEXT}
        >
          {series.x.format(tick)}
        </text>
      ))}
      <text className="axis-title" x={right} y={height - 5} textAnchor="end" fontSize={12}>
        {series.x.label}
      </text>
      <path d={hatching(left, right, laneTop, laneBottom)} stroke="var(--chart-grid)" fill="none" />
      <g className="mark-names">
        <text x={left} y={laneTop - 8} fontSize={12}>
          {series.laneLabel}
        </text>
      </g>
      {series.steps.map(({ from, to, text }) => {
        const [a, b] = [at.get(from), at.get(to)];
        return a && b ? (
          <g key={to} className="mark-names" pointerEvents="none">
            <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} stroke={GPT} strokeWidth={2} />
            <text x={(a.x + b.x) / 2 + 9} y={(a.y + b.y) / 2 + 9} fontSize={14} fontWeight={600}>
              {text}
            </text>
          </g>
        ) : null;
      })}
      {ordered.map(({ reading, x, y }) =>
        ['silent', 'other-unit', 'estimated'].includes(groupId(reading)) ? (
          <g
            key={reading.id}
            data-reading={reading.id}
            onPointerEnter={onActivate && (() => onActivate(reading.id))}
            onPointerDown={onActivate && (() => onActivate(reading.id))}
          >
            {reading.id === active && (
              <circle cx={x} cy={y} r={11} fill="none" stroke="var(--ink)" strokeWidth={2} />
            )}
            <Outline id={groupId(reading)} cx={x} cy={y} />
            {onActivate && <circle cx={x} cy={y} r={13} fill="transparent" />}
          </g>
        ) : (
          <MarkShape
            key={reading.id}
            cx={x}
            cy={y}
            // Published and open marks are round alike; colour and size tell them apart.
            reading={{ ...reading, group: 0 }}
            isActive={reading.id === active}
            onActivate={onActivate}
          />
        ),
      )}
      {[names, laneNames].map((labels, i) => (
        <g key={i} className="mark-names" pointerEvents="none">
          {labels.map((label) => (
            <g key={label.id}>
              {label.leader && <line className="name-leader" {...label.leader} />}
              <text
                x={label.x}
                y={label.y}
                textAnchor={label.anchor}
                fontSize={isMuted(label) ? 11.5 : 12.5}
                fontWeight={isMuted(label) ? undefined : 600}
              >
                {label.text}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
