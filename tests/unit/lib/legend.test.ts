import { expect, test } from 'vitest';
import { curveOf, type Legended } from '@/lib/legend';

const series: Legended = {
  groups: ['marks', 'floor', 'flat', 'unused'].map((id) => ({ id, label: id })),
  readings: [{ id: 'a', x: 1, y: 1, label: 'a', text: 'a', sources: [], group: 0 }],
  lines: [
    { group: 0, dashed: true },
    { group: 1, dashed: true },
    { group: 2, broad: true },
    { group: 2, dashed: true },
  ],
};

test('a group of curves alone is shown as they are drawn, one with marks as its mark', () => {
  expect(curveOf(series, 0)).toBeUndefined();
  expect(curveOf(series, 1)).toEqual({ dashed: true, broad: false });
  expect(curveOf(series, 2)).toEqual({ dashed: false, broad: true });
  expect(curveOf(series, 3)).toBeUndefined();
});
