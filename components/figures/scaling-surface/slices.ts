/** Cuts through a law's surface: at a fixed budget across sizes, or at a fixed size across tokens. */
import {
  bestSplit,
  bestTokens,
  lossAt,
  sizeExponent,
  trainingCompute,
  wasteFactors,
  type Split,
  type Surface,
} from '@/lib/scaling-law';

type Point = readonly [x: number, y: number];

export interface Slice {
  /** What is held fixed: FLOP, or parameters. */
  fixed: number;
  best: Split;
  loss: number;
  curve: Point[];
  /** The part of the curve that wastes less than SHARE of its budget. */
  flat: Point[];
}

/** Two powers of ten apart, so that neighbouring valleys do not cover each other. */
export const BUDGETS = [1e19, 1e21, 1e23, 1e25] as const;
export const SIZES = [1e8, 1e9, 1e10, 1e11] as const;
/** The share of the budget that may be wasted where a curve counts as flat. */
export const SHARE = 0.1;

/** A curve is drawn so many times to the left and right of its best point. */
const REACH = { size: [1 / 30, 30], tokens: [1 / 40, 150] } as const;
const POINTS = 49;

/** Numbers at even steps of their logarithm, both ends among them. */
export function logSteps(low: number, high: number, count: number): number[] {
  const step = Math.log(high / low) / (count - 1);
  return Array.from({ length: count }, (_, i) => low * Math.exp(i * step));
}

/** Loss across sizes at a fixed budget: the more parameters, the fewer tokens. */
export function budgetSlice(law: Surface, budget: number): Slice {
  const best = bestSplit(law, budget);
  const at = (parameters: number): Point => [
    parameters,
    lossAt(law, { parameters, tokens: (best.parameters * best.tokens) / parameters }),
  ];
  const between = (low: number, high: number, count = POINTS) =>
    logSteps(best.parameters * low, best.parameters * high, count).map(at);
  const [smaller, larger] = wasteFactors(law, SHARE);
  return {
    fixed: budget,
    best,
    loss: lossAt(law, best),
    curve: between(...REACH.size),
    flat: between(smaller, larger, 15),
  };
}

/**
 * The fewest and most tokens, in multiples of the best, at which a fixed size wastes no more than SHARE
 * of what it took: a size is N/N_opt = k times the best one where D is k^(−1/a) times the best D.
 */
export function tokenFactors(law: Surface): [number, number] {
  const [smaller, larger] = wasteFactors(law, SHARE);
  const power = -1 / sizeExponent(law);
  return [larger ** power, smaller ** power];
}

/** Loss across tokens at a fixed size, around the tokens with which the size is the best for its budget. */
export function sizeSlice(law: Surface, parameters: number): Slice {
  const best = { parameters, tokens: bestTokens(law, parameters) };
  const at = (tokens: number): Point => [tokens, lossAt(law, { parameters, tokens })];
  const between = (low: number, high: number, count = POINTS) =>
    logSteps(best.tokens * low, best.tokens * high, count).map(at);
  return {
    fixed: parameters,
    best,
    loss: lossAt(law, best),
    curve: between(...REACH.tokens),
    flat: between(...tokenFactors(law), 15),
  };
}

/** The best points of all budgets from the first slice's to the last's. */
export function bestPath(law: Surface, slices: readonly Slice[]): { best: Split; loss: number }[] {
  const ends = [slices[0], slices.at(-1)].map((slice) => (slice ? trainingCompute(slice.best) : 1));
  return logSteps(ends[0]!, ends[1]!, 25).map((budget) => {
    const best = bestSplit(law, budget);
    return { best, loss: lossAt(law, best) };
  });
}
