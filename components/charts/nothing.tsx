import type { FigureSeries, LayoutName, Size } from '@/lib/figure';
import { wrapText } from '@/lib/svg';

const PER_LINE = { wide: 56, narrow: 28 } as const;
const LINE_HEIGHT = 18;

/** Why there is no mark, in the middle of a picture that has none. */
export function Nothing({
  series,
  layout,
  size: { width, height },
}: {
  series: Pick<FigureSeries, 'readings' | 'summary'>;
  layout: LayoutName;
  size: Size;
}) {
  if (series.readings.length > 0) return null;
  const lines = wrapText(series.summary, PER_LINE[layout]);
  const top = (height - lines.length * LINE_HEIGHT) / 2;
  return (
    <g className="mark-names">
      {lines.map((line, i) => (
        <text key={line} x={width / 2} y={top + i * LINE_HEIGHT} textAnchor="middle" fontSize={14}>
          {line}
        </text>
      ))}
    </g>
  );
}
