import { expect, test } from 'vitest';
import { centred, nearest, project } from '@/labs/engine/embedding';
import { seeded } from '@/lib/seeded';

test('the mean is taken out', () => {
  expect(
    centred([
      [1, 5],
      [3, 7],
    ]),
  ).toEqual([
    [-1, -1],
    [1, 1],
  ]);
});

/** Points with a given spread along three directions at right angles, away from the origin. */
function cloud(spreads: readonly [number, number, number]) {
  const axes = [
    [1 / Math.SQRT2, 1 / Math.SQRT2, 0],
    [1 / Math.SQRT2, -1 / Math.SQRT2, 0],
    [0, 0, 1],
  ];
  // Every corner of a box: its principal components are its sides, exactly.
  return Array.from({ length: 8 }, (_, corner) =>
    [0, 1, 2].map(
      (i) =>
        7 +
        axes.reduce(
          (sum, axis, k) => sum + axis[i]! * spreads[k]! * (corner & (1 << k) ? 1 : -1),
          0,
        ),
    ),
  );
}

test('the two directions of the greatest spread are found, with their shares', () => {
  const { points, shares } = project(cloud([2, 1, 3]));
  expect(shares[0]).toBeCloseTo(9 / 14, 6);
  expect(shares[1]).toBeCloseTo(4 / 14, 6);
  for (const [x, y] of points) {
    expect(Math.abs(x)).toBeCloseTo(3, 6);
    expect(Math.abs(y)).toBeCloseTo(2, 6);
  }
});

test('rows that are all the same lie on one point', () => {
  const { points, shares } = project([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(points.flat().every((value) => Math.abs(value) < 1e-12)).toBe(true);
  expect(shares).toEqual([0, 0]);
});

test('who is near is a matter of direction, not of length', () => {
  const rows = [
    [1, 0],
    [9, 1],
    [1, 1],
    [-1, 0],
  ];
  expect(nearest(rows, 0, 2)).toEqual([1, 2]);
  const random = seeded(1);
  const many = Array.from({ length: 20 }, () => [random() - 0.5, random() - 0.5]);
  expect(nearest(many, 3, 19)).not.toContain(3);
});
