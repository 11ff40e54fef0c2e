/**
 * Published scaling laws as functions of parameters N and tokens D. Every law of
 * the form L(N, D) is one surface,
 *
 *     L = (E + A/N^α + B/D^β)^power   in nats per token,
 *
 * with power 1 for the laws after Hoffmann et al. 2022 (Section 3.3, Eq. 2). That of
 * Kaplan et al. 2020 (Eq. 1.5), [(N_c/N)^(α_N/α_D) + D_c/D]^α_D, has the same inner part
 * with E = 0, A = N_c^(α_N/α_D), α = α_N/α_D, B = D_c, β = 1, and power = α_D.
 * Where the inner part is least, so is the loss: one formula finds the best split of all.
 */
import { isKnown } from '@/data/cell';
import { FORMULAS } from '@/data/formulas';
import type { scalingLaws } from '@/data/scaling-laws/definition';
import type { RowOf } from '@/data/schema';

export type LawRow = RowOf<typeof scalingLaws>;

export interface Place {
  id: string;
  locator: string;
}

/** Where the formula of the best split is printed. */
export const OPTIMUM: Place = { id: 'hoffmann-2022', locator: 'Section 3.3, Eq. 4' };
/** Where the 6 of 6ND is reckoned. */
export const SIX_N_D: Place = { id: 'kaplan-2020', locator: 'Section 2.1' };

/** What the dataset says of one fit. */
export interface Fit {
  id: string;
  /** Symbol's id in the dataset → value. */
  constants: Readonly<Record<string, number>>;
  counts: LawRow['counts'];
  data: string;
  holds: string;
  sources: readonly Place[];
}

export interface Surface extends Fit {
  E: number;
  A: number;
  B: number;
  alpha: number;
  beta: number;
  power: number;
}

export interface Split {
  parameters: number;
  tokens: number;
}

/** Training compute in FLOP for one parameter and one token (Kaplan et al. 2020, Section 2.1). */
export const TRAINING_FLOP = 6;
/** FLOP for one parameter and one token of use: the forward pass only. */
export const USE_FLOP = 2;

export const trainingCompute = ({ parameters, tokens }: Split): number =>
  TRAINING_FLOP * parameters * tokens;

/**
 * The constants of a fit.
 * @throws Error when the dataset has no such fit
 */
export function fitOf(rows: readonly LawRow[], id: string): Fit {
  const own = rows.filter((row) => row.fit_id === id);
  const [first] = own;
  if (!first) throw new Error(`no scaling law "${id}"`);
  const cells = own.flatMap((row) =>
    isKnown(row.value) ? [{ key: row.id.slice(id.length + 1), cell: row.value }] : [],
  );
  const places = cells.map(({ cell }) => ({ id: cell.source, locator: cell.locator }));
  return {
    id,
    constants: Object.fromEntries(cells.map(({ key, cell }) => [key, cell.value])),
    counts: first.counts,
    data: first.data,
    holds: first.holds,
    sources: places.filter(
      (one, i) => places.findIndex((p) => p.id === one.id && p.locator === one.locator) === i,
    ),
  };
}

/** @throws Error when the fit lacks the constant */
export function constantOf(fit: Fit, key: string): number {
  const value = fit.constants[key];
  if (value === undefined) throw new Error(`the scaling law "${fit.id}" has no constant "${key}"`);
  return value;
}

/** A constant that some fits print itself and others as its natural logarithm. */
const plainOrLog = (fit: Fit, key: string): number =>
  fit.constants[key] ?? Math.exp(constantOf(fit, `ln-${key}`));

/** The surface of a fit of either form (see above). */
export function surfaceOf(rows: readonly LawRow[], id: string): Surface {
  const fit = fitOf(rows, id);
  if (fit.constants['n-c'] === undefined) {
    return {
      ...fit,
      E: plainOrLog(fit, 'e'),
      A: plainOrLog(fit, 'a'),
      B: plainOrLog(fit, 'b'),
      alpha: constantOf(fit, 'alpha'),
      beta: constantOf(fit, 'beta'),
      power: 1,
    };
  }
  const power = constantOf(fit, 'alpha-d');
  const alpha = constantOf(fit, 'alpha-n') / power;
  const A = constantOf(fit, 'n-c') ** alpha;
  return { ...fit, E: 0, A, B: constantOf(fit, 'd-c'), alpha, beta: 1, power };
}

const inner = (law: Surface, { parameters, tokens }: Split): number =>
  law.E + law.A / parameters ** law.alpha + law.B / tokens ** law.beta;

/** Predicted loss in nats per token. */
export const lossAt = (law: Surface, split: Split): number => inner(law, split) ** law.power;

/** The split of least loss under 6ND = C (Hoffmann et al. 2022, Eq. 4). */
export function bestSplit({ A, B, alpha, beta }: Surface, compute: number): Split {
  const parameters = FORMULAS.optimalParameters!({ A, B, alpha, beta, C: compute });
  return { parameters, tokens: compute / TRAINING_FLOP / parameters };
}

/** Exponent a of N_opt ∝ C^a: β/(α+β). */
export const sizeExponent = ({ alpha, beta }: Surface): number => beta / (alpha + beta);

/** The tokens with which a size is the best for its budget: αA/N^α = βB/D^β, solved for D. */
export function bestTokens({ A, B, alpha, beta }: Surface, parameters: number): number {
  return ((beta * B * parameters ** alpha) / (alpha * A)) ** (1 / beta);
}

/** A root of f between low and high, where f changes its sign, to within 10⁻¹² of the interval. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  const sign = Math.sign(f(a));
  for (let i = 0; i < 40; i += 1) {
    const middle = (a + b) / 2;
    if (Math.sign(f(middle)) === sign) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/**
 * How many times smaller and larger than the best size a model may be so that no more than
 * `share` of the budget is wasted: so much less compute, split best, would reach the same loss.
 *
 * With t = ln(N/N_opt) on a fixed budget the excess loss is (β·e^(−αt) + α·e^(βt))/(α+β) times its
 * least value, which itself falls as C^(−αβ/(α+β)). So the factors are the same at every budget.
 */
export function wasteFactors({ alpha, beta }: Surface, share: number): [number, number] {
  const allowed = (1 - share) ** ((-alpha * beta) / (alpha + beta));
  const over = (t: number) =>
    (beta * Math.exp(-alpha * t) + alpha * Math.exp(beta * t)) / (alpha + beta) - allowed;
  return [Math.exp(bisect(over, -12, 0)), Math.exp(bisect(over, 12, 0))];
}

/** Tokens that bring a size to the loss of `target`; infinite where the size alone loses more. */
function tokensForLoss(law: Surface, parameters: number, target: number): number {
  const left = target - law.E - law.A / parameters ** law.alpha;
  return left > 0 ? (law.B / left) ** (1 / law.beta) : Infinity;
}

/** FLOP of training and of `served` tokens of use: 6ND + 2N·served (Sardana et al. 2023). */
export const lifetimeCompute = (split: Split, served: number): number =>
  trainingCompute(split) + USE_FLOP * split.parameters * served;

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The split with the same loss as `start` that costs least in all, 6ND + 2N·served
 * (Sardana et al. 2023), by golden-section search over ln N.
 * @param start a best split for training alone; use can only make the model smaller
 */
export function cheapestForUse(law: Surface, start: Split, served: number): Split {
  const target = inner(law, start);
  const cost = (logSize: number) => {
    const parameters = Math.exp(logSize);
    return lifetimeCompute({ parameters, tokens: tokensForLoss(law, parameters, target) }, served);
  };
  // Below this size no number of tokens reaches the target.
  let low = Math.log(law.A / (target - law.E)) / law.alpha;
  let high = Math.log(start.parameters);
  for (let i = 0; i < 60; i += 1) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (cost(left) < cost(right)) high = right;
    else low = left;
  }
  const parameters = Math.exp((low + high) / 2);
  return { parameters, tokens: tokensForLoss(law, parameters, target) };
}
