import { expect, test } from 'vitest';
import { fromSparse, nonzero, pruned, toSparse } from '@/labs/engine/prune';
import { normal } from '@/labs/engine/random';
import { seeded } from '@/lib/seeded';

const random = seeded(4);
const weight = { shape: [30, 7], data: Float32Array.from({ length: 210 }, () => normal(random)) };

test('the smallest go, whatever their sign, and the others stay as they are', () => {
  const row = { shape: [1, 6], data: Float32Array.from([3, -0.5, 1, -2, 0.25, -0.75]) };
  expect([...pruned(row, 0.5).data]).toEqual([3, 0, 1, -2, 0, 0]);
  expect([...pruned(row, 0).data]).toEqual([...row.data]);
  expect(nonzero(pruned(row, 1))).toBe(0);
});

test.each([0.1, 0.25, 0.5, 0.9])('a share of %s is met to the weight', (share) => {
  const { shape, data } = pruned(weight, share);
  expect(shape).toEqual(weight.shape);
  expect(nonzero({ shape, data })).toBe(210 - Math.round(210 * share));
  const gone = [...weight.data].filter((_, i) => data[i] === 0).map(Math.abs);
  const left = [...data].filter((value) => value !== 0).map(Math.abs);
  expect(Math.max(...gone)).toBeLessThanOrEqual(Math.min(...left));
});

test('of equal weights only as many go as are asked for; zeros count as gone', () => {
  const equal = { shape: [8], data: Float32Array.from([1, -1, 1, -1, 1, -1, 0, 0]) };
  expect([...pruned(equal, 0.5).data]).toEqual([0, 0, 1, -1, 1, -1, 0, 0]);
  expect([...pruned(equal, 0.25).data]).toEqual([...equal.data]);
});

test('the sparse form comes back to the bit, in an eighth of a byte a weight and four a number', () => {
  for (const share of [0, 0.5, 1]) {
    const few = pruned(weight, share);
    const sparse = toSparse(few);
    expect(fromSparse(sparse)).toEqual(few);
    expect(sparse.bytes).toBe(Math.ceil(210 / 8) + 4 * nonzero(few));
  }
});
