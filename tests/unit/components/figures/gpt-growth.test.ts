import { expect, test } from 'vitest';
import type { GrowthSeries } from '@/components/figures/gpt-growth/spec';
import { spec } from '@/components/figures/gpt-growth/spec';
import {
  GENERATIONS,
  MEASURES,
  openRecords,
  stepsOf,
  tellingOf,
  type Measure,
  type Model,
} from '@/components/figures/gpt-growth/growth';
import { dataset } from '@/data';
import { isKnown } from '@/data/cell';
import { defaultState, type FigureState } from '@/lib/url-state';
import { allStates, dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const rows = data.models?.rows as Model[];
const states = allStates(spec.controls);
const draw = (changes: FigureState = {}): GrowthSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const model = (id: string) => rows.find((row) => row.id === id)!;
const reading = (series: GrowthSeries, id: string) => series.readings.find((r) => r.id === id)!;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const MEASURE_IDS = Object.keys(MEASURES) as Measure[];

test('known: parameters grow thirteenfold, then 112-fold, and then nobody knows', () => {
  const series = draw();
  expect(series.steps).toEqual([
    { from: 'gpt-1', to: 'gpt-2', text: '×13' },
    { from: 'gpt-2', to: 'gpt-3', text: '×112' },
  ]);
  expect(series.silent).toEqual(['gpt-3-5', 'gpt-4', 'gpt-4o', 'gpt-5']);
  expect(plain(series.summary)).toContain('GPT-1 116.5 million (2018), GPT-2 1.558 billion (2019)');
  expect(series.summary).toContain('Not disclosed: GPT-3.5, GPT-4, GPT-4o and GPT-5.');
});

test('the two steps multiply to the growth that the chapter prints', () => {
  const steps = stepsOf(GENERATIONS.map(model), 'parameters').map(({ factor }) => factor);
  const printed = dataset('quantities').rows.find((row) => row.id === 'wv-gpt-3-over-gpt-1');
  const value = printed && isKnown(printed.quantity) ? printed.quantity.value : NaN;
  expect(Math.abs(steps.reduce((a, b) => a * b) / value - 1)).toBeLessThan(0.01);
});

test('known: compute grows about a hundredfold a generation, as far as it is estimated', () => {
  expect(draw({ measure: 'compute' }).steps.map(({ text }) => text)).toEqual(['×109', '×164']);
});

test('of the training tokens only GPT-3’s are told; those before were told in other units', () => {
  const series = draw({ measure: 'tokens' });
  expect(series.steps).toEqual([]);
  expect(reading(series, 'gpt-3').y).toBe(3e11);
  expect(GENERATIONS.map((id) => tellingOf(model(id), 'tokens'))).toEqual([
    'other-unit',
    'other-unit',
    'published',
    ...Array<string>(4).fill('silent'),
  ]);
  expect(reading(series, 'gpt-2').text).toContain('40 GB of text');
  expect(series.summary).toContain('Told in another unit: GPT-1 and GPT-2.');
});

test('what is withheld never stands on the scale, and says in words that it is withheld', () => {
  for (const state of states) {
    const { silent, readings, table } = spec.series(data, state);
    const { key } = MEASURES[state.measure as Measure];
    for (const { id, text } of readings) {
      const isWithheld = model(id)[key].value === null;
      expect([state, id, silent.includes(id)]).toEqual([state, id, isWithheld]);
      expect(/^no (number of|training compute)/.test(text)).toBe(isWithheld);
      const row = table.rows.find((r) => r.id === id);
      expect(row?.value).toBe(model(id)[key].value);
    }
  }
});

test('no rumour about GPT-4 is a value: its mark leads to the correction', () => {
  const gpt4 = reading(draw(), 'gpt-4');
  expect(gpt4.href).toBe('/data/corrections/#c099-gpt4-size');
  expect(gpt4.sources).toContainEqual(expect.objectContaining({ id: 'openai-2023' }));
  expect(gpt4.text).not.toMatch(/trillion/);
});

test('every link to a correction leads to one', () => {
  const ids = new Set(dataset('corrections').rows.map((row) => row.id));
  const links = MEASURE_IDS.flatMap((measure) =>
    draw({ measure }).readings.flatMap(({ href }) => href ?? []),
  );
  expect(links).toHaveLength(4);
  for (const link of links) expect(ids).toContain(link.split('#')[1]);
});

test('estimates say so and are another group', () => {
  const series = draw({ measure: 'compute' });
  const group = (id: string) => series.groups[reading(series, id).group]?.id;
  expect(['gpt-1', 'gpt-2', 'gpt-3'].map(group)).toEqual(['estimated', 'estimated', 'published']);
  expect(reading(series, 'gpt-2').text).toContain('(estimated)');
});

test.each(MEASURE_IDS)('each open model (%s) tops all that came before it', (measure) => {
  const records = openRecords(rows, measure, '2020-05');
  const values = records.map((m) => m[MEASURES[measure].key].value ?? 0);
  expect(records.length).toBeGreaterThan(5);
  expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
  expect(records.every((m) => m.open_weights.value && m.objective === 'causal-lm')).toBe(true);
  const ids = records.map(({ id }) => id);
  expect(ids).not.toContain('gpt-3');
});

test('without the open models only the series is left, on the same years', () => {
  const alone = draw({ open: false });
  expect(alone.readings.map(({ id }) => id)).toEqual(GENERATIONS);
  expect(alone.x.domain).toEqual(draw().x.domain);
  expect(alone.note).not.toContain('Grey marks');
});

test('every mark with a value stands inside the axes, in every state', () => {
  for (const state of states) {
    const { x, size, silent, readings } = spec.series(data, state);
    const isIn = ([low, high]: readonly [number, number], value: number) =>
      value >= low && value <= high;
    expect(size.scale).toBe('log');
    expect(size.ticks.length).toBeGreaterThan(1);
    const out = readings.filter(
      (r) => !isIn(x.domain, r.x) || (!silent.includes(r.id) && !isIn(size.domain, r.y)),
    );
    expect({ state, out }).toEqual({ state, out: [] });
  }
});
