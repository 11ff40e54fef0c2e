import { describe, expect, test } from 'vitest';
import {
  examplesFor,
  isApart,
  toPoint,
  type Row,
} from '@/components/figures/adaptation-curves/model';
import { spec } from '@/components/figures/adaptation-curves/spec';
import { defaultState, type FigureState } from '@/lib/url-state';
import { dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const points = (data['adaptation-runs']?.rows as Row[]).flatMap(toPoint);
const draw = (changes: FigureState = {}) =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const point = (method: string, examples: number) =>
  points.find((one) => one.row.method === method && one.examples === examples)!;

test('a curve for every chosen way, its band around its marks', () => {
  const { lines, readings } = draw();
  expect(lines?.map(({ id }) => id)).toEqual(['scratch', 'features', 'full', 'lora']);
  for (const { points: marks, band, group } of lines ?? []) {
    expect(marks.map(([x]) => x)).toEqual([10, 30, 100, 300, 1000]);
    marks.forEach(([x, y], i) => {
      const [at, low, high] = band![i]!;
      expect(at).toBe(x);
      expect(low).toBeLessThan(y);
      expect(high).toBeGreaterThan(y);
      expect(readings).toContainEqual(expect.objectContaining({ x, y, group }));
    });
  }
});

test('in-context learning is a line across, and has no mark where costs are the axis', () => {
  const methods = ['full', 'in-context'];
  const across = draw({ methods }).lines?.find(({ id }) => id === 'in-context');
  expect(across).toMatchObject({ dashed: true });
  expect(new Set(across?.points.map(([, y]) => y)).size).toBe(1);
  const costs = draw({ methods, against: 'trained' });
  expect(costs.readings.map(({ label }) => label)).toEqual(['Full fine-tuning']);
  expect(costs.note).toContain('trains nothing');
});

test.each([
  ['trained', 'trained'],
  ['memory', 'optimizer_memory'],
  ['time', 'step_time'],
] as const)('against %s: one mark a way, with its interval', (against, key) => {
  const { readings, lines } = draw({ against, examples: '300' });
  expect(lines).toBeUndefined();
  expect(readings).toHaveLength(4);
  for (const { id, x, y, low, high } of readings) {
    const { row, ...of } = points.find((one) => one.row.id === id)!;
    expect(of).toMatchObject({ examples: 300, mean: y, low, high });
    expect(row[key]).toMatchObject({ value: x });
  }
});

test('the summary says whether the intervals overlap, as they do or do not', () => {
  for (const examples of ['10', '100', '1000']) {
    const apart = isApart(point('full', Number(examples)), point('scratch', Number(examples)));
    expect(draw({ examples }).summary).toContain(apart ? 'do not overlap' : 'scratch overlap');
  }
});

test('the runs are as the lab’s page tells them', () => {
  const cold = (examples: number) => point('scratch', examples);
  const trained = [...new Set(points.map(({ row }) => row.method))].filter(
    (method) => method !== 'in-context' && method !== 'scratch',
  );
  expect(trained).toHaveLength(10);
  const apart = trained.filter((method) => isApart(point(method, 100), cold(100)));
  expect(trained.filter((method) => !apart.includes(method))).toEqual(['prompt']);
  for (const method of apart) expect(point(method, 100).low).toBeGreaterThan(cold(100).high);
  // The gap does not shrink with more examples: scratch lacks steps.
  expect(point('full', 1000).mean - cold(1000).mean).toBeGreaterThan(
    point('full', 100).mean - cold(100).mean,
  );
  for (const method of ['features', 'full', 'lora'])
    expect(isApart(point(method, 10), cold(10))).toBe(false);
});

test('nothing chosen is said in words', () => {
  expect(draw({ methods: [] })).toMatchObject({
    readings: [],
    summary: 'No way to adapt is chosen.',
  });
});

describe('the number of examples for an accuracy', () => {
  const curve = [
    [10, 20],
    [100, 40],
    [1000, 60],
  ].map(([examples, mean]) => ({ ...points[0]!, examples: examples!, mean: mean! }));
  test.each([
    [40, 100],
    [30, 10 ** 1.5],
    [55, 10 ** 2.75],
    [61, undefined],
    [20, undefined],
  ])('%d%%: %d', (accuracy, examples) => {
    const found = examplesFor(curve, accuracy);
    if (examples === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(examples, 9);
  });
});
