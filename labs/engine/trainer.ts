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

/** Where a training stands: enough to go on from as if it had not stopped. */
export interface TrainerState {
  weights: Weights;
  /** The averages of gradients and of their squares, of the weights that move. */
  moments: { first: Weights; second: Weights };
  /** Steps taken. */
  steps: number;
}

export interface TrainerOptions {
  /** Which weights move; the others stay as they are, and have no gradients and moments. */
  trains?: (name: string) => boolean;
  /** What an earlier training left, besides its weights; see `state`. */
  resume?: Omit<TrainerState, 'weights'>;
}

export interface Trainer {
  /** Takes one step. */
  step: (batch: Batch) => Promise<Progress>;
  /** The loss of a batch, without learning from it. */
  lossOf: (batch: Batch) => Promise<number>;
  /** A copy of all weights as they stand. */
  weights: () => Promise<Weights>;
  /** A copy of all that a later trainer needs to go on, to the bit. */
  state: () => Promise<TrainerState>;
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

/** @param weights where training starts, or where it goes on: then those of the state resumed */
export function makeTrainer(
  model: Model,
  weights: Weights,
  optimiser: OptimiserConfig,
  { trains = () => true, resume }: TrainerOptions = {},
): Trainer {
  const part = (wanted: boolean) =>
    toTensors(
      Object.fromEntries(Object.entries(weights).filter(([name]) => trains(name) === wanted)),
    );
  let moving = part(true);
  const frozen = part(false);
  let moments = resume
    ? { first: toTensors(resume.moments.first), second: toTensors(resume.moments.second) }
    : freshMoments(moving);
  let taken = resume?.steps ?? 0;

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
  const currentWeights = () => fromTensors({ ...moving, ...frozen });
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
    weights: currentWeights,
    async state() {
      const steps = taken;
      const [weights, first, second] = await Promise.all([
        currentWeights(),
        fromTensors(moments.first),
        fromTensors(moments.second),
      ]);
      return { weights, moments: { first, second }, steps };
    },
    dispose() {
      tree.dispose([moving, frozen, moments.first, moments.second]);
      compiledStep.dispose();
      compiledLoss.dispose();
    },
  };
}
