/** A swarm of models for each kind of data; the earliest has its name beside it. */
import { LAYOUTS, shortName, type LayoutName } from '@/lib/figure';
import { textWidth } from '@/lib/labels';
import type { ChartProps } from '@/components/charts/chart';
import { AXIS_TEXT, thin } from '@/components/charts/marks';
import type { MapSeries } from './spec';
import {
  BELOW,
  CLASSES,
  FRAMES,
  NAME_SIZE,
  RING,
  along,
  layOut,
  type Mark,
  type Row,
} from './swarm';

const FIRST = 'var(--chart-2)';
const LATER = 'var(--chart-1)';

function Dot({
  mark,
  isActive,
  onActivate,
}: {
  mark: Mark;
  isActive: boolean;
  onActivate?: (id: string) => void;
}) {
  const { reading, x, y } = mark;
  const r = mark.r - (reading.isFirst ? RING : 0);
  const colour = reading.isFirst ? FIRST : LATER;
  const isHollow = reading.size === undefined;
  const activate = onActivate && (() => onActivate(reading.id));
  return (
    <g data-reading={reading.id} onPointerEnter={activate} onPointerDown={activate}>
      {isActive && (
        <circle cx={x} cy={y} r={r + 4} fill="none" stroke="var(--ink)" strokeWidth={2} />
      )}
      <circle
        cx={x}
        cy={y}
        r={isHollow ? r - 0.6 : r}
        fill={isHollow ? 'var(--paper)' : colour}
        stroke={isHollow ? colour : 'var(--paper)'}
        strokeWidth={isHollow ? 1.4 : 0.7}
      />
      {reading.isFirst && (
        <circle cx={x} cy={y} r={r + RING - 0.4} fill="none" stroke={FIRST} strokeWidth={1.3} />
      )}
      {onActivate && <circle cx={x} cy={y} r={r + 2} fill="transparent" />}
    </g>
  );
}

/** The name of a row's earliest model: left of its mark, or right, where no other mark stands. */
function firstName(row: Row, right: number) {
  const edge = { left: row.left, right };
  const first = row.marks.find(({ reading }) => reading.isFirst);
  if (!first) return undefined;
  const text = shortName(first.reading.label);
  const width = textWidth(text) + 4;
  const gap = first.r + 4;
  const isFree = (from: number, to: number) =>
    from >= edge.left &&
    to <= edge.right &&
    row.marks.every(
      ({ id, x, y, r }) =>
        id === first.id || x + r < from || x - r > to || Math.abs(y - first.y) > r + 8,
    );
  const at = { y: first.y + 4, text };
  if (isFree(first.x - gap - width, first.x - gap))
    return { ...at, x: first.x - gap, anchor: 'end' as const };
  if (isFree(first.x + gap, first.x + gap + width))
    return { ...at, x: first.x + gap, anchor: 'start' as const };
  const above = {
    ...at,
    x: Math.max(first.x, edge.left + width / 2),
    y: first.y - first.r - 5,
    anchor: 'middle' as const,
  };
  const covered = row.marks.some(
    ({ x, y, r }) =>
      Math.abs(x - above.x) < width / 2 + r && y - r < above.y + 3 && y + r > above.y - 11,
  );
  const fits = above.x + width / 2 <= edge.right && above.y - 11 >= row.top + row.nameAbove;
  return fits && !covered ? above : undefined;
}

/** What colour, size and hollowness mean. */
function Key({ series, layout }: { series: MapSeries; layout: LayoutName }) {
  const items = [
    { label: series.groups[0]?.label ?? '', r: 3, isFirst: true, isHollow: false },
    ...CLASSES.map(({ label, radius }, i) => ({
      label: i === 0 ? `Size: ${label}` : label,
      r: radius * FRAMES[layout].scale,
      isFirst: false,
      isHollow: false,
    })),
    { label: 'not stated', r: 3.1, isFirst: false, isHollow: true },
  ];
  let x = 8;
  let y = 11;
  const placed = items.map((item) => {
    const width = textWidth(item.label, 12) + 30;
    if (x > 8 && x + width - 14 > LAYOUTS[layout].width) {
      x = 8;
      y += 20;
    }
    const at = { ...item, x, y };
    x += width;
    return at;
  });
  return (
    <g className="chart-legend">
      {placed.map((item) => (
        <g key={item.label}>
          <circle
            cx={item.x}
            cy={item.y}
            r={item.isHollow ? item.r - 0.6 : item.r}
            fill={item.isHollow ? 'var(--paper)' : item.isFirst ? FIRST : LATER}
            stroke={item.isHollow ? LATER : 'none'}
            strokeWidth={1.4}
          />
          {item.isFirst && (
            <circle
              cx={item.x}
              cy={item.y}
              r={item.r + RING - 0.4}
              fill="none"
              stroke={FIRST}
              strokeWidth={1.3}
            />
          )}
          <text x={item.x + 11} y={item.y + 4} fontSize={12}>
            {item.label}
          </text>
        </g>
      ))}
    </g>
  );
}

function Frame({
  series,
  layout,
  rows,
  height,
}: {
  series: MapSeries;
  layout: LayoutName;
  rows: readonly Row[];
  height: number;
}) {
  const { left, right } = FRAMES[layout];
  const width = LAYOUTS[layout].width;
  const top = rows[0]?.top ?? 0;
  const bottom = height - BELOW;
  return (
    <g>
      {rows.map((row, i) =>
        i % 2 === 0 ? (
          <rect
            key={series.kinds[i]?.id}
            x={0}
            y={row.top}
            width={width}
            height={row.height}
            fill="var(--chart-grid)"
            fillOpacity={0.45}
          />
        ) : null,
      )}
      {thin(series.x.ticks, layout === 'narrow' ? 5 : 9).map((tick) => {
        const at = along(series, layout, tick);
        return (
          <g key={tick}>
            <line x1={at} x2={at} y1={top} y2={bottom + 4} stroke="var(--chart-grid)" />
            <text x={at} y={bottom + 17} textAnchor="middle" {...AXIS_TEXT}>
              {series.x.format(tick)}
            </text>
          </g>
        );
      })}
      <g className={layout === 'wide' ? 'row-names' : 'mark-names'}>
        {rows.map((row, i) => (
          <text
            key={series.kinds[i]?.id}
            x={layout === 'wide' ? left - 12 : left}
            y={row.nameAbove > 0 ? row.top + 15 : row.middle + 4}
            textAnchor={layout === 'wide' ? 'end' : 'start'}
            fontSize={NAME_SIZE}
          >
            {series.kinds[i]?.label}
          </text>
        ))}
      </g>
      {series.across === 'parameters' && (
        <text x={width - 4} y={bottom + 17} textAnchor="end" {...AXIS_TEXT}>
          not stated
        </text>
      )}
      <text className="axis-title" x={width - right} y={height - 6} textAnchor="end" fontSize={12}>
        {series.x.label}
      </text>
    </g>
  );
}

export function Chart({ series, layout, size, active, onActivate }: ChartProps<MapSeries>) {
  const { width, height } = size;
  const rows = layOut(series, layout);
  const marks = rows
    .flatMap((row) => row.marks)
    .sort((a, b) => Number(a.id === active) - Number(b.id === active));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <Key series={series} layout={layout} />
      <Frame series={series} layout={layout} rows={rows} height={height} />
      {marks.map((mark) => (
        <Dot key={mark.id} mark={mark} isActive={mark.id === active} onActivate={onActivate} />
      ))}
      <g className="mark-names" pointerEvents="none">
        {rows.map((row, i) => {
          const name = firstName(row, width - 4);
          return (
            name && (
              <text
                key={series.kinds[i]?.id}
                x={name.x}
                y={name.y}
                textAnchor={name.anchor}
                fontSize={11.5}
              >
                {name.text}
              </text>
            )
          );
        })}
      </g>
    </svg>
  );
}
