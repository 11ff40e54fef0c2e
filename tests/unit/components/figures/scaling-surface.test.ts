import { expect, test } from 'vitest';
import { dataset } from '@/data';
import { BUDGETS, SIZES } from '@/components/figures/scaling-surface/slices';
import { spec } from '@/components/figures/scaling-surface/spec';
import type { PointSeries } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import { allStates, dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const draw = (changes: FigureState = {}): PointSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const plain = (text = '') => text.replaceAll('\u00a0', ' ');
const lawControl = spec.controls.find(({ key }) => key === 'law');
const LAWS = lawControl?.kind === 'choice' ? lawControl.options.map(({ value }) => value) : [];

test('every surface of parameters and tokens in the data can be chosen', () => {
  const surfaces = dataset('scaling-laws')
    .rows.filter(
      ({ form, fit_id: id }) =>
        /\\frac\{A\}\{N\^\{\\alpha\}\} \+ \\frac\{B\}\{D/.test(form) || id === 'kaplan-2020-n-d',
    )
    .map((row) => row.fit_id);
  // The notebook of the refit holds the same constants once more, with their intervals.
  expect(new Set(surfaces)).toEqual(new Set([...LAWS, 'besiroglu-2024-notebook']));
});

test.each(LAWS)('by %s every valley bottoms out at its mark, further right and lower', (law) => {
  const { readings, lines = [] } = draw({ law });
  expect(readings).toHaveLength(BUDGETS.length);
  for (const [i, { x, y }] of readings.entries()) {
    const { points = [] } = lines.find(({ id }) => id === `curve-${BUDGETS[i]}`) ?? {};
    expect(Math.min(...points.map(([, loss]) => loss))).toBeGreaterThanOrEqual(y - 1e-12);
    expect(points.some(([at]) => at < x) && points.some(([at]) => at > x)).toBe(true);
  }
  expect(readings.map(({ x }) => x)).toEqual(readings.map(({ x }) => x).sort((a, b) => a - b));
  expect(readings.map(({ y }) => y)).toEqual(readings.map(({ y }) => y).sort((a, b) => b - a));
});

test.each(LAWS)('by %s a size keeps gaining from tokens, and its mark lies on its curve', (law) => {
  const { readings, lines = [] } = draw({ law, view: 'tokens' });
  for (const [i, { x, y }] of readings.entries()) {
    const { points = [] } = lines.find(({ id }) => id === `curve-${SIZES[i]}`) ?? {};
    const losses = points.map(([, loss]) => loss);
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    const after = points.findIndex(([at]) => at > x);
    expect(losses[after - 1]).toBeGreaterThanOrEqual(y);
    expect(losses[after]).toBeLessThanOrEqual(y);
  }
});

test('known: the refit spends 10²¹ FLOP on 2.78 billion parameters and 60 billion tokens', () => {
  const found = draw().readings.find(({ id }) => id === 'size-1e21');
  expect(plain(found?.text)).toContain('2.78 billion parameters on 60 billion tokens, 21.6 tokens');
  expect(found?.sources.map(({ id }) => id)).toEqual([
    'besiroglu-2024',
    'hoffmann-2022',
    'kaplan-2020',
  ]);
});

test.each(['size', 'tokens'])(
  'marking the flat part (%s) greys the rest of every curve',
  (view) => {
    const { lines = [], readings } = draw({ view, flat: true });
    const flat = lines.filter(({ id }) => id.startsWith('flat-'));
    expect(flat).toHaveLength(readings.length);
    expect(lines.filter(({ id }) => id.startsWith('curve-')).every(({ muted }) => muted)).toBe(
      true,
    );
    for (const [i, { points }] of flat.entries()) {
      expect(points[0]![0]).toBeLessThan(readings[i]!.x);
      expect(points.at(-1)![0]).toBeGreaterThan(readings[i]!.x);
    }
  },
);

test('only a law with a floor shows one', () => {
  const hasFloor = (law: string) => draw({ law }).lines?.some(({ id }) => id === 'floor');
  expect(LAWS.filter((law) => !hasFloor(law))).toEqual(['kaplan-2020-n-d']);
});

test('Kaplan’s parameters are said to leave out the embeddings', () => {
  const { readings, note } = draw({ law: 'kaplan-2020-n-d' });
  expect(readings.every(({ text }) => text.includes('parameters without embeddings'))).toBe(true);
  expect(note).toContain('the exponent 0.73');
});

test('every state warns that losses of different laws cannot be compared', () => {
  for (const state of allStates(spec.controls))
    expect(spec.series(data, state).note).toContain('never losses');
});
