import { expect, test } from 'vitest';
import { timeRatio } from '@/labs/time';

test('the ratio is the median of pairs: one slow moment, and the first round, do not count', async () => {
  let clock = 0;
  let round = 0;
  const takes = (milliseconds: () => number) => async () => {
    clock += milliseconds();
  };
  const one = takes(() => (round === 0 ? 900 : round === 4 ? 500 : 3));
  const other = takes(() => 6);
  const pulse = async () => {
    round += 1;
    clock += 1000;
  };
  expect(await timeRatio(one, other, () => clock, pulse)).toBe(0.5);
  expect(round).toBeGreaterThan(5);
});
