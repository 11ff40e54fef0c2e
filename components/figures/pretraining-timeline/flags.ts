/**
 * Marks of one strand under each other, and names above them with a line to
 * each mark. Pixels, measured from the upper edge of the marks; up is negative.
 */
import type { Reading } from '@/lib/figure';
import { textWidth } from '@/lib/labels';

export const LANE = 14;
export const LEVEL = 11;
const RADIUS = { turning: 6, other: 4 } as const;

export type Anchor = 'start' | 'middle' | 'end';

export interface Hung {
  reading: Reading;
  x: number;
  level: number;
  isTurning: boolean;
  radius: number;
}

/** The topmost level for each mark on which it touches no other; turning points choose first. */
export function hang(
  readings: readonly Reading[],
  turning: readonly string[],
  along: (year: number) => number,
): Hung[] {
  const isTurning = (id: string) => turning.includes(id);
  const order = [...readings].sort(
    (a, b) => Number(isTurning(b.id)) - Number(isTurning(a.id)) || a.x - b.x,
  );
  const hung: Hung[] = [];
  for (const reading of order) {
    const x = along(reading.x);
    const radius = RADIUS[isTurning(reading.id) ? 'turning' : 'other'];
    const near = hung.filter((other) => Math.abs(other.x - x) < other.radius + radius + 1);
    let level = 0;
    while (near.some((other) => other.level === level)) level += 1;
    hung.push({ reading, x, level, radius, isTurning: isTurning(reading.id) });
  }
  return hung;
}

/** Names of models are rich in capitals, which are wider than the mean. */
const nameWidth = (text: string, isBold: boolean): number =>
  (textWidth(text) + 1.6 * (text.match(/[A-Z]/g)?.length ?? 0)) * (isBold ? 1.06 : 1);

export interface Flag {
  mark: Hung;
  lane: number;
  left: number;
  right: number;
  anchor: Anchor;
  /** Where its line ends, under the name. */
  foot: number;
}

/** Height of a mark's centre, and of a lane's lower edge. */
export const depth = (mark: Hung) => (mark.level + 0.5) * LEVEL;
export const laneFoot = (lane: number) => -lane * LANE;

/** Whether the line of a name keeps clear of every other mark. */
function isClear({ mark, foot, lane }: Flag, marks: readonly Hung[]): boolean {
  const from = { x: mark.x, y: depth(mark) };
  const to = { x: foot, y: laneFoot(lane) };
  return marks.every((other) => {
    if (other === mark) return true;
    const at = Math.min(1, Math.max(0, (depth(other) - from.y) / (to.y - from.y)));
    const x = from.x + at * (to.x - from.x);
    const y = from.y + at * (to.y - from.y);
    return Math.hypot(other.x - x, depth(other) - y) > other.radius + 1.5;
  });
}

/** Names must not touch, nor may a line run through a name. */
function fits(flag: Flag, placed: readonly Flag[]): boolean {
  const crosses = (line: Flag, name: Flag) =>
    line.lane > name.lane && line.foot > name.left - 3 && line.foot < name.right + 3;
  return placed.every(
    (other) =>
      (other.lane !== flag.lane || flag.left > other.right + 7 || flag.right < other.left - 7) &&
      !crosses(flag, other) &&
      !crosses(other, flag),
  );
}

const SHIFTS: Readonly<Record<Anchor, readonly number[]>> = {
  middle: [0],
  start: [0, 10],
  end: [0, -10],
};

interface Way {
  /** Where the line under a name runs, the preferred first. */
  anchors: readonly Anchor[];
  /** In a stair a name would rather rise than change its side. */
  isStair: boolean;
  order: (marks: readonly Hung[]) => readonly Hung[];
}

const leftToRight = (marks: readonly Hung[]) => [...marks].sort((a, b) => a.x - b.x);
const turningFirst = (marks: readonly Hung[]) => [
  ...marks.filter(({ isTurning }) => isTurning),
  ...marks.filter(({ isTurning }) => !isTurning),
];
const STAIRS: readonly Omit<Way, 'order'>[] = [
  { anchors: ['middle', 'start', 'end'], isStair: false },
  { anchors: ['end', 'middle', 'start'], isStair: true },
];
const WAYS: readonly Way[] = [
  ...STAIRS.map((way) => ({ ...way, order: leftToRight })),
  ...STAIRS.map((way) => ({
    ...way,
    order: (marks: readonly Hung[]) => turningFirst(leftToRight(marks)),
  })),
  {
    anchors: ['start', 'middle', 'end'],
    isStair: true,
    order: (marks) => leftToRight(marks).toReversed(),
  },
  {
    anchors: ['start', 'middle', 'end'],
    isStair: true,
    order: (marks) => turningFirst(leftToRight(marks).toReversed()),
  },
];

/** Every place that the name of a mark may have, the preferred first. */
function candidates(mark: Hung, { anchors, isStair }: Way, lanes: number): Flag[] {
  const width = nameWidth(mark.reading.label, mark.isTurning);
  const leftOf = { middle: width / 2, start: 3, end: width - 3 };
  const at = (anchor: Anchor, lane: number) =>
    SHIFTS[anchor].map((shift): Flag => {
      const foot = mark.x + shift;
      const left = foot - leftOf[anchor];
      return { mark, lane, foot, anchor, left, right: left + width };
    });
  const steps = Array.from({ length: lanes }, (_, lane) => lane);
  return isStair
    ? anchors.flatMap((anchor) => steps.flatMap((lane) => at(anchor, lane)))
    : steps.flatMap((lane) => anchors.flatMap((anchor) => at(anchor, lane)));
}

interface Room {
  marks: readonly Hung[];
  /** How far to the right a name may reach. */
  right: number;
  lanes: number;
}

/** Names for as many of the wanted marks as there is room for, first come first served. */
function namedBy(way: Way, wanted: readonly Hung[], { marks, right, lanes }: Room): Flag[] {
  const placed: Flag[] = [];
  for (const mark of way.order(wanted)) {
    const free = candidates(mark, way, lanes).find(
      (flag) => flag.left >= 2 && flag.right <= right && fits(flag, placed) && isClear(flag, marks),
    );
    if (free) placed.push(free);
  }
  return placed;
}

export const highest = (flags: readonly Flag[]) => Math.max(0, ...flags.map(({ lane }) => lane));
const turningIn = (flags: readonly Flag[]) => flags.filter(({ mark }) => mark.isTurning).length;

/**
 * Names over the marks of one strand. In a crowd they stand like stairs, to the
 * left of their lines or to the right; elsewhere they are centred. Of all ways
 * the one is taken that names most turning points, then most events, then in
 * the fewest lanes.
 */
export function flagsFor(
  marks: readonly Hung[],
  named: readonly string[],
  right: number,
  lanes: number,
): Flag[] {
  const wanted = marks.filter(({ reading }) => named.includes(reading.id));
  const [best] = WAYS.map((way) => namedBy(way, wanted, { marks, right, lanes })).sort(
    (a, b) => turningIn(b) - turningIn(a) || b.length - a.length || highest(a) - highest(b),
  );
  return best ?? [];
}
