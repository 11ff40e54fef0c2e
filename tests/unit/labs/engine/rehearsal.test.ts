import { expect, test } from 'vitest';
import { causalBatch } from '@/labs/engine/objectives';
import { mixedBatch, oldRows } from '@/labs/engine/rehearsal';
import { seeded } from '@/lib/seeded';

const SHAPE = { batch: 4, length: 3 };
const NEW = Array.from({ length: 50 }, (_, i) => i);
const OLD = Array.from({ length: 50 }, (_, i) => 100 + i);

test('old rows are whole, and their share holds over many steps', () => {
  for (const share of [0, 0.05, 0.1, 0.25, 1 / 3, 1]) {
    const rows = Array.from({ length: 120 }, (_, i) => oldRows(share, 8, i + 1));
    expect(rows.reduce((sum, one) => sum + one, 0)).toBe(Math.floor(share * 8 * 120 + 1e-9));
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(1);
  }
});

test('the first rows are what they would be without the old, the last are pieces of the old', () => {
  const random = () => ({ old: seeded(1), new: seeded(2) });
  const plain = causalBatch(NEW, SHAPE, seeded(2));
  expect(mixedBatch({ old: OLD, new: NEW }, SHAPE, 0, random())).toEqual(plain);
  const mixed = mixedBatch({ old: OLD, new: NEW }, SHAPE, 1, random());
  expect(mixed.tokens.slice(0, 9)).toEqual(plain.tokens.slice(0, 9));
  const last = [...mixed.tokens.slice(9)];
  expect(last[0]).toBeGreaterThanOrEqual(100);
  expect(last).toEqual([last[0], last[0]! + 1, last[0]! + 2]);
  expect([...mixed.targets.slice(9)]).toEqual(last.map((token) => token + 1));
  const whole = mixedBatch({ old: OLD, new: NEW }, SHAPE, 4, random());
  expect(Math.min(...whole.tokens)).toBeGreaterThanOrEqual(100);
});
