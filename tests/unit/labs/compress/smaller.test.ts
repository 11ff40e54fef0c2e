import { expect, test } from 'vitest';
import {
  cut,
  flattened,
  layerMatrices,
  rounded,
  spectrumNamed,
  thinned,
  whole,
} from '@/labs/compress/smaller';
import type { TransformerConfig } from '@/labs/engine/transformer';
import { freshWeights } from '@/labs/engine/transformer';
import { countOf, type Weights } from '@/labs/engine/weights';

const TINY: TransformerConfig = {
  vocabulary: 32,
  context: 8,
  width: 16,
  layers: 2,
  heads: 4,
  attention: 'causal',
  norm: 'layer',
};
const weights = freshWeights(TINY, 1);
const original = whole(TINY, weights);
const all = countOf(weights);
const inMatrices = Object.values(weights).reduce(
  (sum, { shape, data }) => sum + (shape.length > 1 ? data.length : 0),
  0,
);
const besides = 4 * (all - inMatrices);

/** The squared distance of all weights from the original's. */
const error = (of: Weights) =>
  Object.entries(weights).reduce(
    (sum, [name, { data }]) =>
      sum + Array.from(data).reduce((part, v, i) => part + (v - of[name]!.data[i]!) ** 2, 0),
    0,
  );

test('the original takes four bytes a weight', () => {
  expect(original).toMatchObject({ disk: 4 * all, kept: all });
});

test('rounding keeps every weight, in a byte or half of one and its share of a scale', () => {
  const matrices = Object.values(weights).filter(({ shape }) => shape.length > 1);
  const int8 = rounded(original, { format: 'int8', groups: 'tensor' });
  expect(int8.disk).toBe(besides + inMatrices + 4 * matrices.length);
  const nf4 = rounded(original, { format: 'nf4', groups: 64 });
  expect(nf4.disk).toBe(besides + inMatrices / 2 + (4 * inMatrices) / 64);
  expect([int8.kept, nf4.kept]).toEqual([all, all]);
  expect(int8.weights['final.norm.scale']).toEqual(weights['final.norm.scale']);
});

test('more bits are never further off, nor are finer groups', () => {
  const far = (format: 'int8' | 'int4', groups: 'tensor' | 'column' | number) =>
    error(rounded(original, { format, groups }).weights);
  for (const groups of ['tensor', 'column', 16] as const) {
    expect(far('int8', groups)).toBeGreaterThan(0);
    expect(far('int8', groups)).toBeLessThan(far('int4', groups));
  }
  expect(far('int4', 16)).toBeLessThan(far('int4', 'tensor'));
});

test('a pruned file has a bit for each weight and four bytes for each that is left', () => {
  const half = thinned(original, 0.5);
  const kept = inMatrices / 2;
  expect(half.disk).toBe(besides + inMatrices / 8 + 4 * kept);
  expect(half.kept).toBe(all - kept);
  expect(countOf(half.weights)).toBe(all);
  expect(error(half.weights)).toBeLessThan(error(thinned(original, 0.75).weights));
});

test('a model without half of its heads and units has half of its layers’ matrices', () => {
  const matters = { heads: [1, 2, 3, 4], units: Array.from({ length: 64 }, (_, i) => i) };
  const half = cut(original, [matters, matters], 0.5);
  const inLayers = 2 * 12 * 16 * 16;
  const biases = 2 * (3 * 16 + 64);
  expect(countOf(half.weights)).toBe(all - inLayers / 2 - biases / 2);
  expect(half.disk).toBe(4 * countOf(half.weights));
});

test('factors are counted: above half of the rank a square matrix takes more than before', () => {
  const names = layerMatrices(weights);
  expect(names).toHaveLength(2 * 6);
  const spectra = new Map(names.map((name) => [name, spectrumNamed(weights, name)]));
  const at = (share: number) => flattened(original, spectra, share);
  const numbers = (rank: number) => 2 * (4 * rank * (16 + 16) + 2 * rank * (16 + 64));
  const rest = all - 2 * 12 * 16 * 16;
  for (const share of [0.25, 0.5, 1])
    expect(at(share).kept).toBe(rest + numbers(Math.round(16 * share)));
  expect(at(1).disk).toBeGreaterThan(original.disk);
  expect(at(0.25).disk).toBeLessThan(original.disk);
});
