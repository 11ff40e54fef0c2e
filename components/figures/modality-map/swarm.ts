/** Where the marks of the map stand: one row a kind of data, as high as its marks need. */
import { LAYOUTS, position, shortName, type LayoutName } from '@/lib/figure';
import { textWidth } from '@/lib/labels';
import { dodge } from '@/components/charts/dodge';
import type { MapReading, MapSeries } from './spec';

export const FRAMES = {
  wide: { left: 170, right: 16, nameAbove: 0, scale: 1 },
  // Above the marks only where they leave no room beside it.
  narrow: { left: 12, right: 12, nameAbove: 19, scale: 0.9 },
} as const;
export const NAME_SIZE = 12.5;
/** Above the rows: legend; below: axis. */
export const ABOVE = { wide: 30, narrow: 50 } as const;
export const BELOW = 44;
const PADDING = 5;
const LEAST_ROW = 22;
/** Beside the axis of sizes: a place for models without one. */
const UNSIZED = 46;

/** Upper ends of the classes of size, in parameters, with their radii in pixels. */
export const CLASSES = [
  { below: 1e9, radius: 2.3, label: 'under 1B' },
  { below: 3e10, radius: 3.1, label: 'to 30B' },
  { below: Infinity, radius: 4.2, label: 'over 30B parameters' },
] as const;
const UNSIZED_RADIUS = 3.1;
/** Room for the ring around a row’s earliest model. */
export const RING = 2.4;

export function radiusOf(size: number | undefined, layout: LayoutName): number {
  const of = CLASSES.find(({ below }) => size !== undefined && size < below);
  return (of?.radius ?? UNSIZED_RADIUS) * FRAMES[layout].scale;
}

export interface Mark {
  id: string;
  reading: MapReading;
  x: number;
  y: number;
  r: number;
}

export interface Row {
  /** From the top of the picture. */
  top: number;
  height: number;
  middle: number;
  /** Room above the marks for the name of the row. */
  nameAbove: number;
  /** Where names of marks may begin. */
  left: number;
  marks: readonly Mark[];
}

const rightOf = (series: MapSeries, layout: LayoutName) =>
  LAYOUTS[layout].width - FRAMES[layout].right - (series.across === 'parameters' ? UNSIZED : 0);

/** Pixels of a value along the axis. */
export const along = (series: MapSeries, layout: LayoutName, value: number): number =>
  position(series.x, value, FRAMES[layout].left + 6, rightOf(series, layout));

/** Where models without a size stand when sizes are laid across. */
export const unsizedAt = (layout: LayoutName): number =>
  LAYOUTS[layout].width - FRAMES[layout].right - UNSIZED / 2 + 6;

const hasPlace = (series: MapSeries, { size }: MapReading) =>
  series.across === 'year' || size !== undefined;

/** Marks of one row around zero, those that would cover each other above and below. */
function swarm(series: MapSeries, layout: LayoutName, row: number): Mark[] {
  const marks = series.readings
    .filter(({ y }) => y === row)
    .map((reading) => ({
      id: reading.id,
      reading,
      x: hasPlace(series, reading) ? along(series, layout, reading.x) : unsizedAt(layout),
      y: 0,
      r: radiusOf(reading.size, layout) + (reading.isFirst ? RING : 0),
    }))
    .sort((a, b) => a.x - b.x);
  return dodge(marks, { along: 'y', step: 2, most: 60 });
}

/** Height, picture and every move of the pointer ask for the same rows. */
const laidOut = new WeakMap<MapSeries, Map<LayoutName, readonly Row[]>>();

export function layOut(series: MapSeries, layout: LayoutName): readonly Row[] {
  const known = laidOut.get(series) ?? new Map<LayoutName, readonly Row[]>();
  laidOut.set(series, known);
  const rows = known.get(layout) ?? placeRows(series, layout);
  known.set(layout, rows);
  return rows;
}

/** Whether the marks, and the name of the earliest to the left of them, leave the given room. */
function leaves(room: number, marks: readonly Mark[]): boolean {
  const first = marks.find(({ reading }) => reading.isFirst);
  const name = first ? textWidth(shortName(first.reading.label)) + 12 : 0;
  return marks.every(({ x, r }) => x - r - name > room);
}

function placeRows(series: MapSeries, layout: LayoutName): Row[] {
  const frame = FRAMES[layout];
  let top: number = ABOVE[layout];
  return series.kinds.map(({ label }, row) => {
    const marks = swarm(series, layout, row);
    const end = frame.left + textWidth(label, NAME_SIZE) + 10;
    const isBeside = frame.nameAbove > 0 && leaves(end, marks);
    const nameAbove = isBeside ? 0 : frame.nameAbove;
    const reach = Math.max(0, ...marks.map(({ y, r }) => Math.abs(y) + r));
    const height = Math.max(LEAST_ROW, 2 * (reach + PADDING)) + nameAbove;
    const middle = top + nameAbove + (height - nameAbove) / 2;
    const placed = {
      top,
      height,
      middle,
      nameAbove,
      left: isBeside ? end : frame.left,
      marks: marks.map((mark) => ({ ...mark, y: mark.y + middle })),
    };
    top += height;
    return placed;
  });
}

export function mapHeight(series: MapSeries, layout: LayoutName): number {
  const last = layOut(series, layout).at(-1);
  return Math.ceil((last ? last.top + last.height : 100) + BELOW);
}
