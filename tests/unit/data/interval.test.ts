import { expect, test } from 'vitest';
import { meanWithInterval } from '@/data/interval';

// t(0.975) is 4.303 with two degrees of freedom and 2.776 with four, as tables print it.
test.each([
  [[1, 2, 3], 2, 4.303 / Math.sqrt(3)],
  [[10, 12, 14, 16, 18], 14, (2.776 * Math.sqrt(10)) / Math.sqrt(5)],
])('%j: Student’s interval around the mean', (values, mean, half) => {
  const interval = meanWithInterval(values);
  expect(interval.mean).toBe(mean);
  expect(interval.high - mean).toBeCloseTo(half, 2);
  expect(mean - interval.low).toBeCloseTo(half, 2);
});

test('one run tells nothing of its scatter', () => {
  expect(() => meanWithInterval([5])).toThrow('two values at least');
});
