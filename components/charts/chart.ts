import type { FigureSeries, LayoutName, Size } from '@/lib/figure';

/** What every kind of picture is given. It draws one `<svg>` of exactly this size. */
export interface ChartProps<Series extends FigureSeries> {
  series: Series;
  layout: LayoutName;
  size: Size;
  /** The reading that is pointed at, if any. */
  active?: string;
  /** Left out where the picture stands still. */
  onActivate?: (id: string) => void;
}
