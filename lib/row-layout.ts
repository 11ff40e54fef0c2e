/** Where the rows of a row chart stand: pure, so that a figure's height is known without drawing it. */
import { LAYOUTS, type LayoutName, type RowSeries } from './figure';
import { LEGEND_ROW, legendItems } from './legend';

export const FRAMES = {
  wide: { left: 178, right: 22, row: 30, nameAbove: 0 },
  narrow: { left: 10, right: 16, row: 42, nameAbove: 20 },
} as const;
export const BOTTOM = 46;

export const legendHeight = (series: RowSeries, layout: LayoutName): number => {
  const items = legendItems(series, LAYOUTS[layout].width - 8);
  return items.length > 1 ? ((items.at(-1)?.row ?? 0) + 1) * LEGEND_ROW + 12 : 8;
};
/** Room for the names of the rules above the rows. */
export const ruleHeight = (series: RowSeries) => (series.rules?.length ? 18 : 0);

/** For a spec's `height`: as high as its rows need. */
export const rowChartHeight = (series: RowSeries, layout: LayoutName): number =>
  legendHeight(series, layout) +
  ruleHeight(series) +
  series.rows.length * FRAMES[layout].row +
  BOTTOM;
