import { beforeAll, expect, test, vi } from 'vitest';
import { jit, np, valueAndGrad, type Tensor, type Tensors } from '@/labs/engine/backend';
import { withSprings } from '@/labs/engine/ewc';
import { diagonalFisher, makeAnswerer } from '@/labs/engine/fisher';
import { causalBatch, predicting, type Batch } from '@/labs/engine/objectives';
import type { OptimiserConfig } from '@/labs/engine/optimiser';
import { makeTrainer } from '@/labs/engine/trainer';
import { freshWeights, logitsOf, type TransformerConfig } from '@/labs/engine/transformer';
import { toTensors, type Weights } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';
import { startExact } from '@/tests/fixtures/tiny-transformer';

const CONFIG: TransformerConfig = {
  vocabulary: 9,
  context: 6,
  width: 8,
  layers: 1,
  heads: 2,
  attention: 'causal',
  norm: 'layer',
};
const OPTIMISER: OptimiserConfig = {
  rate: 0.02,
  warmUp: 1,
  final: 1,
  steps: 40,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0,
  clip: 1,
};
const TEXT = Array.from({ length: 300 }, (_, i) => (i * i) % 9);
const OTHER = Array.from({ length: 300 }, (_, i) => i % 9);
const objective = predicting((weights, tokens) => logitsOf(CONFIG, weights, tokens));

beforeAll(startExact);

/** Weights with noise on all of them, in double precision: nothing is at its start. */
function rough(seed: number): Weights {
  const random = seeded(seed);
  return Object.fromEntries(
    Object.entries(freshWeights(CONFIG, 1)).map(([name, { shape, data }]) => [
      name,
      { shape, data: Float64Array.from(data, (value) => value + 0.6 * (random() - 0.5)) },
    ]),
  );
}
const positive = (weights: Weights, seed: number): Weights => {
  const random = seeded(seed);
  return Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [
      name,
      { shape, data: Float64Array.from(data, () => random()) },
    ]),
  );
};
/** A weight with one of its numbers moved. */
const nudged = (weights: Weights, name: string, at: number, by: number): Weights => {
  const { shape, data } = weights[name]!;
  return { ...weights, [name]: { shape, data: data.map((one, i) => (i === at ? one + by : one)) } };
};

/** Scores instead of a loss: the library’s logarithm is too coarse for differences. */
const scores = {
  tensorsOf: ({ tokens, batch, length }: Batch) => [
    np.array(tokens, { shape: [batch, length], dtype: np.int32 }),
  ],
  loss: (weights: Tensors, tokens: Tensor) =>
    logitsOf(CONFIG, weights, tokens)
      .mul(
        np.array(
          Float64Array.from({ length: 9 }, (_, i) => Math.sin(i)),
          { shape: [9] },
        ),
      )
      .mean(),
} as {
  tensorsOf: (batch: Batch) => Tensor[];
  loss: (weights: Tensors, ...batch: Tensor[]) => Tensor;
};

test('the gradient through the springs agrees with differences', () => {
  const [weights, anchor] = [rough(1), rough(2)];
  const held = withSprings(scores, { anchor, fisher: positive(weights, 3), strength: 0.7 });
  const batch = causalBatch(TEXT, { batch: 2, length: 6 }, seeded(4));
  const [value, gradients] = valueAndGrad(held.loss)(
    toTensors(weights),
    ...held.tensorsOf(batch),
  ) as [Tensor, Tensors];
  value.dispose();
  const compiled = jit((all: Tensors, tensors: Tensor[]) => held.loss(all, ...tensors));
  const at = (changed: Weights) =>
    compiled(toTensors(changed), held.tensorsOf(batch)).dataSync()[0]!;
  const STEP = 2e-3;
  for (const [name, tensor] of Object.entries(gradients)) {
    const gradient = tensor.dataSync();
    for (const i of [0, gradient.length - 1]) {
      const difference =
        (at(nudged(weights, name, i, STEP)) - at(nudged(weights, name, i, -STEP))) / (2 * STEP);
      expect([name, i, gradient[i]]).toEqual([name, i, expect.closeTo(difference, 4)]);
    }
  }
  held.dispose();
  compiled.dispose();
});

test('springs add half of strength times importance times the square of the way, by hand', () => {
  const one = (value: number): Weights => ({ w: { shape: [1], data: Float32Array.of(value) } });
  const flat = {
    tensorsOf: () => [],
    loss: (weights: Tensors) => weights.w!.sum().mul(0),
  };
  const held = withSprings(flat, { anchor: one(2), fisher: one(3), strength: 10 });
  const loss = held.loss(toTensors(one(2.5)), ...held.tensorsOf(undefined));
  expect(loss.dataSync()[0]).toBeCloseTo((10 / 2) * 3 * 0.5 ** 2, 5);
  held.dispose();
});

test('the sum of squared gradients agrees with differences of each text’s log-likelihood', async () => {
  const weights = rough(5);
  const texts = [1, 2, 3].map((seed) => causalBatch(TEXT, { batch: 1, length: 6 }, seeded(seed)));
  const fisher = await diagonalFisher(scores, weights, texts);
  const compiled = jit((all: Tensors, tensors: Tensor[]) => scores.loss(all, ...tensors));
  const STEP = 2e-3;
  for (const [name, { data }] of Object.entries(fisher)) {
    const i = Math.floor(data.length / 2);
    const squares = texts.map((text) => {
      const at = (by: number) =>
        compiled(toTensors(nudged(weights, name, i, by)), scores.tensorsOf(text)).dataSync()[0]!;
      // Six places: a text’s log-likelihood is six times a mean.
      return ((6 * (at(STEP) - at(-STEP))) / (2 * STEP)) ** 2;
    });
    const expected = squares.reduce((sum, one) => sum + one, 0) / texts.length;
    expect([name, data[i]]).toEqual([name, expect.closeTo(expected, 3)]);
  }
  compiled.dispose();
});

test('with answers drawn from the model it is the Fisher information: p(1 − p) of a lone softmax', async () => {
  const weights: Weights = { w: { shape: [3], data: Float32Array.of(0, 1, -0.5) } };
  const model = (all: Tensors, tokens: Tensor) => {
    const [batch, length] = tokens.shape as [number, number];
    tokens.dispose();
    return np.broadcastTo(all.w!, [batch, length, 3]);
  };
  const answerer = makeAnswerer(model, weights);
  const random = seeded(7);
  const text: Batch = {
    batch: 1,
    length: 4,
    tokens: new Int32Array(4),
    targets: new Int32Array(4),
    counts: new Float32Array(4).fill(1),
  };
  const texts: Batch[] = [];
  for (let i = 0; i < 400; i += 1) texts.push(await answerer.answer(text, random));
  answerer.dispose();
  const { data } = (await diagonalFisher(predicting(model), weights, texts)).w!;
  const total = [0, 1, -0.5].reduce((sum, one) => sum + Math.exp(one), 0);
  [0, 1, -0.5].forEach((one, i) => {
    const p = Math.exp(one) / total;
    // Four places, each with its own answer.
    expect(Math.abs(data[i]! / (4 * p * (1 - p)) - 1)).toBeLessThan(0.25);
  });
  // Always the same answer, as a text may have it, is not what the model expects.
  const { data: other } = (await diagonalFisher(predicting(model), weights, [text])).w!;
  expect(other[0]! / data[0]!).toBeGreaterThan(2);
});

test('no text, no Fisher information', async () => {
  await expect(diagonalFisher(objective, rough(1), [])).rejects.toThrow('at least one text');
});

const farthest = (a: Weights, b: Weights) =>
  Math.max(
    ...Object.entries(a).flatMap(([name, { data }]) =>
      Array.from(data, (one, i) => Math.abs(one - b[name]!.data[i]!)),
    ),
  );

test('loose springs change nothing; stiff ones keep weights where they were', async () => {
  const start = freshWeights(CONFIG, 1);
  const ones: Weights = Object.fromEntries(
    Object.entries(start).map(([name, { shape, data }]) => [
      name,
      { shape, data: data.map(() => 1) },
    ]),
  );
  const trained = async (strength?: number) => {
    const held =
      strength === undefined
        ? undefined
        : withSprings(objective, { anchor: start, fisher: ones, strength });
    const trainer = makeTrainer(held ?? objective, start, OPTIMISER);
    for (let i = 0; i < 40; i += 1)
      await trainer.step(causalBatch(OTHER, { batch: 4, length: 6 }, seeded(i)));
    const weights = await trainer.weights();
    trainer.dispose();
    held?.dispose();
    return weights;
  };
  const [plain, loose, stiff] = [await trained(), await trained(0), await trained(100)];
  expect(farthest(plain, loose)).toBeLessThan(1e-5);
  expect(farthest(plain, start)).toBeGreaterThan(0.2);
  // The rate is the same all along, so weights swing around where the springs hold them.
  expect(farthest(stiff, start)).toBeLessThan(0.25 * farthest(plain, start));
});

test('memory is flat over steps with springs, and springs are given back', async () => {
  const start = freshWeights(CONFIG, 1);
  const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
  const round = async (steps: number) => {
    const held = withSprings(objective, { anchor: start, fisher: start, strength: 0.1 });
    const trainer = makeTrainer(held, start, OPTIMISER);
    for (let i = 0; i < steps; i += 1)
      await trainer.step(causalBatch(TEXT, { batch: 2, length: 6 }, seeded(i)));
    trainer.dispose();
    held.dispose();
  };
  await round(20);
  grow.mockClear();
  await round(100);
  for (let i = 0; i < 10; i += 1)
    await diagonalFisher(objective, start, [causalBatch(TEXT, { batch: 1, length: 6 }, seeded(i))]);
  expect(grow.mock.calls).toEqual([]);
  grow.mockRestore();
});
