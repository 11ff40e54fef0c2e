import { expect, test } from 'vitest';
import { compareSenses, cosine, meanCosine, withoutMean } from '@/lib/senses';

test('the cosine of a right angle is zero, of opposite ways minus one', () => {
  expect(cosine([1, 0], [0, 2])).toBe(0);
  expect(cosine([3, 4], [-6, -8])).toBeCloseTo(-1, 12);
  expect(cosine([1, 1], [1, 0])).toBeCloseTo(Math.SQRT1_2, 12);
});

test('the mean is taken off, and every two are compared once', () => {
  expect(
    withoutMean([
      [1, 5],
      [3, 1],
    ]),
  ).toEqual([
    [-1, 2],
    [1, -2],
  ]);
  expect(
    meanCosine([
      [1, 0],
      [0, 1],
      [1, 0],
    ]),
  ).toBeCloseTo(1 / 3, 12);
});

/** Vectors that follow the sense, or the words just before, with a little of their own. */
const pairsOf = (bySense: number, byEnd: number) =>
  [0, 1, 2, 3].map((end) => {
    const vector = (sense: number) => {
      const own = Array.from({ length: 8 }, (_, k) => (k === 2 * end + sense ? 0.01 : 0));
      const ends = Array.from({ length: 4 }, (_, k) => (k === end ? byEnd : 0));
      return [sense === 0 ? bySense : -bySense, ...ends, ...own, 7];
    };
    return [vector(0), vector(1)] as const;
  });

test('vectors that follow the sense lie together by sense', () => {
  const { same, other, twin, nearest } = compareSenses(pairsOf(1, 0));
  expect(same).toBeCloseTo(1, 3);
  expect(other).toBeCloseTo(-1, 3);
  expect(twin).toBeCloseTo(-1, 3);
  expect(nearest).toBe(1);
});

test('vectors that follow the words just before do not, and the twin shows it', () => {
  const { same, other, twin } = compareSenses(pairsOf(0, 1));
  expect(twin).toBeCloseTo(1, 3);
  expect(same).toBeCloseTo(other, 3);
});

test('a twin is no neighbour: with both, the sense decides', () => {
  expect(compareSenses(pairsOf(0.1, 1)).nearest).toBe(1);
});
