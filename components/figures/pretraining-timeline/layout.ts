/** Where everything stands in the timeline: one strip for each strand, in pixels. */
import { legendItems, LEGEND_ROW } from '@/lib/legend';
import {
  position,
  type Axis,
  type FigureSeries,
  type LayoutName,
  type Reading,
} from '@/lib/figure';
import { textWidth } from '@/lib/labels';
import {
  LANE,
  LEVEL,
  depth,
  flagsFor,
  hang,
  highest,
  laneFoot,
  type Anchor,
  type Flag,
} from './flags';

export interface TimelineSeries extends FigureSeries {
  /** Years. */
  x: Axis;
  /** From the top; a reading's y is the index of its strand. */
  strands: readonly { id: string; label: string }[];
  /** Ids of the readings that are drawn larger. */
  turning: readonly string[];
  /** First and last moment of the year, by reading, where only the year is known. */
  spans: Readonly<Record<string, readonly [number, number]>>;
}

export interface PlacedMark {
  reading: Reading;
  x: number;
  y: number;
  isTurning: boolean;
  /** How far a pointer may be off: half the way to the nearest other mark. */
  reach: number;
  /** Where the year of an event begins and ends of which only the year is known. */
  span?: readonly [number, number];
}

export interface PlacedName {
  id: string;
  text: string;
  x: number;
  y: number;
  anchor: Anchor;
  isTurning: boolean;
  leader?: readonly [x1: number, y1: number, x2: number, y2: number];
}

export interface TimelineLayout {
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  strands: { label: string; x: number; y: number; top: number }[];
  marks: PlacedMark[];
  names: PlacedName[];
}

export const WIDTHS = { wide: 620, narrow: 350 } as const;
const SIDES = { left: 10, right: 14 } as const;
const AXIS_HEIGHT = 46;
const PAD = { top: 4, bottom: 9 } as const;
const STRAND_SIZE = 13;
/** Lanes of names: one strand alone has the room for more. */
const MOST_LANES = { one: 9, many: 7 } as const;
const REACH = { least: 5, most: 12 } as const;

/** A strand's name shares the top lane if no event's name is in its way. */
function lanesOf(flags: readonly Flag[], label: string): number {
  const top = highest(flags);
  const labelEnd = SIDES.left + textWidth(label, STRAND_SIZE) + 10;
  const isFree = flags.every(({ lane, left }) => lane < top || left > labelEnd);
  return isFree ? top + 1 : top + 2;
}

/** Half the way to the nearest neighbour, so that in a crowd each mark can be hit. */
function reachOf(mark: { x: number; y: number }, all: readonly { x: number; y: number }[]): number {
  const nearest = Math.min(
    ...all.filter((other) => other !== mark).map(({ x, y }) => Math.hypot(x - mark.x, y - mark.y)),
  );
  return Math.min(REACH.most, Math.max(REACH.least, nearest / 2));
}

function lay(series: TimelineSeries, layout: LayoutName): TimelineLayout {
  const right = WIDTHS[layout] - SIDES.right;
  const legend = legendItems(series, WIDTHS[layout] - 8);
  const top = legend.length > 0 ? ((legend.at(-1)?.row ?? 0) + 1) * LEGEND_ROW + 8 : 4;
  const mostLanes = series.strands.length > 1 ? MOST_LANES.many : MOST_LANES.one;
  const marks: Omit<PlacedMark, 'reach'>[] = [];
  const names: PlacedName[] = [];
  const along = (year: number) => position(series.x, year, SIDES.left, right);
  let y = top;
  const strands = series.strands.map(({ label }, index) => {
    const hung = hang(
      series.readings.filter((reading) => reading.y === index),
      series.turning,
      along,
    );
    // An empty strip says that it is empty.
    const title = hung.length > 0 ? label : `${label}: none in these years`;
    const flags = flagsFor(hung, series.named, WIDTHS[layout], mostLanes);
    const rowTop = y;
    const base = rowTop + PAD.top + lanesOf(flags, title) * LANE;
    for (const mark of hung) {
      const { reading, x, isTurning } = mark;
      const years = series.spans[reading.id];
      const span = years && ([along(years[0]), along(years[1])] as const);
      marks.push({ reading, x, y: base + depth(mark), isTurning, span });
    }
    for (const { mark, lane, left, right: end, anchor, foot } of flags) {
      const footY = base + laneFoot(lane) - 1;
      const markTop = base + depth(mark) - mark.radius;
      names.push({
        id: mark.reading.id,
        text: mark.reading.label,
        x: anchor === 'start' ? left : anchor === 'end' ? end : foot,
        y: footY - 3,
        anchor,
        isTurning: mark.isTurning,
        leader: markTop - footY > 4 ? [mark.x, base + depth(mark), foot, footY] : undefined,
      });
    }
    const levels = Math.max(1, ...hung.map(({ level }) => level + 1));
    y = base + (hung.length > 0 ? levels * LEVEL + PAD.bottom : 2);
    return { label: title, x: SIDES.left, y: rowTop + PAD.top + LANE - 4, top: rowTop };
  });
  return {
    height: Math.ceil(y + AXIS_HEIGHT),
    plot: { left: SIDES.left, right, top, bottom: y },
    strands,
    marks: marks.map((mark) => ({ ...mark, reach: reachOf(mark, marks) })),
    names,
  };
}

const laid = new WeakMap<TimelineSeries, Partial<Record<LayoutName, TimelineLayout>>>();

/** The layout of a series; kept, because the height of the picture and the picture both ask for it. */
export function layTimeline(series: TimelineSeries, layout: LayoutName): TimelineLayout {
  const known = laid.get(series);
  if (known?.[layout]) return known[layout];
  const made = lay(series, layout);
  laid.set(series, { ...known, [layout]: made });
  return made;
}
