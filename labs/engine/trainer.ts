/** Training: one compiled step, from batch to moved weights. */
import { blockUntilReady, jit, np, tree, valueAndGrad, type Tensor, type Tensors } from './backend';
import type { Objective } from './objectives';
import { adamW, freshMoments, rateAt, type Moments, type OptimiserConfig } from './optimiser';
import { fromTensors, toTensors, type Weights } from './weights';

export interface Progress {
  /** The objective's value on this batch before the step, in nats. */
  loss: number;
  /** Length of the gradient before it was clipped. */
  gradient: number;
  /** The highest rate of a weight, where weights have their own. */
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
  /**
   * What the rate of a weight is multiplied by when `share` (from 0) of all steps has been taken;
   * at 0 the weight rests: no gradient, no decay, and its averages wait.
   */
  rateOf?: (name: string, share: number) => number;
  /** What an earlier training left, besides its weights; see `state`. */
  resume?: Omit<TrainerState, 'weights'>;
}

export interface Trainer<Batch> {
  /** Takes one step. */
  step: (batch: Batch) => Promise<Progress>;
  /** The loss of a batch, without learning from it. */
  lossOf: (batch: Batch) => Promise<number>;
  /** All weights as they stand, to be consumed. */
  tensors: () => Tensors;
  /** A copy of all weights as they stand. */
  weights: () => Promise<Weights>;
  /** A copy of all that a later trainer needs to go on, to the bit. */
  state: () => Promise<TrainerState>;
  /** Gives the memory back; the trainer cannot be used after. */
  dispose: () => void;
}

/** Those whose name passes, and the rest. */
function split(tensors: Tensors, passes: (name: string) => boolean): [Tensors, Tensors] {
  const part = (wanted: boolean) =>
    Object.fromEntries(Object.entries(tensors).filter(([name]) => passes(name) === wanted));
  return [part(true), part(false)];
}

const number = async (tensor: Tensor) => Number((await tensor.data())[0]);

export interface Loss<Batch> {
  /** The loss of a batch, in nats. Consumes the weights. */
  of: (weights: Tensors, batch: Batch) => Promise<number>;
  dispose: () => void;
}

/** An objective to measure with, compiled at its first use. */
export function makeLoss<Batch>({ loss, tensorsOf }: Objective<Batch>): Loss<Batch> {
  const compiled = jit((weights: Tensors, batch: Tensor[]) => loss(weights, ...batch));
  return {
    of: (weights, batch) => number(compiled(weights, tensorsOf(batch))),
    dispose: () => compiled.dispose(),
  };
}

/** @param weights where training starts, or where it goes on: then those of the state resumed */
export function makeTrainer<Batch>(
  { loss, tensorsOf }: Objective<Batch>,
  weights: Weights,
  optimiser: OptimiserConfig,
  { trains = () => true, rateOf = () => 1, resume }: TrainerOptions = {},
): Trainer<Batch> {
  const [start, frozen] = split(toTensors(weights), trains);
  const names = Object.keys(start);
  if (names.length === 0) throw new Error('there is no weight to train');
  let moving = start;
  let { first, second } = resume
    ? { first: toTensors(resume.moments.first), second: toTensors(resume.moments.second) }
    : freshMoments(moving);
  let taken = 0;
  /** How many steps each weight has moved in: those before it thawed are none of its own. */
  const moves: Record<string, number> = {};

  /** Counts a step, and says how fast each weight moves in it; those that rest are not named. */
  function nextRates(): Record<string, number> {
    const rate = rateAt(optimiser, taken);
    const share = taken / optimiser.steps;
    taken += 1;
    const rates: Record<string, number> = {};
    for (const name of names) {
      const factor = rateOf(name, share);
      if (factor <= 0) continue;
      rates[name] = rate * factor;
      moves[name] = (moves[name] ?? 0) + 1;
    }
    return rates;
  }
  while (taken < (resume?.steps ?? 0)) nextRates();

  // Compiled anew when other weights move than before.
  const compiledStep = jit(
    (
      learned: Tensors,
      fixed: Tensors,
      before: Moments,
      rates: Tensor,
      counts: Tensor,
      batch: Tensor[],
    ) => {
      const lossOf = (all: Tensors, rest: Tensors, ...tensors: Tensor[]) =>
        loss({ ...all, ...rest }, ...tensors);
      const [value, gradients] = valueAndGrad(lossOf)(tree.ref(learned), fixed, ...batch);
      const next = adamW(optimiser, learned, gradients as Tensors, before, rates, counts);
      return { value, ...next };
    },
  );
  const judge = makeLoss({ loss, tensorsOf });
  const tensors = () => tree.ref({ ...moving, ...frozen }) as Tensors;
  const currentWeights = () => fromTensors({ ...moving, ...frozen });
  return {
    async step(batch) {
      const rates = nextRates();
      const isAwake = (name: string) => name in rates;
      const [learned, resting] = split(moving, isAwake);
      const [firstNow, firstLater] = split(first, isAwake);
      const [secondNow, secondLater] = split(second, isAwake);
      const awake = Object.keys(learned);
      const next = compiledStep(
        learned,
        tree.ref({ ...resting, ...frozen }),
        { first: firstNow, second: secondNow },
        np.array(awake.map((name) => rates[name]!)),
        np.array(awake.map((name) => moves[name]!)),
        tensorsOf(batch),
      );
      moving = { ...resting, ...next.weights };
      first = { ...firstLater, ...next.moments.first };
      second = { ...secondLater, ...next.moments.second };
      const [value, length] = await Promise.all([number(next.value), number(next.length)]);
      await blockUntilReady(moving);
      return { loss: value, gradient: length, rate: Math.max(...Object.values(rates)) };
    },
    lossOf: (batch) => judge.of(tensors(), batch),
    tensors,
    weights: currentWeights,
    async state() {
      const steps = taken;
      const [now, ...moments] = await Promise.all([
        currentWeights(),
        fromTensors(first),
        fromTensors(second),
      ]);
      return { weights: now, moments: { first: moments[0], second: moments[1] }, steps };
    },
    dispose() {
      tree.dispose([moving, frozen, first, second]);
      compiledStep.dispose();
      judge.dispose();
    },
  };
}
