import { expect, test } from 'vitest';
import type { Row } from '@/components/figures/peft-comparison/model';
import { COMPARISONS, nameOf } from '@/components/figures/strategy-comparison/comparisons';
import {
  AVERAGE,
  isCrossed,
  spread,
  thinAroundZero,
  type LaneSeries,
} from '@/components/figures/strategy-comparison/layout';
import { sayGain } from '@/components/figures/strategy-comparison/numbers';
import { spec } from '@/components/figures/strategy-comparison/spec';
import type { Reading } from '@/lib/figure';
import { defaultState, type FigureState } from '@/lib/url-state';
import { dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const rows = data.peft?.rows as Row[];
const draw = (changes: FigureState = {}): LaneSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const at = (series: LaneSeries, id: string) => series.readings.find((r) => r.id === id);
const meanOf = (series: LaneSeries, id: string) => series.rows.find((row) => row.id === id)?.mean;
const PARTS = COMPARISONS.flatMap(({ parts }) => parts);

test.each(PARTS)('$table ($shift): the dataset has the table and its tasks', ({ table, tasks }) => {
  const names = new Set(rows.filter((row) => row.comparison === table).map((row) => row.task));
  expect(names.size).toBeGreaterThan(0);
  for (const task of tasks ?? []) expect(names).toContain(task);
});

test.each(PARTS)('$table ($shift): every row has a name of its own', ({ table }) => {
  const runs = [...new Set(rows.filter((r) => r.comparison === table).map((r) => r.run))];
  expect(new Set(runs.map(nameOf)).size).toBe(runs.length);
  expect(runs.map(nameOf)).toContain('Full fine-tuning');
});

test('the default makes the point: a probe loses on similar data and wins on shifted data', () => {
  const series = draw();
  expect(series.rows.map((row) => row.label)).toEqual([
    'Linear probe, similar data',
    'Linear probe, shifted data',
    'Probe, then fine-tune, similar data',
    'Probe, then fine-tune, shifted data',
  ]);
  expect(series.rows.map((row) => row.mean)).toEqual(['−2.3', '+4.8', '+0.7', '+7.6']);
  expect(series.summary).toContain(
    'Linear probe, similar data: better on 1 of 5 tasks, −2.3 points on average; Linear probe, shifted data: better on 5 of 6 tasks',
  );
});

test.each([
  ['lp-ft-id-lp-cifar-10', -5.5, '91.8% ± 0', '5.5 points worse than the 97.3%'],
  ['lp-ft-ood-lp-domainnet', 24.2, '79.7% ± 0.6', '24.2 points better than the 55.5%'],
  ['lp-ft-id-lp-ft-fmow', -4.7, '51.8% ± 0.2', '4.7 points worse than the 56.5%'],
])('known: %s is %f points from full fine-tuning', (id, gain, score, words) => {
  const found = at(draw(), id);
  expect(found?.x).toBe(gain);
  expect(found?.text).toContain(score);
  expect(found?.text).toContain(words);
  expect(found?.sources).toHaveLength(2);
});

test('either kind of test data alone has half of the rows', () => {
  const [alike, shifted] = ['alike', 'shifted'].map((kind) => draw({ test: kind }));
  expect(alike?.rows.map((row) => row.label)).toEqual(['Linear probe', 'Probe, then fine-tune']);
  expect(meanOf(alike!, 'Linear probe alike')).toBe('−2.3');
  expect(meanOf(shifted!, 'Linear probe shifted')).toBe('+4.8');
});

test('as scores the same models turn over: full fine-tuning second of three, then last', () => {
  const scores = draw({ measure: 'score' });
  const ranking = (shift: string) =>
    ['Full fine-tuning', 'Linear probe', 'Probe, then fine-tune'].sort(
      (a, b) =>
        parseFloat(meanOf(scores, `${b} ${shift}`) ?? '') -
        parseFloat(meanOf(scores, `${a} ${shift}`) ?? ''),
    );
  expect(ranking('alike').indexOf('Full fine-tuning')).toBe(1);
  expect(ranking('shifted').indexOf('Full fine-tuning')).toBe(2);
  expect(at(scores, 'lp-ft-ood-ft-fmow')).toMatchObject({ x: 32, low: 28.5, high: 35.5 });
  expect(scores.rules).toBeUndefined();
});

test('it is the same with language: frozen models lose on seen topics and win on unseen ones', () => {
  const { readings, rows: lanes } = draw({ table: 'webnlg' });
  for (const strategy of ['Prefix, 0.1%', 'Adapters, 3%', 'Adapters, 0.1%']) {
    const gain = (shift: string) =>
      readings.find((r) => lanes[r.y]?.id === `${strategy} ${shift}`)?.x ?? NaN;
    expect(gain('alike')).toBeLessThan(0);
    expect(gain('shifted')).toBeGreaterThan(15);
  }
});

test('where errors are printed, fewer are better', () => {
  const series = draw({ table: 'ulmfit' });
  expect(at(series, 'ulmfit-classifier-last-trec-6')?.x).toBe(-9.23);
  expect(at(series, 'ulmfit-classifier-freez-discr-stlr-imdb')?.x).toBe(1.87);
  expect(at(series, 'ulmfit-classifier-freez-trec-6')?.text).toContain('the same as the 6.86%');
  expect(draw({ table: 'ulmfit', measure: 'score' }).x.label).toContain('left is better');
});

test('a table without shifted test data says so and draws nothing for it', () => {
  const series = draw({ table: 't5', test: 'shifted' });
  expect(series.readings).toEqual([]);
  expect(series.summary).toBe('T5 paper, Table 10: T5, base size: no scores on shifted test data.');
  expect(draw({ table: 't5' }).note).toContain('Tested on data like the training data only.');
});

test('numbers of several papers are marked as such, and MAE loses most without fine-tuning', () => {
  const series = draw({ table: 'imagenet' });
  expect(series.note).toContain('stand in no one table');
  const order = [...series.readings].sort((a, b) => a.x - b.x).map((r) => series.names[r.id]);
  expect(order).toEqual(['MAE', 'MoCo v3', 'DINO']);
});

test('what the source says of several rows stands below the picture', () => {
  expect(draw({ table: 't5' }).note).toContain('carry the same numbers');
  expect(draw().note).toContain('The submitted version');
});

test.each([
  [-5.5, '5.5 points worse than the 9% of full fine-tuning'],
  [1, '1 point better than the 9% of full fine-tuning'],
  [0, 'the same as the 9% of full fine-tuning'],
])('a gain of %f in words', (gain, words) => {
  expect(sayGain(gain, '9%')).toBe(words);
});

const mark = (id: string, x: number, group = 0): Reading => ({
  id,
  x,
  y: 0,
  label: id,
  text: id,
  sources: [],
  group,
});
const AXIS = { label: '', domain: [0, 100], ticks: [], scale: 'linear', format: String } as const;

test('marks that would hide each other step aside, the average never', () => {
  const placed = spread(
    [
      mark('a', 10),
      mark('b', 12),
      mark('c', 14),
      mark('far', 90),
      mark('mean', 50, AVERAGE),
      mark('d', 51),
    ],
    AXIS,
    [0, 100],
    20,
  );
  const y = Object.fromEntries(placed.map(({ reading, y }) => [reading.id, y]));
  expect(new Set([y.a, y.b, y.c]).size).toBe(3);
  expect([y.far, y.mean]).toEqual([20, 20]);
  expect(y.d).not.toBe(20);
});

test('of many ticks every n-th remains, zero among them', () => {
  expect(thinAroundZero([-10, -8, -6, -4, -2, 0, 2], 5)).toEqual([-8, -4, 0]);
  expect(thinAroundZero([40, 60, 80], 5)).toEqual([40, 60, 80]);
});

test('a leader through a mark is found', () => {
  const label = { id: 'a', text: 'a', x: 0, y: 0, anchor: 'start' as const };
  const leader = { x1: 0, y1: 10, x2: 40, y2: 10 };
  expect(isCrossed({ ...label, leader }, { x: 20, y: 12 })).toBe(true);
  expect(isCrossed({ ...label, leader }, { x: 20, y: 30 })).toBe(false);
  expect(isCrossed({ ...label, leader }, { x: 60, y: 10 })).toBe(false);
  expect(isCrossed(label, { x: 20, y: 10 })).toBe(false);
});
