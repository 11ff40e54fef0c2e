/**
 * How much each weight matters for a text: the diagonal of the Fisher information, the mean square
 * of the gradient of log p(y | x) where x is text and y is drawn from the model itself
 * (Kirkpatrick et al. 2017, Section 2; what the old weights are held by in ewc.ts).
 */
import type { Random } from '@/lib/seeded';
import { blockUntilReady, jit, np, tree, valueAndGrad, type Tensor, type Tensors } from './backend';
import { draw } from './generate';
import type { Batch, Model, Objective } from './objectives';
import { fromTensors, toTensors, type Weights } from './weights';

/** To be awaited between texts: lets a run be paused. */
type Pulse = () => Promise<void>;

/** The model's own answers: a token drawn at every place from what it expects after the text so far. */
export interface Answerer {
  /** The same text, with targets that were drawn. */
  answer: (text: Batch, random: Random) => Promise<Batch>;
  dispose: () => void;
}

export function makeAnswerer(model: Model, weights: Weights): Answerer {
  const tensors = toTensors(weights);
  const compiled = jit(model);
  return {
    async answer(text, random) {
      const { batch, length, tokens } = text;
      const shape = [batch, length];
      const input = np.array(tokens, { shape, dtype: np.int32 });
      const logits = compiled(tree.ref(tensors) as Tensors, input);
      const classes = logits.shape.at(-1)!;
      const scores = await logits.data();
      const targets = Int32Array.from({ length: tokens.length }, (_, place) =>
        draw(
          scores.subarray(place * classes, (place + 1) * classes),
          { temperature: 1, topK: classes },
          random,
        ),
      );
      return { ...text, targets };
    },
    dispose() {
      tree.dispose(tensors);
      compiled.dispose();
    },
  };
}

/**
 * The mean, over texts, of the squared gradient of a text's log-likelihood. With targets drawn from
 * the model this estimates the Fisher information of a text; with those of the text itself it is
 * the “empirical Fisher”, which is something else.
 * @param objective its loss is the mean over the places that count, in nats
 * @param texts one text each: the square of a sum is not the sum of squares
 * @returns a number for every weight, in nats² a text over the weight's unit squared
 * @throws Error when there is no text
 */
export async function diagonalFisher(
  { loss, tensorsOf }: Objective<Batch>,
  weights: Weights,
  texts: readonly Batch[],
  pulse: Pulse = () => Promise.resolve(),
): Promise<Weights> {
  if (texts.length === 0) throw new Error('Fisher information needs at least one text');
  // Two compiled pieces: fused into one, squares would keep the gradient from its fast kernels.
  const gradientsOf = jit(
    (all: Tensors, text: Tensor[]) => (valueAndGrad(loss)(all, ...text) as [Tensor, Tensors])[1],
  );
  const add = jit((sums: Tensors, gradients: Tensors, places: Tensor) => {
    const next = Object.entries(sums).map(
      ([name, sum]) => [name, sum.add(np.square(gradients[name]!.mul(places.ref)))] as const,
    );
    places.dispose();
    return Object.fromEntries(next);
  });
  const tensors = toTensors(weights);
  let sums = tree.map((tensor: Tensor) => np.zerosLike(tensor), tree.ref(tensors)) as Tensors;
  for (const text of texts) {
    await pulse();
    const places = text.counts.reduce((sum, count) => sum + count, 0);
    const gradients = gradientsOf(tree.ref(tensors) as Tensors, tensorsOf(text)) as Tensors;
    sums = add(sums, gradients, np.array(places)) as Tensors;
    await blockUntilReady(sums);
  }
  const whole = await fromTensors(sums);
  tree.dispose([tensors, sums]);
  gradientsOf.dispose();
  add.dispose();
  return Object.fromEntries(
    Object.entries(whole).map(([name, { shape, data }]) => [
      name,
      { shape, data: data.map((sum) => sum / texts.length) },
    ]),
  );
}
