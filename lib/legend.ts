/** A legend's place: pure, so that a figure's height is known without drawing it. */
import type { FigureSeries } from './figure';
import { textWidth } from './labels';

/** Pixels. */
export const LEGEND_ROW = 20;
export const LEGEND_SIZE = 12;

/** Marks and curves alike have a group. */
export interface Legended extends Pick<FigureSeries, 'groups' | 'readings'> {
  lines?: readonly { group: number; muted?: boolean; dashed?: boolean; broad?: boolean }[];
  mark?: 'dot' | 'bar';
}

/** A group that has no marks is shown as what its curves look like. */
export function curveOf({ readings, lines = [] }: Legended, group: number) {
  const own = lines.filter((line) => line.group === group);
  if (own.length === 0 || readings.some((reading) => reading.group === group)) return undefined;
  return {
    dashed: own.every((line) => line.dashed === true),
    broad: own.some((line) => line.broad === true),
  };
}

export interface LegendItem {
  label: string;
  group: number;
  x: number;
  row: number;
}

/** Groups that occur, laid out in rows of the given width. */
export function legendItems(series: Legended, width: number): LegendItem[] {
  const used = new Set([...series.readings, ...(series.lines ?? [])].map((one) => one.group));
  let x = 0;
  let row = 0;
  return series.groups.flatMap((group, index) => {
    if (!used.has(index)) return [];
    const itemWidth = textWidth(group.label, LEGEND_SIZE) + 34;
    if (x > 0 && x + itemWidth > width) {
      x = 0;
      row += 1;
    }
    const item = { label: group.label, group: index, x, row };
    x += itemWidth;
    return [item];
  });
}
