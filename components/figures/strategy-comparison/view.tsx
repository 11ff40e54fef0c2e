/**
 * Strategies as rows, tasks as named marks, and at the right the average that the
 * table prints. A strategy that was tested on two kinds of data has two rows.
 */
import type { ChartProps } from '@/components/charts/chart';
import { AXIS_TEXT, Legend, MarkShape } from '@/components/charts/marks';
import { Nothing } from '@/components/charts/nothing';
import { legendItems } from '@/lib/legend';
import { position } from '@/lib/figure';
import { placeLabels } from '@/lib/labels';
import {
  BOTTOM,
  FRAMES,
  hasLegend,
  isCrossed,
  spread,
  thinAroundZero,
  topOf,
  type LaneSeries,
} from './layout';
import { Interval, LaneName, Name, RowName, Rule } from './parts';

/** Half the width of a mark, in pixels. */
const MARK = 6;

export function Chart({ series, layout, size, active, onActivate }: ChartProps<LaneSeries>) {
  const { width, height } = size;
  const { left, right, row: rowHeight, head, mostNames } = FRAMES[layout];
  const [top, bottom] = [topOf(series, layout), height - BOTTOM];
  const hasMeans = series.rows.some((row) => row.mean);
  const ends = [left + 8, width - (hasMeans ? right : 16)] as const;
  const along = (value: number) => position(series.x, value, ...ends);
  const middle = (row: number) => top + row * rowHeight + (rowHeight + head) / 2;
  const reach = (rowHeight - head) / 2;
  const rows = series.rows.map((row, i) => ({
    row,
    y: middle(i),
    follows: series.rows[i - 1]?.strategy === row.strategy,
    placed: spread(
      series.readings.filter((reading) => reading.y === i),
      series.x,
      ends,
      middle(i),
    ),
  }));
  // Names stay in their row: in the next they would be read as its marks.
  const names = rows.flatMap(({ placed, y }) => {
    const within = { left: left + 4, right: ends[1] + 12, top: y - reach, bottom: y + reach };
    const obstacles = placed.flatMap(({ reading: { id, low, high }, x, y }) => [
      // The ends of an interval that reach out of the mark, so that no name covers them; they
      // belong to it, and of those that share an id the last is the one that gets the name.
      ...[low, high].flatMap((end) =>
        end === undefined || Math.abs(along(end) - x) < MARK
          ? []
          : [{ id, x: along(end), y, text: '' }],
      ),
      { id, x, y, text: series.names[id] ?? '' },
    ]);
    return placeLabels(obstacles, series.named, within, mostNames).filter((label) =>
      placed.every(({ reading, ...at }) => reading.id === label.id || !isCrossed(label, at)),
    );
  });
  const box = { left, right: hasMeans ? ends[1] + 8 : width, top, bottom };
  const ticks = thinAroundZero(series.x.ticks, layout === 'narrow' ? 5 : 9);
  const marks = rows.flatMap(({ placed }) => placed);
  marks.sort((a, b) => Number(a.reading.id === active) - Number(b.reading.id === active));
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {hasLegend(series) && <Legend items={legendItems(series, width - 8)} series={series} />}
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={along(tick)} x2={along(tick)} y1={top} y2={bottom} stroke="var(--chart-grid)" />
          <text x={along(tick)} y={bottom + 18} textAnchor="middle" {...AXIS_TEXT}>
            {series.x.format(tick)}
          </text>
        </g>
      ))}
      {rows.map(({ row, y, follows }) =>
        follows ? null : (
          <line
            key={row.id}
            x1={0}
            x2={width}
            y1={y - (rowHeight + head) / 2}
            y2={y - (rowHeight + head) / 2}
            stroke="var(--chart-grid)"
          />
        ),
      )}
      <line x1={0} x2={width} y1={bottom} y2={bottom} stroke="var(--chart-axis)" />
      {series.rules?.map(({ at, label }) => (
        <Rule key={label} at={along(at)} label={label} box={box} />
      ))}
      <g className="axis-title">
        {rows.map((row) => (
          <LaneName key={row.row.id} layout={layout} {...row} />
        ))}
        <text x={ends[1]} y={height - 4} textAnchor="end" fontSize={12}>
          {series.x.label}
        </text>
        {hasMeans && (
          <text x={width - 4} y={top - 8} textAnchor="end" fontSize={12}>
            Average
          </text>
        )}
      </g>
      <g className="row-names mark-names">
        {rows.map(({ row, y, follows }) => (
          <g key={row.id}>
            <RowName row={row} follows={follows} layout={layout} y={y} />
            {row.mean && (
              <text x={width - 4} y={y + 4} textAnchor="end" fontSize={13} fontWeight={650}>
                {row.mean}
              </text>
            )}
          </g>
        ))}
      </g>
      {marks.map((placed) => (
        <g key={placed.reading.id}>
          <Interval placed={placed} along={along} />
          <MarkShape
            cx={placed.x}
            cy={placed.y}
            reading={placed.reading}
            isActive={placed.reading.id === active}
            onActivate={onActivate}
          />
        </g>
      ))}
      <Nothing series={series} layout={layout} size={size} />
      <g className="mark-names" pointerEvents="none">
        {names.map((label) => (
          <Name key={label.id} label={label} />
        ))}
      </g>
    </svg>
  );
}
