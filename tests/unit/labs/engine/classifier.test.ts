import { beforeAll, expect, test } from 'vitest';
import { adapt, type Adaptation } from '@/labs/engine/adaptation';
import { start } from '@/labs/engine/backend';
import {
  accuracyOf,
  classifying,
  freshHead,
  makeClassifier,
  type LabelledBatch,
} from '@/labs/engine/classifier';
import type { OptimiserConfig } from '@/labs/engine/optimiser';
import { freshWeights, type TransformerConfig } from '@/labs/engine/transformer';
import { makeTrainer } from '@/labs/engine/trainer';
import { toTensors } from '@/labs/engine/weights';
import { drawWhole, seeded, type Random } from '@/lib/seeded';

const CONFIG: TransformerConfig = {
  vocabulary: 12,
  context: 8,
  width: 16,
  layers: 1,
  heads: 2,
  attention: 'both',
  norm: 'layer',
};
const OPTIMISER: OptimiserConfig = {
  rate: 0.02,
  warmUp: 5,
  final: 0.1,
  steps: 60,
  beta1: 0.9,
  beta2: 0.99,
  decay: 0,
  clip: 1,
};
const weights = { ...freshWeights(CONFIG, 1), ...freshHead(CONFIG, 3, 2) };

beforeAll(() => start('wasm'));

/** Texts of three to eight tokens of one third of the vocabulary, filled up with any; the third is the class. */
function batchOf(random: Random): LabelledBatch {
  const [batch, length] = [16, 8];
  const lengths = Array.from({ length: batch }, () => drawWhole(random, 3, length));
  const labels = Int32Array.from({ length: batch }, () => drawWhole(random, 0, 2));
  const isText = (i: number) => i % length < lengths[Math.floor(i / length)]!;
  const places = Array.from({ length: batch * length }, (_, i) => i);
  return {
    batch,
    length,
    tokens: Int32Array.from(places, (i) =>
      isText(i)
        ? 4 * labels[Math.floor(i / length)]! + drawWhole(random, 0, 3)
        : drawWhole(random, 0, 11),
    ),
    counts: Float32Array.from(places, (i) => (isText(i) ? 1 : 0)),
    labels,
  };
}

const WITH: readonly Adaptation[] = [
  { method: 'full' },
  { method: 'prefix', length: 2 },
  { method: 'prompt', length: 2 },
];
const CASES = (['both', 'causal'] as const).flatMap((attention) =>
  WITH.map((adaptation) => [adaptation.method, attention, adaptation] as const),
);
test.each(CASES)(
  'filler after a text changes nothing: %s, %s',
  async (_, attention, adaptation) => {
    const config = { ...CONFIG, attention };
    const classifier = makeClassifier(config);
    const adapted = adapt(config, weights, adaptation, 1).weights;
    const scores = (tokens: number[], counts: number[]) =>
      classifier.scoresOf(toTensors(adapted), {
        batch: 1,
        length: tokens.length,
        tokens: Int32Array.from(tokens),
        counts: Float32Array.from(counts),
      });
    const text = [...(await scores([3, 1, 4], [1, 1, 1]))];
    expect(text).toHaveLength(3);
    for (const filler of [
      [0, 0],
      [5, 9],
    ]) {
      const filled = await scores([3, 1, 4, ...filler], [1, 1, 1, 0, 0]);
      text.forEach((score, i) => expect(filled[i]).toBeCloseTo(score, 6));
    }
    expect((await scores([3, 1, 5], [1, 1, 1]))[0]).not.toBeCloseTo(text[0]!, 6);
    classifier.dispose();
  },
);

test('the head gets the mean over a text, however long', async () => {
  const said = Float32Array.from({ length: 16 }, (_, i) => i / 8 - 1);
  const classifier = makeClassifier(CONFIG);
  const changed = toTensors({
    ...weights,
    'final.norm.scale': { shape: [16], data: new Float32Array(16) },
    'final.norm.bias': { shape: [16], data: said },
    'head.bias': { shape: [3], data: Float32Array.from([1, 2, 3]) },
  });
  const scores = await classifier.scoresOf(changed, {
    batch: 2,
    length: 4,
    tokens: Int32Array.from([1, 2, 3, 4, 5, 6, 7, 8]),
    counts: Float32Array.from([1, 0, 0, 0, 1, 1, 1, 0]),
  });
  const matrix = weights['head.weight']!.data;
  for (let i = 0; i < 6; i += 1) {
    const score = said.reduce((sum, value, row) => sum + value * matrix[row * 3 + (i % 3)]!, 0);
    expect(scores[i]).toBeCloseTo(1 + (i % 3) + score, 5);
  }
  classifier.dispose();
});

test.each(['features', 'full'] as const)('%s: classes are learned', async (method) => {
  const adapted = adapt(CONFIG, weights, { method }, 1);
  const trainer = makeTrainer(classifying(CONFIG), adapted.weights, OPTIMISER, adapted);
  const random = seeded(1);
  const losses: number[] = [];
  for (let i = 0; i < OPTIMISER.steps; i += 1)
    losses.push((await trainer.step(batchOf(random))).loss);
  const learned = await trainer.weights();
  trainer.dispose();
  expect(losses[0]).toBeCloseTo(Math.log(3), 1);
  const unseen = batchOf(seeded(99));
  const classifier = makeClassifier(CONFIG);
  expect(
    accuracyOf(await classifier.scoresOf(toTensors(learned), unseen), unseen.labels),
  ).toBeGreaterThan(0.9);
  classifier.dispose();
  for (const [name, { data }] of Object.entries(weights)) {
    const same = expect([name, learned[name]!.data]);
    const moves = method === 'full' || name.startsWith('head');
    (moves ? same.not : same).toEqual([name, data]);
  }
});

test('accuracy counts texts whose own class has the highest score', () => {
  expect(accuracyOf([3, 1, 2, 0, 5, 4, 1, 1, 0], [0, 2, 0])).toBeCloseTo(2 / 3, 10);
});
