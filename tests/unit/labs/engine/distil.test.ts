import { beforeAll, expect, test } from 'vitest';
import { jit, np, tree, valueAndGrad, type Tensor, type Tensors } from '@/labs/engine/backend';
import { distilling, divergence, makeTeacher } from '@/labs/engine/distil';
import { predicting, type Batch } from '@/labs/engine/objectives';
import { makeLoss } from '@/labs/engine/trainer';
import { freshWeights, logitsOf, type TransformerConfig } from '@/labs/engine/transformer';
import { toTensors, type Weights } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';
import { TINY as TEACHER, startExact } from '@/tests/fixtures/tiny-transformer';

const STUDENT: TransformerConfig = { ...TEACHER, width: 4, layers: 1, heads: 1 };

beforeAll(startExact);

/** Larger than fresh ones, so that every part has a say. */
function roughWeights(
  config: TransformerConfig,
  Kind: Float32ArrayConstructor | Float64ArrayConstructor,
): Weights {
  const random = seeded(3);
  const moved = (value: number) => value + 0.9 * (random() - 0.5);
  return Object.fromEntries(
    Object.entries(freshWeights(config, 1)).map(([name, { shape, data }]) => [
      name,
      { shape, data: new Kind(Array.from(data, moved)) },
    ]),
  );
}

const BATCH: Batch = {
  batch: 2,
  length: 6,
  tokens: Int32Array.from([1, 4, 2, 9, 10, 0, 3, 3, 7, 5, 8, 6]),
  targets: Int32Array.from([4, 2, 9, 10, 0, 1, 3, 7, 5, 8, 6, 2]),
  counts: Float32Array.from([1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1]),
};

test('the divergence is that of the chapter’s example: cat, lynx, lorry at temperature 2', () => {
  const scores = (values: number[]) => np.array(values, { shape: [1, 1, 3] });
  const one = () => np.ones([1, 1]);
  const [teacher, student] = [
    [4, 2, 0],
    [2, 2, 0],
  ] as const;
  const found = divergence(scores([...teacher]), scores([...student]), one(), 2);
  const softened = (logits: readonly number[]) => {
    const sizes = logits.map((logit) => Math.exp(logit / 2));
    return sizes.map((size) => size / sizes.reduce((sum, other) => sum + other, 0));
  };
  const [p, q] = [softened(teacher), softened(student)];
  const byHand = p.reduce((sum, share, i) => sum + share * Math.log(share / q[i]!), 0);
  expect(found.dataSync()[0]).toBeCloseTo(byHand, 5);
  expect(byHand).toBeCloseTo(0.12, 2);
  expect(divergence(scores([1, 2, 3]), scores([1, 2, 3]), one(), 2).dataSync()[0]).toBeCloseTo(
    0,
    6,
  );
});

test('without a say for the teacher, only what came counts; a copy of the teacher has nothing to learn from it', async () => {
  const weights = roughWeights(TEACHER, Float32Array);
  const model = (all: Tensors, tokens: Tensor) => logitsOf(TEACHER, all, tokens);
  const teacher = makeTeacher(TEACHER, weights);
  const lossOf = async (soft: number) => {
    const loss = makeLoss(distilling(model, teacher, { temperature: 3, soft }));
    const value = await loss.of(toTensors(weights), BATCH);
    loss.dispose();
    return value;
  };
  const plain = makeLoss(predicting(model));
  const alone = await plain.of(toTensors(weights), BATCH);
  expect(await lossOf(0)).toBeCloseTo(alone, 5);
  expect(await lossOf(0.25)).toBeCloseTo(0.75 * alone, 5);
  expect(await lossOf(1)).toBeCloseTo(0, 5);
  plain.dispose();
  teacher.dispose();
});

test.each([1, 4])('the gradient agrees with differences at temperature %s', (temperature) => {
  const teacher = makeTeacher(TEACHER, roughWeights(TEACHER, Float64Array));
  const objective = distilling((all, tokens) => logitsOf(STUDENT, all, tokens), teacher, {
    temperature,
    soft: 0.7,
  });
  const tensors = () => {
    const [tokens, targets, counts, scores] = objective.tensorsOf(BATCH) as [
      Tensor,
      Tensor,
      Tensor,
      Tensor,
    ];
    counts.dispose();
    const exact = np.array(Float64Array.from(BATCH.counts), { shape: [2, 6] });
    return [tokens, targets, exact, scores] as const;
  };
  const loss = (weights: Tensors) => objective.loss(weights, ...tensors());
  const weights = roughWeights(STUDENT, Float64Array);
  const [, gradients] = valueAndGrad(loss)(toTensors(weights)) as [unknown, Tensors];
  const compiled = jit(loss);
  const random = seeded(5);
  const STEP = 2e-3;
  let steepest = 0;
  for (const [name, { shape, data }] of Object.entries(weights)) {
    const direction = Float64Array.from(data, () => random() - 0.5);
    const gradient = gradients[name]!.ref.dataSync() as Float64Array;
    const along = gradient.reduce((sum, g, i) => sum + g * direction[i]!, 0);
    const at = (step: number) => {
      const moved = Float64Array.from(data, (value, i) => value + step * direction[i]!);
      return compiled(toTensors({ ...weights, [name]: { shape, data: moved } })).dataSync()[0]!;
    };
    expect([name, along]).toEqual([name, expect.closeTo((at(STEP) - at(-STEP)) / (2 * STEP), 3)]);
    steepest = Math.max(steepest, Math.abs(along));
  }
  expect(steepest).toBeGreaterThan(0.01);
  tree.dispose(gradients);
  compiled.dispose();
  teacher.dispose();
});
