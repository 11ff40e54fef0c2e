/** Training: one compiled step, from batch to moved weights. */
import { blockUntilReady, jit, np, tree, valueAndGrad, type Tensor, type Tensors } from './backend';
import { crossEntropy, type Batch } from './objectives';
import { adamW, freshMoments, rateAt, type Moments, type OptimiserConfig } from './optimiser';
import { fromTensors, toTensors, type Weights } from './weights';

/** Logits from weights and tokens; consumes both. */
export type Model = (weights: Tensors, tokens: Tensor) => Tensor;

export interface Progress {
  /** Cross-entropy of this batch before the step, in nats a token. */
  loss: number;
  /** Length of the gradient before it was clipped. */
  gradient: number;
  rate: number;
}

export interface Trainer {
  /** Takes one step. */
  step: (batch: Batch) => Promise<Progress>;
  /** The loss of a batch, without learning from it. */
  lossOf: (batch: Batch) => Promise<number>;
  /** A copy of all weights as they stand. */
  weights: () => Promise<Weights>;
  /** Gives the memory back; the trainer cannot be used after. */
  dispose: () => void;
}

const tensorsOf = ({ batch, length, tokens, targets, counts }: Batch) => {
  const shape = [batch, length];
  return [
    np.array(tokens, { shape, dtype: np.int32 }),
    np.array(targets, { shape, dtype: np.int32 }),
    np.array(counts, { shape }),
  ] as const;
};

type Arguments = [tokens: Tensor, targets: Tensor, counts: Tensor];

/**
 * @param trains which weights move; the others stay as they are, and have no gradients and moments
 */
export function makeTrainer(
  model: Model,
  weights: Weights,
  optimiser: OptimiserConfig,
  trains: (name: string) => boolean = () => true,
): Trainer {
  const part = (wanted: boolean) =>
    toTensors(
      Object.fromEntries(Object.entries(weights).filter(([name]) => trains(name) === wanted)),
    );
  let moving = part(true);
  const frozen = part(false);
  let moments = freshMoments(moving);
  let taken = 0;

  const loss = (learned: Tensors, fixed: Tensors, ...[tokens, targets, counts]: Arguments) =>
    crossEntropy(model({ ...learned, ...fixed }, tokens), targets, counts);

  const compiledStep = jit(
    (
      learned: Tensors,
      fixed: Tensors,
      before: Moments,
      rate: Tensor,
      count: Tensor,
      ...batch: Arguments
    ) => {
      const [value, gradients] = valueAndGrad(loss)(tree.ref(learned), fixed, ...batch);
      const next = adamW(optimiser, learned, gradients as Tensors, before, rate, count);
      return { value, ...next };
    },
  );
  const compiledLoss = jit(loss);
  const number = async (tensor: Tensor) => Number((await tensor.data())[0]);

  return {
    async step(batch) {
      const rate = rateAt(optimiser, taken);
      taken += 1;
      const next = compiledStep(
        moving,
        tree.ref(frozen),
        moments,
        np.array(rate),
        np.array(taken),
        ...tensorsOf(batch),
      );
      moving = next.weights;
      moments = next.moments;
      const [value, length] = await Promise.all([number(next.value), number(next.length)]);
      await blockUntilReady(moving);
      return { loss: value, gradient: length, rate };
    },
    lossOf: (batch) =>
      number(compiledLoss(tree.ref(moving), tree.ref(frozen), ...tensorsOf(batch))),
    weights: () => fromTensors({ ...moving, ...frozen }),
    dispose() {
      tree.dispose([moving, frozen, moments.first, moments.second]);
      compiledStep.dispose();
      compiledLoss.dispose();
    },
  };
}
