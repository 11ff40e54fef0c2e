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
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const FONT_SIZE = 11.5;
const GAP = 8;
/** The mean width of a character of the interface face, in ems: a little generous. */
const CHARACTER = 0.54;

export const textWidth = (text: string, fontSize = FONT_SIZE): number => text.length * CHARACTER * fontSize;

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
  return [
    place('start', GAP, 4),
    place('middle', 0, -GAP - 1),
    place('middle', 0, GAP + FONT_SIZE - 1),
    place('end', -GAP, 4),
    place('start', GAP - 2, -GAP + 1),
    place('start', GAP - 2, GAP + 7),
    place('end', -GAP + 2, -GAP + 1),
    place('end', -GAP + 2, GAP + 7),
  ];
}

/**
 * Names for the marks in `order`, first come first placed; a name that fits nowhere is left out.
 * @param marks every mark drawn, so that no name covers one; positions in pixels
 * @param frame where names may stand, in pixels
 */
export function placeLabels(
  marks: readonly Mark[],
  order: readonly string[],
  frame: Box,
  most: number,
): PlacedLabel[] {
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
  const placed: PlacedLabel[] = [];
  for (const id of order) {
    const mark = byId.get(id);
    if (!mark || placed.length >= most) continue;
    const free = candidates(mark).find(
      ({ box }) => inside(box, frame) && !taken.some((other) => overlap(box, other)),
    );
    if (!free) continue;
    const { box, ...label } = free;
    taken.push(box);
    placed.push(label);
  }
  return placed;
}
