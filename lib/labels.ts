/** Placing names beside marks without covering anything: greedy, in order of priority. */

export interface Mark {
  id: string;
  /** Centre in pixels. */
  x: number;
  y: number;
  text: string;
}

export interface PlacedLabel {
  id: string;
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  /** A thin line leads from the mark to a name that stands further off. */
  leader?: { x1: number; y1: number; x2: number; y2: number };
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const FONT_SIZE = 11.5;
const GAP = 8;
/** Nearer to a mark's centre than this, a leader touches it. */
const TOUCH = 5;
/** Between two names, so that they are not read as one. */
const BETWEEN = 4;
/** More lines than this would tangle. */
const MOST_LEADERS = 6;
/** The mean width of a character of the interface face, in ems: a little generous. */
const CHARACTER = 0.54;

export const textWidth = (text: string, fontSize = FONT_SIZE): number =>
  text.length * CHARACTER * fontSize;

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const inside = (a: Box, b: Box) =>
  a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

function candidates(mark: Mark): (PlacedLabel & { box: Box })[] {
  const width = textWidth(mark.text);
  const place = (anchor: PlacedLabel['anchor'], dx: number, dy: number) => {
    const x = mark.x + dx;
    const y = mark.y + dy;
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    const box = { left, right: left + width, top: y - FONT_SIZE, bottom: y + 3 };
    return { id: mark.id, text: mark.text, x, y, anchor, box };
  };
  const placeOff = (anchor: 'start' | 'end', dx: number, dy: number) => {
    const side = anchor === 'start' ? 1 : -1;
    const leader = {
      x1: mark.x + 6 * side,
      y1: mark.y,
      x2: mark.x + (dx - 3) * side,
      y2: mark.y + dy - 4,
    };
    return { ...place(anchor, dx * side, dy), leader };
  };
  return [
    place('start', GAP, 4),
    place('middle', 0, -GAP - 1),
    place('middle', 0, GAP + FONT_SIZE - 1),
    place('end', -GAP, 4),
    place('start', GAP - 2, -GAP + 1),
    place('start', GAP - 2, GAP + 7),
    place('end', -GAP + 2, -GAP + 1),
    place('end', -GAP + 2, GAP + 7),
    ...[4, -14, 22, -30, 38].flatMap((dy) => [placeOff('start', 30, dy), placeOff('end', 30, dy)]),
  ];
}

const distanceTo = ({ x, y }: Mark, box: Box) =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

/** A name without a leader must be nearer to its own mark than to any other. */
function isClear(mark: Mark, label: PlacedLabel & { box: Box }, marks: readonly Mark[]): boolean {
  if (label.leader) return true;
  const own = distanceTo(mark, label.box);
  return marks.every((other) => other.id === mark.id || distanceTo(other, label.box) > own + 1);
}

/** A leader must not run through a name, nor touch another mark, which it would seem to name. */
function leaderIsFree(
  { id, leader }: PlacedLabel,
  names: readonly Box[],
  marks: readonly Mark[],
): boolean {
  if (!leader) return true;
  const { x1, y1, x2, y2 } = leader;
  const along = Array.from({ length: 9 }, (_, i) => (i + 0.5) / 9);
  return along.every((t) => {
    const x = x1 + t * (x2 - x1);
    const y = y1 + t * (y2 - y1);
    return (
      names.every((b) => x < b.left || x > b.right || y < b.top || y > b.bottom) &&
      marks.every((mark) => mark.id === id || Math.hypot(mark.x - x, mark.y - y) > TOUCH)
    );
  });
}

/**
 * Names for the marks in `order`, first come first placed; a name that fits
 * nowhere, or that stands in the picture already, is left out.
 * @param marks every mark drawn, so that no name covers one; positions in pixels
 * @param frame where names may stand, in pixels
 * @param curves what names should keep off as well, but may cover where there is no other room
 */
export function placeLabels(
  marks: readonly Mark[],
  order: readonly string[],
  frame: Box,
  most: number,
  curves: readonly Box[] = [],
): PlacedLabel[] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const taken: Box[] = marks.map(({ x, y }) => ({
    left: x - 5,
    right: x + 5,
    top: y - 5,
    bottom: y + 5,
  }));
  const placed: PlacedLabel[] = [];
  for (const id of order) {
    const mark = byId.get(id);
    if (!mark || placed.length >= most || placed.some((p) => p.text === mark.text)) continue;
    const leadersLeft = MOST_LEADERS - placed.filter((p) => p.leader).length;
    const possible = candidates(mark).filter(
      (label) =>
        (!label.leader || leadersLeft > 0) &&
        inside(label.box, frame) &&
        !taken.some((other) => overlap(label.box, other)) &&
        isClear(mark, label, marks) &&
        leaderIsFree(label, taken.slice(marks.length), marks),
    );
    const free =
      possible.find(({ box }) => !curves.some((other) => overlap(box, other))) ?? possible[0];
    if (!free) continue;
    const { box, ...label } = free;
    taken.push({ ...box, left: box.left - BETWEEN, right: box.right + BETWEEN });
    placed.push(label);
  }
  return placed;
}
