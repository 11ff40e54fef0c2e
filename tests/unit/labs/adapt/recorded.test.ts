import { expect, test } from 'vitest';
import type { AdaptRecord } from '@/labs/adapt/records';
import recorded from '@/public/labs/recorded/adapt.json';

const records = recorded.records as unknown as AdaptRecord[];
const scoreAt = (method: string, step: number) =>
  records.flatMap((one) =>
    one.kind === 'score' && one.method === method && one.step === step ? one.score : [],
  )[0]!;

test('the gap is widest where the lab’s page says so', () => {
  const steps = records.flatMap((one) =>
    one.kind === 'score' && one.method === 'full' ? one.step : [],
  );
  const gaps = steps.map((step) => scoreAt('full', step) - scoreAt('scratch', step));
  expect(steps).toHaveLength(9);
  expect(steps[gaps.indexOf(Math.max(...gaps))]).toBe(20);
});
