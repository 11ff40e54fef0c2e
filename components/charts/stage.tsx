'use client';

/** A live picture: its marks are read by pointer, or with the arrow keys. */
import { useMemo, type ComponentType, type KeyboardEvent, type RefObject } from 'react';
import type { FigureSeries, LayoutName, Size } from '@/lib/figure';
import type { ChartProps } from './chart';

interface Props<Series extends FigureSeries> {
  id: string;
  title: string;
  Chart: ComponentType<ChartProps<Series>>;
  series: Series;
  layout: LayoutName;
  size: Size;
  /** The reading that is pointed at; the picture may follow a moment later. */
  active?: string;
  highlighted?: string;
  onActivate: (id: string | undefined) => void;
  isBusy?: boolean;
  ref: RefObject<HTMLDivElement | null>;
}

/** The reading that an arrow key leads to; readings in focus come first, from left to right or as listed. */
function step(series: FigureSeries, active: string | undefined, key: string): string | undefined {
  const order = [...series.readings].sort(
    (a, b) => Number(a.muted ?? 0) - Number(b.muted ?? 0) || (series.isList ? 0 : a.x - b.x),
  );
  const at = order.findIndex((r) => r.id === active);
  const last = order.length - 1;
  const next: Record<string, number> = {
    ArrowRight: Math.min(last, at + 1),
    ArrowDown: Math.min(last, at + 1),
    ArrowLeft: at < 0 ? last : Math.max(0, at - 1),
    ArrowUp: at < 0 ? last : Math.max(0, at - 1),
    Home: 0,
    End: last,
  };
  const index = next[key];
  return index === undefined ? undefined : order[index]?.id;
}

export function Stage<Series extends FigureSeries>({
  id,
  title,
  Chart,
  series,
  layout,
  size,
  active,
  highlighted,
  onActivate,
  isBusy,
  ref,
}: Props<Series>) {
  const chart = useMemo(
    () => (
      <Chart
        series={series}
        layout={layout}
        size={size}
        active={highlighted}
        onActivate={onActivate}
      />
    ),
    [Chart, series, layout, size, highlighted, onActivate],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.key === 'Escape' ? undefined : step(series, active, event.key);
    if (next === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    onActivate(next);
  };
  return (
    <div
      ref={ref}
      id={`${id}-picture`}
      className="figure-picture"
      role="application"
      aria-roledescription="chart"
      aria-label={`${title}. ${series.summary} Use the arrow keys to read the marks.`}
      aria-busy={isBusy}
      tabIndex={0}
      onKeyDown={onKeyDown}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
    >
      {chart}
    </div>
  );
}
