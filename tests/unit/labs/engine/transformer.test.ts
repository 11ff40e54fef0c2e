import { beforeAll, expect, test } from 'vitest';
import { jit, np, tree, valueAndGrad, type Tensors } from '@/labs/engine/backend';
import { crossEntropy } from '@/labs/engine/objectives';
import {
  freshWeights,
  logitsOf,
  shapesOf,
  type TransformerConfig,
} from '@/labs/engine/transformer';
import { countOf, toTensors, type Weights } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';
import { TINY, startExact } from '@/tests/fixtures/tiny-transformer';

beforeAll(startExact);

/** Weights large enough that no gradient is tiny, in double precision for exact differences. */
function roughWeights(config: TransformerConfig): Weights {
  const random = seeded(3);
  return Object.fromEntries(
    Object.entries(freshWeights(config, 1)).map(([name, { shape, data }]) => [
      name,
      { shape, data: Float64Array.from(data, (value) => value + 0.6 * (random() - 0.5)) },
    ]),
  );
}

const TOKENS = [1, 4, 2, 9, 10, 0, 3, 3, 7, 5, 8, 6];
const TARGETS = [4, 2, 9, 10, 0, 1, 3, 7, 5, 8, 6, 2];
const COUNTS = [1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1];
const ints = (values: number[]) => np.array(values, { shape: [2, 6], dtype: np.int32 });

const lossOf = (config: TransformerConfig) => (weights: Tensors) =>
  crossEntropy(
    logitsOf(config, weights, ints(TOKENS)),
    ints(TARGETS),
    np.array(Float64Array.from(COUNTS), { shape: [2, 6] }),
  );

for (const attention of ['causal', 'both'] as const) {
  for (const norm of ['layer', 'rms'] as const) {
    test(`the gradient of every weight agrees with differences: ${attention}, ${norm}`, () => {
      const config = { ...TINY, attention, norm };
      const loss = lossOf(config);
      const weights = roughWeights(config);
      const [, gradients] = valueAndGrad(loss)(toTensors(weights)) as [unknown, Tensors];
      const compiled = jit(loss);
      const random = seeded(5);
      // The library's exp and erf are good to about seven digits, in double precision too.
      const STEP = 2e-3;
      for (const name of Object.keys(shapesOf(config))) {
        const { shape, data } = weights[name]!;
        const direction = Float64Array.from(data, () => random() - 0.5);
        const gradient = gradients[name]!.ref.dataSync() as Float64Array;
        const along = gradient.reduce((sum, g, i) => sum + g * direction[i]!, 0);
        const at = (step: number) => {
          const moved = data.map((value, i) => value + step * direction[i]!);
          const one = compiled(toTensors({ ...weights, [name]: { shape, data: moved } }));
          return one.dataSync()[0]!;
        };
        const difference = (at(STEP) - at(-STEP)) / (2 * STEP);
        // A key's bias moves all scores of a place alike: its gradient is zero by rights.
        expect([name, along]).toEqual([name, expect.closeTo(difference, 3)]);
      }
      tree.dispose(gradients);
      compiled.dispose();
    });
  }
}

test('a causal model does not look ahead, the other one does', () => {
  const first = (attention: 'causal' | 'both', last: number) => {
    const config = { ...TINY, attention };
    const tokens = np.array([1, 2, 3, last], { shape: [1, 4], dtype: np.int32 });
    const logits = logitsOf(config, toTensors(freshWeights(config, 1)), tokens);
    return [...logits.dataSync().slice(0, 3 * config.vocabulary)];
  };
  expect(first('causal', 4)).toEqual(first('causal', 9));
  expect(first('both', 4)).not.toEqual(first('both', 9));
});

test('weights are counted by the formula: 12·L·d² and what is small', () => {
  const { vocabulary: v, context: c, width: d, layers: l } = TINY;
  const matrices = 12 * l * d * d;
  const biases = l * (4 * d + 4 * d + d);
  const norms = (2 * l + 1) * 2 * d;
  expect(countOf(freshWeights(TINY, 1))).toBe(v * d + c * d + matrices + biases + norms);
});

test('the same seed gives the same weights, another gives others', () => {
  expect(freshWeights(TINY, 7)).toEqual(freshWeights(TINY, 7));
  expect(freshWeights(TINY, 7)).not.toEqual(freshWeights(TINY, 8));
});

test('a fresh model knows nothing: its loss is that of guessing', () => {
  const loss = lossOf(TINY)(toTensors(freshWeights(TINY, 1))).dataSync()[0]!;
  expect(loss).toBeCloseTo(Math.log(TINY.vocabulary), 1);
});

test('a weight that is missing is named', () => {
  const weights = toTensors(freshWeights(TINY, 1));
  delete weights.embedding;
  expect(() => lossOf(TINY)(weights)).toThrow('no weights called "embedding"');
});
