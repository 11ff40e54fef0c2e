import { beforeAll, expect, test } from 'vitest';
import { np, start } from '@/labs/engine/backend';
import { predicting, type Batch } from '@/labs/engine/objectives';
import { importanceOf, keptOf, slimmed, type PerLayer } from '@/labs/engine/slim';
import { makeLoss } from '@/labs/engine/trainer';
import { freshWeights, logitsOf, type TransformerConfig } from '@/labs/engine/transformer';
import { countOf, toTensors, type Weights } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';

const TINY: TransformerConfig = {
  vocabulary: 11,
  context: 6,
  width: 8,
  layers: 2,
  heads: 4,
  attention: 'causal',
  norm: 'layer',
};
const PER_HEAD = 2;

beforeAll(() => start('wasm'));

/** Larger than fresh ones, so that every part has a say. */
function roughWeights(): Weights {
  const random = seeded(3);
  return Object.fromEntries(
    Object.entries(freshWeights(TINY, 1)).map(([name, { shape, data }]) => [
      name,
      { shape, data: Float32Array.from(data, (value) => value + 1.2 * (random() - 0.5)) },
    ]),
  );
}

/** Multiplies what a head or a unit passes on, which is its rows of the matrix behind it. */
function switched(weights: Weights, name: string, rows: readonly number[], by: number): Weights {
  const { shape, data } = weights[name]!;
  const inRow = (i: number) => rows.includes(Math.floor(i / shape[1]!));
  const changed = Float32Array.from(data, (value, i) => (inRow(i) ? value * by : value));
  return { ...weights, [name]: { shape, data: changed } };
}

const rowsOfHead = (head: number) => [head * PER_HEAD, head * PER_HEAD + 1];
const tokens = () =>
  np.array([1, 4, 2, 9, 10, 0, 3, 3, 7, 5, 8, 6], { shape: [2, 6], dtype: np.int32 });
const logits = (weights: Weights) => [...logitsOf(TINY, toTensors(weights), tokens()).dataSync()];

const KEPT: PerLayer = [
  { heads: [0, 2, 3], units: Array.from({ length: 32 }, (_, i) => i).filter((i) => i % 3 > 0) },
  { heads: [1], units: [5, 6, 30] },
];

test('a model without some heads and units says what it says when they pass on nothing', () => {
  const weights = roughWeights();
  const silent = KEPT.reduce((all, { heads, units }, i) => {
    const gone = (count: number, kept: readonly number[]) =>
      Array.from({ length: count }, (_, k) => k).filter((k) => !kept.includes(k));
    const rows = gone(4, heads).flatMap(rowsOfHead);
    const quiet = switched(all, `layer.${i}.attention.output.weight`, rows, 0);
    return switched(quiet, `layer.${i}.feed.down.weight`, gone(32, units), 0);
  }, weights);
  const smaller = slimmed(TINY, weights, KEPT);
  const expected = logits(silent);
  expect(logits(weights)).not.toEqual(expected);
  logits(smaller).forEach((logit, i) => expect(logit).toBeCloseTo(expected[i]!, 5));

  // A head has three columns of width and two biases fewer … and a row behind; so has a unit.
  const head = PER_HEAD * (4 * 8 + 3);
  const unit = 2 * 8 + 1;
  const gone = { heads: 1 + 3, units: 11 + 29 };
  expect(countOf(smaller)).toBe(countOf(weights) - gone.heads * head - gone.units * unit);
});

const batch = (seed: number): Batch => {
  const random = seeded(seed);
  const draw = () => Int32Array.from({ length: 12 }, () => Math.floor(random() * 11));
  return {
    batch: 2,
    length: 6,
    tokens: draw(),
    targets: draw(),
    counts: new Float32Array(12).fill(1),
  };
};

test('importance is the slope of the loss along a switch, as differences have it', async () => {
  const weights = roughWeights();
  const objective = predicting((all, some) => logitsOf(TINY, all, some));
  const batches = [batch(1), batch(2)];
  let pulses = 0;
  const found = await importanceOf(TINY, weights, objective, batches, async () => {
    pulses += 1;
  });
  expect(pulses).toBe(2);
  expect(found.map(({ heads, units }) => [heads.length, units.length])).toEqual([
    [4, 32],
    [4, 32],
  ]);
  const loss = makeLoss(objective);
  const slope = async (name: string, rows: readonly number[]) => {
    const STEP = 0.02;
    const sizes = batches.map(async (one) => {
      const at = (by: number) => loss.of(toTensors(switched(weights, name, rows, by)), one);
      return Math.abs((await at(1 + STEP)) - (await at(1 - STEP))) / (2 * STEP);
    });
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / batches.length;
  };
  for (const [layer, head, unit] of [
    [0, 0, 7],
    [0, 3, 31],
    [1, 2, 0],
  ] as const) {
    const { heads, units } = found[layer]!;
    const ofHead = await slope(`layer.${layer}.attention.output.weight`, rowsOfHead(head));
    const ofUnit = await slope(`layer.${layer}.feed.down.weight`, [unit]);
    expect(heads[head]).toBeCloseTo(ofHead, 3);
    expect(units[unit]).toBeCloseTo(ofUnit, 3);
  }
  expect(Math.max(...found[0]!.heads)).toBeGreaterThan(0.01);
  loss.dispose();
});

test('the least important go, and one of each stays', () => {
  const importance = [{ heads: [0.3, 0.1, 0.2, 0.4], units: [5, 1, 1, 4, 3, 2] }];
  expect(keptOf(importance, 0.5)).toEqual([{ heads: [0, 3], units: [0, 3, 4] }]);
  expect(keptOf(importance, 0)).toEqual([{ heads: [0, 1, 2, 3], units: [0, 1, 2, 3, 4, 5] }]);
  expect(keptOf(importance, 1)).toEqual([{ heads: [3], units: [0] }]);
});
