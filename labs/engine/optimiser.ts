/**
 * AdamW: each weight moves by its averaged gradient over the root of its averaged square, and
 * shrinks a little besides. Source: Loshchilov and Hutter 2017, Algorithm 2.
 */
import { np, tree, type Tensor, type Tensors } from './backend';

export interface OptimiserConfig {
  /** The highest rate, reached after the warm-up. */
  rate: number;
  /** Steps in which the rate rises to it. */
  warmUp: number;
  /** What the rate falls to at the last step, as a share of the highest; 1 keeps it. */
  final: number;
  /** Steps in all. */
  steps: number;
  beta1: number;
  beta2: number;
  /** Weight decay, on matrices only. */
  decay: number;
  /** Longest gradient; longer ones are shortened to it (Pascanu et al. 2013, Algorithm 1). */
  clip: number;
}

const EPSILON = 1e-8;

/** The rate of a step (from 0): a linear rise, then half a cosine (Loshchilov and Hutter 2016, Eq. 5). */
export function rateAt({ rate, warmUp, final, steps }: OptimiserConfig, step: number): number {
  if (step < warmUp) return (rate * (step + 1)) / warmUp;
  const share = Math.min(1, (step - warmUp) / Math.max(1, steps - 1 - warmUp));
  return rate * (final + (1 - final) * 0.5 * (1 + Math.cos(Math.PI * share)));
}

/** The averages of gradients and of their squares, by weight. */
export type Moments = { first: Tensors; second: Tensors };

/** Consumes nothing. */
export const freshMoments = (weights: Tensors): Moments => {
  const zeros = () =>
    tree.map((tensor: Tensor) => np.zerosLike(tensor), tree.ref(weights)) as Tensors;
  return { first: zeros(), second: zeros() };
};

/** The length of all gradients as one vector. Consumes its argument. */
export const lengthOf = (gradients: Tensors): Tensor =>
  np.sqrt(
    Object.values(gradients)
      .map((gradient) => np.square(gradient).sum())
      .reduce((sum, one) => sum.add(one)),
  );

/**
 * One step. Consumes its arguments.
 * @param rates [weights], in the order of the weights' names
 * @param counts [weights]: how many steps, with this one, each has moved in
 */
export function adamW(
  { beta1, beta2, decay, clip }: OptimiserConfig,
  weights: Tensors,
  gradients: Tensors,
  { first, second }: Moments,
  rates: Tensor,
  counts: Tensor,
): { weights: Tensors; moments: Moments; length: Tensor } {
  const length = lengthOf(tree.ref(gradients));
  const shrink = np.minimum(np.array(clip).div(length.ref.add(EPSILON)), 1);
  const corrected = (average: Tensor, beta: number, count: Tensor) =>
    average.div(np.power(beta, count).mul(-1).add(1));
  const next: { weights: Tensors; moments: Moments; length: Tensor } = {
    weights: {},
    moments: { first: {}, second: {} },
    length,
  };
  for (const [i, [name, weight]] of Object.entries(weights).entries()) {
    const gradient = gradients[name]!.mul(shrink.ref);
    const mean = first[name]!.mul(beta1).add(gradient.ref.mul(1 - beta1));
    const square = second[name]!.mul(beta2).add(np.square(gradient).mul(1 - beta2));
    const count = counts.ref.slice(i);
    const root = np.sqrt(corrected(square.ref, beta2, count.ref)).add(EPSILON);
    const move = corrected(mean.ref, beta1, count).div(root);
    const isMatrix = weight.shape.length > 1;
    const pull = isMatrix && decay > 0 ? move.add(weight.ref.mul(decay)) : move;
    next.weights[name] = weight.sub(pull.mul(rates.ref.slice(i)));
    next.moments.first[name] = mean;
    next.moments.second[name] = square;
  }
  [shrink, rates, counts].forEach((tensor) => tensor.dispose());
  return next;
}
