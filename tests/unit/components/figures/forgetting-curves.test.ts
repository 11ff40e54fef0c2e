import { expect, test } from 'vitest';
import { overlapping } from '@/components/figures/forgetting-curves/words';
import { lastOf, type Row } from '@/components/figures/forgetting-curves/model';
import { series, spec } from '@/components/figures/forgetting-curves/spec';
import { forgetRows } from '@/data/forget-runs/rows';
import { VARIANTS } from '@/data/forget-runs/variants';
import runs from '@/data/forget-runs/runs.json';
import { dataFor } from '@/tests/fixtures/figures';
import { defaultState } from '@/lib/url-state';

const data = dataFor(spec);
const atRest = defaultState(spec.controls);
const all = { ...atRest, methods: VARIANTS.map(({ method }) => method) };

test('every way to learn was recorded with the same seeds and looks', () => {
  const looks = (id: string) =>
    runs.scores
      .filter(({ variant }) => variant === id)
      .map(({ seed, step }) => `${seed}, ${step}`)
      .sort();
  const first = looks(VARIANTS[0].id);
  expect(new Set(runs.scores.map(({ seed }) => seed)).size).toBeGreaterThanOrEqual(2);
  for (const { id } of VARIANTS) expect([id, looks(id)]).toEqual([id, first]);
  // One code and one set of texts.
  expect(runs.codeVersions).toHaveLength(1);
});

test('no way has moved before its first step', () => {
  const before = runs.scores.filter(({ step }) => step === 0);
  for (const score of before) {
    expect(score.old).toBeCloseTo(before[0]!.old, 5);
    expect(score.new).toBeCloseTo(before[0]!.new, 5);
  }
});

test('a row has the mean of its seeds, and the lowest and highest', () => {
  const scores = [1, 2, 4].map((old, seed) => ({ variant: 'ewc', seed, step: 0, old, new: 3 }));
  const [row] = forgetRows(scores);
  expect(row).toMatchObject({
    id: 'ewc-0',
    seeds: { value: 3 },
    old: { value: 2.3333 },
    old_low: { value: 1 },
    old_high: { value: 4 },
    new: { value: 3, status: 'measured' },
  });
});

test('all paths begin at one mark, which is shown once', () => {
  const { readings, lines } = series(data, all);
  const before = readings.filter(({ label }) => label === 'Before');
  expect(before).toHaveLength(1);
  expect(lines).toHaveLength(VARIANTS.length);
  for (const { points } of lines!) expect(points[0]).toEqual([before[0]!.x, before[0]!.y]);
});

test('against steps the same marks stand at their steps', () => {
  const [learned, steps] = [series(data, atRest), series(data, { ...atRest, against: 'steps' })];
  expect(steps.readings.map(({ id, y }) => [id, y])).toEqual(
    learned.readings.map(({ id, y }) => [id, y]),
  );
  expect(Math.max(...steps.readings.map(({ x }) => x))).toBe(
    Math.max(...runs.scores.map(({ step }) => step)),
  );
});

test('the ends are as the lab’s page tells them', () => {
  const ends = (id: string, of: 'old' | 'new') =>
    runs.scores.filter(({ variant, step }) => variant === id && step === 60).map((one) => one[of]);
  const above = (one: number[], other: number[]) => Math.min(...one) > Math.max(...other);
  expect(above(ends('lora', 'old'), ends('plain', 'old'))).toBe(true);
  expect(above(ends('lora', 'new'), ends('plain', 'new'))).toBe(true);
  expect(above(ends('top', 'old'), ends('plain-slower', 'old'))).toBe(true);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(ends('top', 'new')) - mean(ends('plain-slower', 'new'))).toBeCloseTo(0, 1);
  for (const [stronger, id] of [
    ['rehearsal-half', 'rehearsal'],
    ['ewc-stronger', 'ewc'],
  ] as const) {
    expect(above(ends(id, 'old'), ends(stronger, 'old'))).toBe(true);
    expect(above(ends(stronger, 'new'), ends(id, 'new'))).toBe(true);
  }
});

test('the summary names the pairs whose ranges overlap, and only those', () => {
  const end = (name: string, low: number, high: number) =>
    ({ name, old_low: { value: low }, old_high: { value: high } }) as unknown as Row;
  const ends = [end('A', 1, 2), end('B', 1.5, 3), end('C', 2.5, 4)];
  expect(overlapping(ends)).toEqual(['A and B', 'B and C']);
  const { summary } = series(data, { ...atRest, methods: ['plain'] });
  const plain = (data['forget-runs']?.rows as Row[]).filter(({ method }) => method === 'plain');
  const pairs = overlapping(lastOf(plain));
  expect(summary).toContain(
    pairs.length > 0 ? `ranges overlap: ${pairs.join('; ')}.` : 'no two ranges overlap',
  );
});
