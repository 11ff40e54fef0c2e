import { expect, test } from 'vitest';
import { mapArcs } from '@/lib/book-map';

const chapter = (name: string, ...prerequisites: string[]) => ({ name, prerequisites });

test('rows are counted with the titles of parts; arcs join the middles of rows', () => {
  const { rows, arcs } = mapArcs([
    { titled: false, chapters: [chapter('intro')] },
    { titled: true, chapters: [chapter('a', 'intro'), chapter('b', 'a')] },
    { titled: true, chapters: [chapter('c', 'a')] },
  ]);
  expect(rows).toBe(6);
  expect(arcs.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [2, 3],
    [2, 4],
  ]);
  expect(arcs.map(({ path }) => path.match(/^M1,([\d.]+).* 1,([\d.]+)$/)?.slice(1))).toEqual([
    ['0.5', '2.5'],
    ['2.5', '3.5'],
    ['2.5', '5.5'],
  ]);
});

test('a longer arc reaches further out, and none leaves the picture', () => {
  const names = Array.from({ length: 30 }, (_, i) => `c${i}`);
  const chapters = names.map((name, i) => chapter(name, ...(i > 0 ? ['c0'] : [])));
  const reach = mapArcs([{ titled: false, chapters }]).arcs.map(({ path }) => {
    const control = Number(/C(-?[\d.]+),/.exec(path)?.[1]);
    return 0.25 + 0.75 * control; // where the cubic turns
  });
  expect(reach).toEqual([...reach].sort((a, b) => b - a));
  expect(Math.min(...reach)).toBeGreaterThanOrEqual(-0.001);
  expect(reach[0]).toBeLessThan(0.8);
});

test('a prerequisite that is not in the book draws no arc', () => {
  expect(mapArcs([{ titled: false, chapters: [chapter('a', 'nowhere')] }]).arcs).toEqual([]);
});
