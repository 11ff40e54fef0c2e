import { beforeAll, expect, test } from 'vitest';
import { np, start } from '@/labs/engine/backend';
import { factored, factorsOf, rankOf, spectrumOf, type Factors } from '@/labs/engine/factor';
import { normal } from '@/labs/engine/random';
import { freshWeights, logitsOf } from '@/labs/engine/transformer';
import { countOf, toTensors, type Weight } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';
import { TINY } from '@/tests/fixtures/tiny-transformer';

function gaussian(rows: number, columns: number): Weight {
  const random = seeded(6);
  const data = Float32Array.from({ length: rows * columns }, () => normal(random));
  return { shape: [rows, columns], data };
}

/** down·up, in double precision. */
function product({ down, up }: Factors): number[] {
  const [rows, rank] = down.shape as [number, number];
  const columns = up.shape[1]!;
  return Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    let sum = 0;
    for (let k = 0; k < rank; k += 1)
      sum += down.data[row * rank + k]! * up.data[k * columns + column]!;
    return sum;
  });
}

const squaredError = (weight: Weight, values: readonly number[]) =>
  values.reduce((sum, value, i) => sum + (value - weight.data[i]!) ** 2, 0);

test.each([
  [12, 5],
  [5, 12],
  [8, 8],
])('%s × %s: at full rank the product is the matrix', (rows, columns) => {
  const weight = gaussian(rows, columns);
  const spectrum = spectrumOf(weight);
  const rank = rankOf(spectrum, 1);
  expect(rank).toBe(Math.min(rows, columns));
  const factors = factorsOf(spectrum, rank);
  expect(factors.down.shape).toEqual([rows, rank]);
  expect(factors.up.shape).toEqual([rank, columns]);
  product(factors).forEach((value, i) => expect(value).toBeCloseTo(weight.data[i]!, 5));
});

test('what a rank is off by is the sum of the squares of the singular values left out', () => {
  const weight = gaussian(12, 7);
  const spectrum = spectrumOf(weight);
  const errors = spectrum.values.map((_, k) => {
    const error = squaredError(weight, product(factorsOf(spectrum, k + 1)));
    const rest = spectrum.values.slice(k + 1).reduce((sum, value) => sum + value ** 2, 0);
    expect(error).toBeCloseTo(rest, 4);
    return error;
  });
  expect(errors).toEqual([...errors].sort((a, b) => b - a));
});

test('a matrix of rank 1 is found to be one', () => {
  const outer = { shape: [3, 2], data: Float32Array.from([1, 2, 2, 4, -3, -6]) };
  const spectrum = spectrumOf(outer);
  // |(1, 2, −3)| · |(1, 2)| = √14 · √5.
  expect(spectrum.values[0]).toBeCloseTo(Math.sqrt(70), 6);
  expect(squaredError(outer, product(factorsOf(spectrum, 1)))).toBeLessThan(1e-10);
});

beforeAll(() => start('wasm'));

test('a model with factors for matrices says the same at full rank, and counts rank · (in + out)', () => {
  const weights = freshWeights(TINY, 1);
  const names = ['layer.0.feed.up', 'layer.1.attention.query'];
  const spectra = new Map(names.map((name) => [name, spectrumOf(weights[`${name}.weight`]!)]));
  const tokens = () => np.array([1, 4, 2, 9], { shape: [1, 4], dtype: np.int32 });
  const logits = (of: typeof weights) => [...logitsOf(TINY, toTensors(of), tokens()).dataSync()];
  const before = logits(weights);
  logits(factored(weights, spectra, 1)).forEach((logit, i) =>
    expect(logit).toBeCloseTo(before[i]!, 5),
  );
  const half = factored(weights, spectra, 0.5);
  expect(logits(half)).not.toEqual(before);
  const without = 8 * 32 + 8 * 8;
  expect(countOf(half)).toBe(countOf(weights) - without + 4 * (8 + 32) + 4 * (8 + 8));
});
