import { expect, test } from 'vitest';
import { drawOne, drawWhole, roundHalfEven, seeded, shuffled } from '@/lib/seeded';

test('the same seed draws the same numbers, another seed others', () => {
  const first = (seed: number) => Array.from({ length: 5 }, seeded(seed));
  expect(first(3)).toEqual(first(3));
  expect(first(3)).not.toEqual(first(4));
});

test('numbers fill the unit interval evenly', () => {
  const random = seeded(1);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 20_000; i += 1) tenths[Math.floor(random() * 10)]! += 1;
  for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('the first numbers of neighbouring seeds are spread, too', () => {
  const firsts = Array.from({ length: 2000 }, (_, seed) => seeded(seed)());
  const mean = firsts.reduce((a, b) => a + b, 0) / firsts.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
  expect(firsts.filter((n) => n < 0.1).length).toBeGreaterThan(120);
});

test('whole numbers keep to their bounds, and reach them', () => {
  const random = seeded(5);
  const drawn = new Set(Array.from({ length: 200 }, () => drawWhole(random, 2, 4)));
  expect([...drawn].sort()).toEqual([2, 3, 4]);
  expect(['a', 'b']).toContain(drawOne(random, ['a', 'b']));
});

test('a shuffle keeps everything and leaves the original alone', () => {
  const things = [1, 2, 3, 4, 5];
  const mixed = shuffled(seeded(9), things);
  expect([...mixed].sort()).toEqual(things);
  expect(things).toEqual([1, 2, 3, 4, 5]);
});

test.each([
  [0.5, 0],
  [1.5, 2],
  [2.5, 2],
  [1.8, 2],
  [4.5, 4],
  [0.15 * 30, 4],
  [7.5, 8],
  [2.4, 2],
])('%d rounds to %d', (value, rounded) => {
  expect(roundHalfEven(value)).toBe(rounded);
});
