import { expect, test } from 'vitest';
import { aroundAxis } from '@/lib/axes';

test('an axis stands around its values, with round ticks inside', () => {
  const axis = aroundAxis([55.9, 74.1], 'Score', 5);
  expect(axis.domain[0]).toBeLessThan(55.9);
  expect(axis.domain[1]).toBeGreaterThan(74.1);
  expect(axis.ticks).toEqual([55, 60, 65, 70, 75]);
});

test('values that hardly differ do not fill the axis', () => {
  const { domain } = aroundAxis([88.1, 88.2], 'Score', 9);
  expect(domain[1] - domain[0]).toBeGreaterThan(9);
});

test.each([[[]], [[0]], [[0.009]], [[-22, 0]], [[0.1, 0.3]]])(
  '%j: ticks are clean and finite',
  (values) => {
    const { ticks, domain, format } = aroundAxis(values, 'Score', 0);
    expect(ticks.length).toBeGreaterThan(1);
    for (const tick of ticks) {
      expect(tick).toBeGreaterThanOrEqual(domain[0]);
      expect(tick).toBeLessThanOrEqual(domain[1]);
      expect(String(tick).length).toBeLessThan(8);
      expect(format(tick)).not.toBe('');
    }
  },
);
