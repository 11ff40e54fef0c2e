import { beforeAll, expect, test } from 'vitest';
import { planOf } from '@/labs/compress/plan';
import { cut, flattened, layerMatrices, spectrumNamed, whole } from '@/labs/compress/smaller';
import { spec } from '@/labs/compress/spec';
import { objectiveOf, type Texts } from '@/labs/compress/text';
import { recovered, trainStudent } from '@/labs/compress/train';
import { start } from '@/labs/engine/backend';
import { causalBatch } from '@/labs/engine/objectives';
import { makeLoss } from '@/labs/engine/trainer';
import { freshWeights, type TransformerConfig } from '@/labs/engine/transformer';
import { countOf, toTensors } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';
import { defaultState } from '@/lib/url-state';
import type { Smaller } from '@/labs/compress/smaller';

const TINY: TransformerConfig = {
  vocabulary: 12,
  context: 8,
  width: 16,
  layers: 2,
  heads: 4,
  attention: 'causal',
  norm: 'layer',
};
/** A text that counts up again and again: easy to learn. */
const TEXT = Array.from({ length: 300 }, (_, i) => i % 12);
const batch = (number: number) => causalBatch(TEXT, { batch: 4, length: 8 }, seeded(number));
const texts = { batch } as Texts;
const plan = { ...planOf(defaultState(spec.controls)), steps: 12, recover: 12 };
const original = whole(TINY, freshWeights(TINY, 1));

beforeAll(() => start('wasm'));

async function lossOf({ config, weights }: Smaller): Promise<number> {
  const loss = makeLoss(objectiveOf(config));
  const value = await loss.of(toTensors(weights), batch(0));
  loss.dispose();
  return value;
}

const matters = { heads: [1, 2, 3, 4], units: Array.from({ length: 64 }, (_, i) => i) };
const spectra = () =>
  new Map(
    layerMatrices(original.weights).map((name) => [name, spectrumNamed(original.weights, name)]),
  );
test.each([
  ['structured pruning', () => cut(original, [matters, matters], 0.5)],
  ['low rank', () => flattened(original, spectra(), 0.25)],
])('after %s what is left learns on, and stays as small', async (_, make) => {
  const model = make();
  const steps: number[] = [];
  const better = await recovered(model, texts, plan, async (step) => void steps.push(step));
  expect(steps).toEqual(Array.from({ length: 12 }, (_one, i) => i + 1));
  expect(await lossOf(better)).toBeLessThan(await lossOf(model));
  expect(countOf(better.weights)).toBe(countOf(model.weights));
  expect(better.disk).toBe(model.disk);
});

test('a student with a teacher and one without begin alike and learn otherwise', async () => {
  const base = { config: TINY, weights: original.weights } as Parameters<typeof trainStudent>[0];
  const small = { ...plan, student: { layers: 1, width: 8 } };
  const first: number[] = [];
  const train = (soft: number) =>
    trainStudent(base, texts, small, soft, async (step, loss) => {
      if (step === 1) first.push(loss);
    });
  const [alone, taught] = [await train(0), await train(0.5)];
  expect(alone.config).toMatchObject({ layers: 1, width: 8, heads: 2 });
  expect(countOf(alone.weights)).toBe(countOf(taught.weights));
  expect(alone.weights.embedding).not.toEqual(taught.weights.embedding);
  // A fresh model guesses; half of that is its share of the text, and fresh teachers guess as well.
  expect(first[0]).toBeCloseTo(Math.log(12), 1);
  expect(first[1]).toBeCloseTo(Math.log(12) / 2, 1);
  expect(await lossOf(alone)).toBeLessThan(first[0]!);
});
