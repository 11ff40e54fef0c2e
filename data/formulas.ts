/** The formulas that a derived cell may name in `by`; inputs come from its `from`. */
type Inputs = Readonly<Record<string, number>>;

const input = (from: Inputs, key: string): number => {
  const value = from[key];
  if (value === undefined) throw new Error(`formula needs the input "${key}"`);
  return value;
};

/** L(N, D) − E = A/N^α + B/D^β: what a fitted loss keeps above its floor, in nats per token. */
const excessLoss = (f: Inputs, parameters: number, tokens: number): number =>
  input(f, 'A') / parameters ** input(f, 'alpha') + input(f, 'B') / tokens ** input(f, 'beta');

/**
 * The N of least excess loss under 6ND = C. There αA/N^α = βB/D^β, hence
 * N = G·(C/6)^(β/(α+β)) with G = (αA/(βB))^(1/(α+β)), as in approach 3 of Hoffmann et al. 2022.
 */
function optimalParameters(f: Inputs): number {
  const alpha = input(f, 'alpha');
  const beta = input(f, 'beta');
  const g = ((alpha * input(f, 'A')) / (beta * input(f, 'B'))) ** (1 / (alpha + beta));
  return g * (input(f, 'C') / 6) ** (beta / (alpha + beta));
}

/**
 * Percent of the budget C that is lost by training at `ratio` tokens per parameter:
 * the best excess loss falls as C^(−αβ/(α+β)), so a smaller budget reaches the same loss.
 */
function lostCompute(f: Inputs): number {
  const alpha = input(f, 'alpha');
  const beta = input(f, 'beta');
  const pairs = input(f, 'C') / 6;
  const chosen = Math.sqrt(pairs / input(f, 'ratio'));
  const best = optimalParameters(f);
  const gap = excessLoss(f, chosen, pairs / chosen) / excessLoss(f, best, pairs / best);
  return 100 * (1 - gap ** (-(alpha + beta) / (alpha * beta)));
}

/** Tokens at which a model of n parameters has the fitted loss of one of N that saw D tokens. */
function tokensForEqualLoss(f: Inputs): number {
  const target = excessLoss(f, input(f, 'N'), input(f, 'D'));
  const left = target - input(f, 'A') / input(f, 'n') ** input(f, 'alpha');
  return (input(f, 'B') / left) ** (1 / input(f, 'beta'));
}

/**
 * Inner width of a Llama's feed-forward part: two thirds of four times the width, times a factor,
 * rounded up to a multiple; as in Meta's code (FeedForward), which cuts to whole numbers in between.
 */
function llamaFeedForward(f: Inputs): number {
  const twoThirds = Math.trunc((2 * 4 * input(f, 'width')) / 3);
  const multiple = input(f, 'multiple');
  return multiple * Math.ceil(Math.trunc(input(f, 'factor') * twoThirds) / multiple);
}

export const FORMULAS: Readonly<Record<string, (from: Inputs) => number>> = {
  /** Error in percent from an accuracy in percent. */
  complement: (f) => 100 - input(f, 'accuracy'),
  difference: (f) => input(f, 'a') - input(f, 'b'),
  ratio: (f) => input(f, 'a') / input(f, 'b'),
  product: (f) => input(f, 'a') * input(f, 'b'),
  /** Share in percent. */
  share: (f) => (100 * input(f, 'part')) / input(f, 'whole'),
  sum: (f) => Object.values(f).reduce((total, value) => total + value, 0),
  /** FLOP of a training run: 6ND. */
  trainingCompute: (f) => 6 * input(f, 'N') * input(f, 'D'),
  /** One term of a fitted loss, such as A/N^α. */
  powerTerm: (f) => input(f, 'scale') / input(f, 'size') ** input(f, 'exponent'),
  optimalParameters,
  /** D/N at the optimum of the budget C: C/(6N²). */
  optimalTokensPerParameter: (f) => input(f, 'C') / 6 / optimalParameters(f) ** 2,
  llamaFeedForward,
  lostCompute,
  tokensForEqualLoss,
  /** Tokens of use from which n parameters and d tokens cost less in all than N and D: 6nd + 2nx = 6ND + 2Nx. */
  breakEvenTokens: (f) =>
    (3 * (input(f, 'n') * input(f, 'd') - input(f, 'N') * input(f, 'D'))) /
    (input(f, 'N') - input(f, 'n')),
  /** Worth of data seen `epochs` times, in multiples of one pass; Muennighoff et al. 2023, Eq. 5. */
  repeatedDataWorth: (f) =>
    1 + input(f, 'decay') * (1 - Math.exp(-(input(f, 'epochs') - 1) / input(f, 'decay'))),
};
