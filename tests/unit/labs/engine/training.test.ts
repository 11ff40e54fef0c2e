import { beforeAll, expect, test, vi } from 'vitest';
import { np, start, tree } from '@/labs/engine/backend';
import { draw, makeWriter } from '@/labs/engine/generate';
import { causalBatch, crossEntropy, maskedBatch, predicting } from '@/labs/engine/objectives';
import { adamW, freshMoments, rateAt, type OptimiserConfig } from '@/labs/engine/optimiser';
import { freshWeights, logitsOf, type TransformerConfig } from '@/labs/engine/transformer';
import { makeTrainer } from '@/labs/engine/trainer';
import type { Weights } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';

const CONFIG: TransformerConfig = {
  vocabulary: 12,
  context: 8,
  width: 16,
  layers: 1,
  heads: 2,
  attention: 'causal',
  norm: 'rms',
};
const OPTIMISER: OptimiserConfig = {
  rate: 0.01,
  warmUp: 5,
  final: 0.1,
  steps: 80,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0.01,
  clip: 1,
};
/** 0 1 2 … 9 0 1 2 …: what follows is certain. */
const TEXT = Array.from({ length: 400 }, (_, i) => i % 10);
const SHAPE = { batch: 4, length: 8 };
const objective = predicting((weights, tokens) => logitsOf(CONFIG, weights, tokens));

beforeAll(() => start('wasm'));

async function train(steps: number, seed: number, trains?: (name: string) => boolean) {
  const random = seeded(seed);
  const trainer = makeTrainer(objective, freshWeights(CONFIG, seed), OPTIMISER, { trains });
  const losses: number[] = [];
  for (let i = 0; i < steps; i += 1)
    losses.push((await trainer.step(causalBatch(TEXT, SHAPE, random))).loss);
  const weights = await trainer.weights();
  trainer.dispose();
  return { losses, weights };
}

test('a text without surprises is learned, and then written', async () => {
  const { losses, weights } = await train(80, 1);
  expect(losses[0]).toBeCloseTo(Math.log(CONFIG.vocabulary), 0);
  expect(losses.at(-1)).toBeLessThan(0.1);
  const writer = makeWriter(CONFIG, weights);
  const written: number[] = [];
  for await (const token of writer.write([3], { temperature: 0, topK: 5 }, seeded(1))) {
    written.push(token);
    if (written.length === 12) break;
  }
  expect(written).toEqual([4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5]);
  writer.dispose();
});

test('the same seed gives the same losses and weights to the bit, another does not', async () => {
  const [one, two, other] = [await train(6, 3), await train(6, 3), await train(6, 4)];
  expect(two).toEqual(one);
  expect(other.losses).not.toEqual(one.losses);
});

test('a training that stops and goes on ends where one without a stop does, to the bit', async () => {
  const batches = Array.from({ length: 8 }, (_, i) => causalBatch(TEXT, SHAPE, seeded(i)));
  const run = async (stops: readonly number[]) => {
    const options = {
      trains: (name: string) => name !== 'positions',
      rateOf: (name: string, share: number) => (name.includes('feed') && share < 0.05 ? 0 : 1),
    };
    let trainer = makeTrainer(objective, freshWeights(CONFIG, 5), OPTIMISER, options);
    const losses: number[] = [];
    for (const [i, batch] of batches.entries()) {
      if (stops.includes(i)) {
        const state = await trainer.state();
        trainer.dispose();
        trainer = makeTrainer(objective, state.weights, OPTIMISER, { ...options, resume: state });
      }
      losses.push((await trainer.step(batch)).loss);
    }
    const state = await trainer.state();
    trainer.dispose();
    return { losses, state };
  };
  const whole = await run([]);
  expect(whole.state.steps).toBe(8);
  expect(await run([3, 4])).toEqual(whole);
});

test('weights that are frozen do not move, the others do', async () => {
  const before = freshWeights(CONFIG, 2);
  const { weights } = await train(3, 2, (name) => name.includes('feed'));
  for (const [name, { data }] of Object.entries(weights)) {
    const [same, moves] = [expect(data), name.includes('feed')];
    (moves ? same.not : same).toEqual(before[name]!.data);
  }
});

test('a weight moves at its own rate, and not at all before it thaws', async () => {
  const before = freshWeights(CONFIG, 2);
  const THAWED = 3;
  const trainer = makeTrainer(objective, before, OPTIMISER, {
    rateOf: (name, share) =>
      name.includes('feed') && share < THAWED / OPTIMISER.steps
        ? 0
        : name === 'positions'
          ? 0.1
          : 1,
  });
  const random = seeded(1);
  const farthest = (now: Weights, name: string) =>
    Math.max(...now[name]!.data.map((value, i) => Math.abs(value - before[name]!.data[i]!)));
  let rate = 0;
  for (let i = 0; i < THAWED; i += 1)
    rate += (await trainer.step(causalBatch(TEXT, SHAPE, random))).rate;
  const cold = await trainer.weights();
  expect(cold['layer.0.feed.up.weight']).toEqual(before['layer.0.feed.up.weight']);
  expect(farthest(cold, 'embedding')).toBeGreaterThan(0.5 * rate);
  expect(farthest(cold, 'positions')).toBeLessThan(0.11 * rate);
  // Averages that start with the thaw: the first move is as long as the rate, and no longer.
  const { rate: first } = await trainer.step(causalBatch(TEXT, SHAPE, random));
  const thawed = await trainer.weights();
  expect(farthest(thawed, 'layer.0.feed.up.bias') / first).toBeCloseTo(1, 2);
  trainer.dispose();
});

test('to ask for the loss teaches nothing', async () => {
  const trainer = makeTrainer(objective, freshWeights(CONFIG, 2), OPTIMISER);
  const batch = causalBatch(TEXT, SHAPE, seeded(9));
  const asked = [await trainer.lossOf(batch), await trainer.lossOf(batch)];
  expect(asked[1]).toBe(asked[0]);
  expect((await trainer.step(batch)).loss).toBeCloseTo(asked[0]!, 5);
  expect(await trainer.lossOf(batch)).toBeLessThan(asked[0]!);
  trainer.dispose();
});

test('one step of AdamW, by hand', () => {
  const weights = { w: np.array([[1, -2]]) };
  const gradients = { w: np.array([[0.3, 0.4]]) };
  const config = { ...OPTIMISER, decay: 0.1, clip: 10 };
  const next = adamW(
    config,
    tree.ref(weights),
    gradients,
    freshMoments(weights),
    np.array([0.01]),
    np.array([1]),
  );
  // After one step the averages, corrected, are the gradient and its square: every weight moves by the rate.
  const moved = [...next.weights.w!.dataSync()];
  expect(moved[0]).toBeCloseTo(1 - 0.01 * (1 + 0.1 * 1), 4);
  expect(moved[1]).toBeCloseTo(-2 - 0.01 * (1 - 0.1 * 2), 4);
  expect(next.length.dataSync()[0]).toBeCloseTo(0.5, 5);
});

test('a gradient that is too long is shortened', () => {
  const weights = { w: np.array([0, 0]) };
  const gradients = { w: np.array([30, 40]) };
  const next = adamW(
    OPTIMISER,
    tree.ref(weights),
    gradients,
    freshMoments(weights),
    np.array([1]),
    np.array([1]),
  );
  expect(next.length.dataSync()[0]).toBeCloseTo(50, 3);
  const first = [...next.moments.first.w!.dataSync()];
  expect(first[0]).toBeCloseTo(0.1 * 0.6, 5);
  expect(first[1]).toBeCloseTo(0.1 * 0.8, 5);
});

test('the rate rises, then falls to its share', () => {
  const rates = [0, 4, 5, 42, 79, 100].map((step) => rateAt(OPTIMISER, step));
  expect(rates[0]).toBeCloseTo(0.002, 10);
  expect(rates[1]).toBeCloseTo(0.01, 10);
  expect(rates[2]).toBeCloseTo(0.01, 10);
  expect(rates[3]).toBeCloseTo(0.01 * 0.55, 3);
  expect(rates[4]).toBeCloseTo(0.001, 10);
  expect(rates[5]).toBeCloseTo(0.001, 10);
});

test('only places that count are in the loss', () => {
  const logits = () =>
    np.array([
      [
        [9, 0, 0],
        [0, 0, 0],
      ],
    ]);
  const targets = () => np.array([[1, 2]], { dtype: np.int32 });
  const loss = (counts: number[]) =>
    crossEntropy(logits(), targets(), np.array([counts])).dataSync()[0];
  expect(loss([0, 1])).toBeCloseTo(Math.log(3), 5);
  expect(loss([1, 0])).toBeCloseTo(9, 2);
  expect(loss([0, 0])).toBe(-0);
});

test('masking hides, replaces and keeps in the shares of the recipe', () => {
  const masking = { asked: 0.15, masked: 0.8, random: 0.1, mask: 11, vocabulary: 10 };
  const shape = { batch: 200, length: 100 };
  const { tokens, targets, counts } = maskedBatch(
    Array.from({ length: 2000 }, (_, i) => (i * 7) % 10),
    shape,
    masking,
    seeded(1),
  );
  const places = [...tokens.keys()];
  const asked = places.filter((i) => counts[i] === 1);
  const share = (part: readonly number[], of: readonly number[]) => part.length / of.length;
  expect(share(asked, places)).toBeCloseTo(0.15, 2);
  expect(
    share(
      asked.filter((i) => tokens[i] === 11),
      asked,
    ),
  ).toBeCloseTo(0.8, 1);
  // A random token is the right one in one of ten.
  const replaced = asked.filter((i) => tokens[i] !== 11 && tokens[i] !== targets[i]);
  expect(share(replaced, asked)).toBeCloseTo(0.09, 1);
  expect(places.every((i) => counts[i] === 1 || tokens[i] === targets[i])).toBe(true);
});

test('a text shorter than a piece is refused', () => {
  expect(() => causalBatch([1, 2, 3], SHAPE, seeded(1))).toThrow('too short');
});

test('drawing: the best at zero, only the best k, and in proportion', () => {
  const logits = [0, Math.log(3), -9, Math.log(6)];
  expect(draw(logits, { temperature: 0, topK: 4 }, () => 0.99)).toBe(3);
  expect(draw(logits, { temperature: 1, topK: 1 }, () => 0.99)).toBe(3);
  const random = seeded(2);
  const drawn = Array.from({ length: 3000 }, () =>
    draw(logits, { temperature: 1, topK: 3 }, random),
  );
  const share = (token: number) => drawn.filter((one) => one === token).length / drawn.length;
  expect(share(2)).toBe(0);
  expect(share(3)).toBeCloseTo(0.6, 1);
  expect(share(1)).toBeCloseTo(0.3, 1);
});

test('memory is flat over many steps, and a leak of one small tensor a step would show', async () => {
  const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
  const trainer = makeTrainer(objective, freshWeights(CONFIG, 1), OPTIMISER);
  const random = seeded(1);
  const growth = async (steps: number, leak: () => void) => {
    grow.mockClear();
    for (let i = 0; i < steps; i += 1) {
      await trainer.step(causalBatch(TEXT, SHAPE, random));
      leak();
    }
    return grow.mock.calls.reduce((pages, [more]) => pages + more, 0);
  };
  await growth(20, () => {});
  expect(await growth(300, () => {})).toBe(0);
  const lost = () => np.array(Float32Array.from({ length: 1024 }, random));
  expect(await growth(300, lost)).toBeGreaterThan(0);
  trainer.dispose();
  grow.mockRestore();
});
