import { expect, test } from 'vitest';
import { dataset } from '@/data';
import { isKnown } from '@/data/cell';
import { answersOf, modelsNear } from '@/components/figures/compute-optimal/answers';
import { spec } from '@/components/figures/compute-optimal/spec';
import type { RowSeries } from '@/lib/figure';
import { lifetimeCompute, trainingCompute } from '@/lib/scaling-law';
import { defaultState, type FigureState } from '@/lib/url-state';
import { dataFor } from '@/tests/fixtures/figures';

const data = dataFor(spec);
const laws = dataset('scaling-laws').rows;
const models = dataset('models').rows;
const CHINCHILLA = 5.76e23;
const draw = (changes: FigureState = {}): RowSeries =>
  spec.series(data, { ...defaultState(spec.controls), ...changes });
const ratios = (series: RowSeries) =>
  Object.fromEntries(series.readings.map(({ id, x }) => [id, Number(x.toPrecision(3))]));
const answer = (id: string, budget: number, served = 0) =>
  answersOf(laws, budget, served).find((one) => one.id === id)!;
const plain = (text = '') => text.replaceAll('\u00a0', ' ');

test('the budget at rest is Chinchilla’s', () => {
  const compute = models.find(({ id }) => id === 'chinchilla')?.training_compute_flop;
  expect(compute && isKnown(compute) && compute.value).toBe(defaultState(spec.controls).budget);
});

test('at Chinchilla’s budget the printed formula says 93 tokens per parameter, everything later about 20', () => {
  expect(ratios(draw())).toMatchObject({
    'kaplan-2020': 0.148,
    'hoffmann-2022-approach-1': 22.4,
    'hoffmann-2022-approach-2': 25.3,
    'hoffmann-2022-approach-3': 92.6,
    'hoffmann-2022-approach-3-unrounded': 58.9,
    'muennighoff-2023-base': 19.6,
    'besiroglu-2024': 18.4,
    gopher: 1.07,
    chinchilla: 20,
  });
});

// Hoffmann et al. 2022, Tables 3 and A3; the pictures rest on one row of each.
test.each([
  ['hoffmann-2022-approach-1', 4e8, 1.92e19, 8e9],
  ['hoffmann-2022-approach-1', 1e10, 1.23e22, 205.1e9],
  ['hoffmann-2022-approach-1', 67e9, 5.76e23, 1.5e12],
  ['hoffmann-2022-approach-1', 280e9, 9.9e24, 5.9e12],
  ['hoffmann-2022-approach-1', 1e12, 1.27e26, 21.2e12],
  ['hoffmann-2022-approach-2', 4e8, 1.84e19, 7.7e9],
  ['hoffmann-2022-approach-2', 1e10, 1.32e22, 219.5e9],
  ['hoffmann-2022-approach-2', 280e9, 1.18e25, 7.1e12],
  ['hoffmann-2022-approach-2', 1e12, 1.59e26, 26.5e12],
])('%s gives back the printed row of %d parameters to within a tenth', (id, size, flop, tokens) => {
  const found = answer(id, flop);
  expect(Math.abs(found.parameters / size - 1)).toBeLessThan(0.05);
  expect(Math.abs(found.tokens / tokens - 1)).toBeLessThan(0.1);
});

// Kaplan et al. 2020, Table 6: 1.3 billion parameters for one petaflop/s-day.
test('Kaplan’s law for one petaflop/s-day is its printed constant', () => {
  const day = answer('kaplan-2020', 8.64e19);
  expect(day.parameters).toBeCloseTo(1.3e9, -2);
  expect(trainingCompute(day)).toBeCloseTo(8.64e19, -8);
  expect(answer('kaplan-2020', 8.64e20).parameters / day.parameters).toBeCloseTo(10 ** 0.73, 6);
});

// Grattafiori et al. 2024, Section 3.2.1: 402 billion parameters on 16.55 trillion tokens.
test('Meta’s law for the budget of Llama 3.1 is near what its authors read from it', () => {
  const found = answer('llama-3-2024', 3.8e25);
  expect(found.parameters / 402e9).toBeCloseTo(1, 1);
  expect(found.tokens / 16.55e12).toBeCloseTo(1, 1);
});

test.each(['1e12', '1e13', '1e14'])(
  'with %s tokens of use every fitted loss asks for a smaller model on more tokens, and saves compute',
  (served) => {
    for (const { kind, training, ...split } of answersOf(laws, CHINCHILLA, Number(served))) {
      expect(training !== undefined).toBe(kind === 'surface');
      if (!training) continue;
      expect(split.parameters).toBeLessThan(training.parameters);
      expect(split.tokens).toBeGreaterThan(training.tokens);
      expect(lifetimeCompute(split, Number(served))).toBeLessThan(
        lifetimeCompute(training, Number(served)),
      );
    }
    const { readings } = draw({ served });
    expect(readings.filter(({ muted }) => !muted).map(({ id }) => id)).toEqual([
      'hoffmann-2022-approach-3',
      'hoffmann-2022-approach-3-unrounded',
      'muennighoff-2023-base',
      'besiroglu-2024',
    ]);
  },
);

test('known: with ten trillion tokens of use the refit halves the model', () => {
  const text = plain(
    draw({ served: '1e13' }).readings.find((r) => r.id === 'besiroglu-2024')?.text,
  );
  expect(text).toContain(
    '109 tokens per parameter: 34.1 billion parameters on 3.73 trillion tokens',
  );
  expect(text).toContain('29% less than with the best split for training alone');
});

test('models are those of about the budget, at most five, landmarks first', () => {
  expect(modelsNear(models, CHINCHILLA).map(({ id }) => id)).toEqual([
    'gopher',
    'gpt-3',
    'chinchilla',
    'llama-65b',
    'yi-34b',
  ]);
  for (const budget of [1e18, 3e21, 1e23, 1e25, 1e27]) {
    const near = modelsNear(models, budget);
    expect(near.length).toBeLessThanOrEqual(5);
    for (const { compute } of near)
      expect(Math.abs(Math.log2(compute / budget))).toBeLessThanOrEqual(1);
  }
});

test('models that went on from another model are not taken for trained from scratch', () => {
  const drawn = [1e22, 7e22, 1e23, 3e23, 3e24].flatMap((budget) => modelsNear(models, budget));
  const ids = drawn.map(({ id }) => id);
  for (const id of ['codex-12b', 'minerva-540b', 'code-llama-34b', 'flan-137b'])
    expect(ids).not.toContain(id);
});

test('a budget that nobody spent has laws and no models, and the summary says so', () => {
  const { rows, summary, x } = draw({ budget: 1e18, across: 'parameters' });
  expect(rows).toHaveLength(8);
  expect(summary).toContain('No model in the data was trained with about as much.');
  expect(x.ticks.length).toBeGreaterThan(2);
});

test('every row says its value, and names fit into the room of a wide picture', () => {
  for (const budget of [1e18, CHINCHILLA, 1e25, 1e27])
    for (const across of ['ratio', 'parameters', 'tokens'])
      for (const { label } of draw({ budget, across, served: '1e14' }).rows) {
        expect(label).toMatch(/: [\d.,]+[kMBT]?$/);
        expect([label, label.length <= 28]).toEqual([label, true]);
      }
});

test('with use, a law that cannot count it says why, and truly', () => {
  const said = (id: string) =>
    plain(draw({ served: '1e13' }).readings.find((r) => r.id === id)?.text);
  expect(said('kaplan-2020')).toContain('parameters without embeddings on');
  expect(said('kaplan-2020')).toMatch(
    /predicted loss .* predicts the loss of the best split only$/,
  );
  expect(said('llama-3-2024')).toContain('predicts no loss');
});

test('a budget without models has a note that says so', () => {
  expect(draw({ budget: 1e18 }).note).toContain('No dense model');
  expect(draw().note).not.toContain('No dense model');
});
