/** What the rows of the picture are made of. */
import { groupColour } from '@/components/charts/marks';
import type { LayoutName } from '@/lib/figure';
import { textWidth, type PlacedLabel } from '@/lib/labels';
import { FRAMES, type LaneSeries, type Placed } from './layout';

interface NameProps {
  row: LaneSeries['rows'][number];
  /** Whether the row above is of the same strategy. */
  follows: boolean;
  layout: LayoutName;
  y: number;
}

/** A strategy's name, once for its rows; where there is no room beside a row, each has its own. */
export function RowName({ row, follows, layout, y }: NameProps) {
  const { left } = FRAMES[layout];
  if (layout === 'narrow') {
    return (
      <text x={left} y={y - 25} fontSize={12.5}>
        {row.label}
      </text>
    );
  }
  return follows ? null : (
    <text x={left - 12} y={row.lane ? y - 3 : y + 4} textAnchor="end" fontSize={13}>
      {row.strategy}
    </text>
  );
}

/** The kind of test data, below the strategy's name. */
export const LaneName = ({ row, follows, layout, y }: NameProps) =>
  layout === 'narrow' || !row.lane ? null : (
    <text x={FRAMES[layout].left - 12} y={follows ? y + 4 : y + 13} textAnchor="end" fontSize={12}>
      {row.lane}
    </text>
  );

interface RuleProps {
  at: number;
  label: string;
  /** What it may take up. */
  box: { left: number; right: number; top: number; bottom: number };
}

/** Full fine-tuning as a line through all rows, with words for its two sides where they fit. */
export function Rule({ at, label, box: { left, right, top, bottom } }: RuleProps) {
  const side = textWidth(label, 12) / 2 + 12;
  const room = side + textWidth('better →', 12);
  return (
    <g className="axis-title">
      <line x1={at} x2={at} y1={top - 2} y2={bottom} stroke="var(--ink)" strokeDasharray="5 4" />
      <text x={at} y={top - 8} textAnchor="middle" fontSize={12}>
        {label}
      </text>
      {at - room >= left && (
        <text x={at - side} y={top - 8} textAnchor="end" fontSize={12}>
          ← worse
        </text>
      )}
      {at + room <= right && (
        <text x={at + side} y={top - 8} fontSize={12}>
          better →
        </text>
      )}
    </g>
  );
}

export function Interval({
  placed: { reading, y },
  along,
}: {
  placed: Placed;
  along: (value: number) => number;
}) {
  const { low, high, group } = reading;
  if (low === undefined || high === undefined) return null;
  const [from, to] = [along(low), along(high)];
  return (
    <path
      d={`M${from},${y - 4}v8M${from},${y}H${to}M${to},${y - 4}v8`}
      stroke={groupColour(group)}
      strokeWidth={1.6}
      fill="none"
    />
  );
}

export const Name = ({ label }: { label: PlacedLabel }) => (
  <g>
    {label.leader && <line className="name-leader" {...label.leader} />}
    <text x={label.x} y={label.y} textAnchor={label.anchor} fontSize={11.5}>
      {label.text}
    </text>
  </g>
);
