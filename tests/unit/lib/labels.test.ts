import { expect, test } from 'vitest';
import { placeLabels, textWidth, type Mark, type PlacedLabel } from '@/lib/labels';

const FRAME = { left: 40, right: 340, top: 20, bottom: 260 };
type Box = typeof FRAME;

/** The room that a label takes: its baseline is at y, its font 11.5 pixels high. */
function boxOf({ text, x, y, anchor }: PlacedLabel): Box {
  const width = textWidth(text);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, right: left + width, top: y - 11.5, bottom: y + 3 };
}

const apart = (a: Box, b: Box) =>
  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

/** Marks at places that look random and are the same in every run. */
function scattered(count: number, seed: number): Mark[] {
  let state = seed;
  const next = () => (state = (state * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: count }, (_, i) => ({
    id: `m${i}`,
    x: FRAME.left + next() * (FRAME.right - FRAME.left),
    y: FRAME.top + next() * (FRAME.bottom - FRAME.top),
    text: `${'Name'.repeat(1 + Math.floor(next() * 5))} ${i}`,
  }));
}

const ids = (marks: readonly Mark[]) => marks.map(({ id }) => id);
const CROWDS = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
  [5, 25, 80].map((count) => [count, seed] as const),
);

test.each(CROWDS)(
  'no names of %d marks overlap, cover a mark or leave the frame (seed %d)',
  (count, seed) => {
    const marks = scattered(count, seed);
    const placed = placeLabels(marks, ids(marks), FRAME, count);
    const boxes = placed.map(boxOf);
    expect(placed.length).toBeGreaterThan(0);
    boxes.forEach((box, i) => {
      expect(boxes.slice(i + 1).every((other) => apart(box, other))).toBe(true);
      expect(
        marks.every(({ x, y }) =>
          apart(box, { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }),
        ),
      ).toBe(true);
      expect(box.left >= FRAME.left && box.right <= FRAME.right).toBe(true);
      expect(box.top >= FRAME.top && box.bottom <= FRAME.bottom).toBe(true);
    });
  },
);

test('a crowd keeps some names and drops others', () => {
  const marks = scattered(80, 7);
  const placed = placeLabels(marks, ids(marks), FRAME, 80);
  expect(placed.length).toBeGreaterThan(5);
  expect(placed.length).toBeLessThan(80);
});

test.each([[['upper', 'lower']], [['lower', 'upper']]])(
  'of two names with room for one, the first in %j is placed',
  (order) => {
    const rivals = [
      { id: 'upper', x: 10, y: 20, text: 'A long name' },
      { id: 'lower', x: 10, y: 34, text: 'B long name' },
    ];
    const placed = placeLabels(rivals, order, { left: 0, right: 90, top: 8, bottom: 44 }, 2);
    expect(placed.map(({ id }) => id)).toEqual([order[0]]);
  },
);

test('names come in the order of priority and no more than asked for', () => {
  const marks = [20, 90, 160].map((y, i) => ({ id: `m${i}`, x: 100, y, text: `Name ${i}` }));
  const frame = { left: 0, right: 300, top: 0, bottom: 200 };
  const placed = placeLabels(marks, ['m2', 'm0', 'm1'], frame, 2);
  expect(placed.map(({ id }) => id)).toEqual(['m2', 'm0']);
});

test('a name stands to the right of its mark where nothing is in the way', () => {
  const [label] = placeLabels([{ id: 'm', x: 100, y: 100, text: 'Name' }], ['m'], FRAME, 1);
  expect(label).toEqual({ id: 'm', text: 'Name', x: 108, y: 104, anchor: 'start' });
});

test('at the right edge a name moves to another side', () => {
  const [label] = placeLabels([{ id: 'm', x: 335, y: 100, text: 'Name' }], ['m'], FRAME, 1);
  expect(label?.anchor).toBe('end');
});

test('an id without a mark and a mark outside the frame get no name', () => {
  const marks = [{ id: 'far', x: 900, y: 100, text: 'Name' }];
  expect(placeLabels(marks, ['ghost', 'far'], FRAME, 5)).toEqual([]);
});

test('a mark that is not in the order gets no name', () => {
  expect(placeLabels(scattered(3, 1), [], FRAME, 5)).toEqual([]);
});

test('a name that stands in the picture already is not repeated', () => {
  const marks = [60, 200].map((y, i) => ({ id: `m${i}`, x: 100, y, text: 'Name' }));
  expect(placeLabels(marks, ['m1', 'm0'], FRAME, 2).map(({ id }) => id)).toEqual(['m1']);
});

/** How far a point is from a box. */
const distance = ({ x, y }: { x: number; y: number }, { left, right, top, bottom }: Box) =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

test.each(CROWDS)(
  'a name of %d marks is nearest to its own, or a line leads there (seed %d)',
  (count, seed) => {
    const marks = scattered(count, seed);
    const placed = placeLabels(marks, ids(marks), FRAME, count);
    for (const label of placed) {
      const own = marks.find(({ id }) => id === label.id) as Mark;
      if (label.leader) {
        const { x1, y1 } = label.leader;
        expect(Math.hypot(x1 - own.x, y1 - own.y)).toBeLessThan(8);
        expect(distance({ x: label.leader.x2, y: label.leader.y2 }, boxOf(label))).toBeLessThan(8);
        continue;
      }
      const gaps = marks.map((mark) => distance(mark, boxOf(label)));
      expect(distance(own, boxOf(label))).toBe(Math.min(...gaps));
    }
  },
);

test.each(CROWDS)('no line among %d marks touches another mark (seed %d)', (count, seed) => {
  const marks = scattered(count, seed);
  for (const { id, leader } of placeLabels(marks, ids(marks), FRAME, count)) {
    if (!leader) continue;
    const { x1, y1, x2, y2 } = leader;
    const near = marks.filter(({ id: other, x, y }) => {
      const along =
        ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
      const t = Math.min(1, Math.max(0, along));
      return other !== id && Math.hypot(x1 + t * (x2 - x1) - x, y1 + t * (y2 - y1) - y) < 3.5;
    });
    expect(near).toEqual([]);
  }
});

test('lines are few, so that they do not tangle', () => {
  const lines = CROWDS.map(([count, seed]) => {
    const marks = scattered(count, seed);
    return placeLabels(marks, ids(marks), FRAME, count).filter(({ leader }) => leader).length;
  });
  expect(Math.max(...lines)).toBeGreaterThan(0);
  expect(Math.max(...lines)).toBeLessThanOrEqual(6);
});

test('a name keeps off a curve where there is room, and covers it where there is none', () => {
  const mark: Mark = { id: 'a', x: 190, y: 140, text: 'Minimum' };
  const level = (from: number, to: number) =>
    Array.from({ length: (to - from) / 4 }, (_, i) => ({
      left: from + 4 * i,
      right: from + 4 * i + 4,
      top: 138,
      bottom: 142,
    }));
  const place = (curves: Box[]) => placeLabels([mark], ['a'], FRAME, 1, curves).map(boxOf);
  const [beside] = place([]);
  const curve = level(100, 300);
  const [above] = place(curve);
  expect(curve.some((piece) => !apart(beside!, piece))).toBe(true);
  expect(curve.every((piece) => apart(above!, piece))).toBe(true);
  expect(place([{ left: 0, right: 400, top: 0, bottom: 300 }])).toEqual([beside]);
});

test.each(CROWDS)(
  'no line to a name of %d marks runs through another mark (seed %d)',
  (count, seed) => {
    const marks = scattered(count, seed);
    for (const { id, leader } of placeLabels(marks, ids(marks), FRAME, count)) {
      if (!leader) continue;
      const { x1, y1, x2, y2 } = leader;
      for (const mark of marks.filter((other) => other.id !== id)) {
        const nearest = Array.from({ length: 9 }, (_, i) => (i + 0.5) / 9).map((t) =>
          Math.hypot(x1 + t * (x2 - x1) - mark.x, y1 + t * (y2 - y1) - mark.y),
        );
        expect(Math.min(...nearest)).toBeGreaterThan(4.9);
      }
    }
  },
);

test('names side by side are not read as one', () => {
  const marks = scattered(80, 3);
  const boxes = placeLabels(marks, ids(marks), FRAME, 80).map(boxOf);
  boxes.forEach((box, i) => {
    const wider = { ...box, left: box.left - 3.9, right: box.right + 3.9 };
    expect(boxes.every((other, j) => j === i || apart(wider, other))).toBe(true);
  });
});
