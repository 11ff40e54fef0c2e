import { expect, test } from 'vitest';
import { dodge } from '@/components/charts/dodge';

const at = (x: number, y: number) => ({ x, y, r: 2 });

test('marks that do not touch stay where they are', () => {
  const marks = [at(0, 0), at(4, 0), at(0, 4)];
  expect(dodge(marks, { along: 'x', step: 1, most: 5 })).toEqual(marks);
});

test('a mark on another moves to the nearest free place along one direction', () => {
  const moved = dodge([at(0, 0), at(0, 0), at(0, 0)], { along: 'y', step: 1, most: 10 });
  expect(moved.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [0, 4],
    [0, -4],
  ]);
});

test('where nothing is free within reach a mark stays', () => {
  const moved = dodge([at(0, 0), at(0, 0)], { along: 'x', step: 1, most: 2 });
  expect(moved[1]).toEqual(at(0, 0));
});
