import { expect, test } from 'vitest';
import { FORMULAS } from '@/data/formulas';

const run = (name: string, from: Record<string, number>) => FORMULAS[name]?.(from);

test.each<[string, Record<string, number>, number]>([
  ['complement', { accuracy: 57.1 }, 42.9],
  ['difference', { a: 26.2, b: 15.3 }, 10.9],
  ['ratio', { a: 3, b: 4 }, 0.75],
  ['product', { a: 3_000_000, b: 300 }, 900_000_000],
  ['share', { part: 1, whole: 8 }, 12.5],
  ['sum', { base: 2, small: 0.6, large: 0.4 }, 3],
  ['trainingCompute', { N: 2, D: 5 }, 60],
  ['powerTerm', { scale: 12, size: 16, exponent: 0.5 }, 3],
  // A symmetric law splits C/6 = 10⁴ evenly: N = D = 100.
  ['optimalParameters', { A: 1, B: 1, alpha: 0.5, beta: 0.5, C: 6e4 }, 100],
  ['optimalTokensPerParameter', { A: 1, B: 2, alpha: 0.5, beta: 0.5, C: 6e4 }, 4],
  ['lostCompute', { A: 1, B: 1, alpha: 0.5, beta: 0.5, C: 6e4, ratio: 1 }, 0],
  // N = 25, D = 400 leave 1/5 + 1/20 where 1/10 + 1/10 is best, which falls as C^(−1/4).
  ['lostCompute', { A: 1, B: 1, alpha: 0.5, beta: 0.5, C: 6e4, ratio: 16 }, 100 * (1 - 0.8 ** 4)],
  // 1/√4 + 1/√9 = 5/6 = 1/√9 + 1/√4
  ['tokensForEqualLoss', { A: 1, B: 1, alpha: 0.5, beta: 0.5, n: 4, N: 9, D: 4 }, 9],
  ['breakEvenTokens', { n: 5, d: 12, N: 10, D: 4 }, 12],
  // Two thirds of 4 × 4,096 are 10,922.
  ['llamaFeedForward', { width: 4096, factor: 1, multiple: 256 }, 43 * 256],
  ['llamaFeedForward', { width: 4096, factor: 1.3, multiple: 1024 }, 14 * 1024],
  ['repeatedDataWorth', { epochs: 1, decay: 15 }, 1],
  ['repeatedDataWorth', { epochs: 11, decay: 10 }, 11 - 10 / Math.E],
])('%s computes from its inputs', (name, from, expected) => {
  expect(run(name, from)).toBeCloseTo(expected, 9);
});

test('the formulas give back what papers print', () => {
  // GPT-3, Table D.1: 174.6 billion parameters, 300 billion tokens, 3.14e23 FLOP.
  expect(run('trainingCompute', { N: 174.6e9, D: 300e9 })?.toPrecision(3)).toBe('3.14e+23');

  // Hoffmann et al. 2022, Figure 4: 40 billion parameters at Gopher's 5.76e23 FLOP (approach 3, all digits).
  const approach3 = { A: 406.401, B: 410.723, alpha: 0.33917084, beta: 0.2849083, C: 5.76e23 };
  expect((run('optimalParameters', approach3) ?? 0) / 1e9).toBeCloseTo(40, 0);

  // Besiroglu et al. 2024: their fit implies around 20 tokens per parameter for such a model.
  const refit = { A: 482.01, B: 2085.43, alpha: 0.3478, beta: 0.3658, C: 5.76e23 };
  expect(run('optimalTokensPerParameter', refit)).toBeCloseTo(20, -1);

  // At equal loss the two sizes of fit and tokens must agree, whatever the constants.
  const tokens = run('tokensForEqualLoss', { ...refit, n: 70e9, N: 70e9, D: 1.4e12 }) ?? 0;
  expect(tokens / 1.4e12).toBeCloseTo(1, 9);
});

test.each([
  [6.34e9, 242e9, 2.2256440889984477],
  [8.67e9, 178e9, 2.2269634075087867],
])('repeated data: %d parameters on %d tokens as printed by Muennighoff et al.', (N, D, loss) => {
  // README of datablations, section Parametric Fit: 25 billion unique tokens.
  const unique = 25e9;
  const [A, B, E] = [6.255414, 7.3049974, 0.6254804].map(Math.exp) as [number, number, number];
  const exponent = 0.3526596;
  const g = (A / B) ** (1 / (2 * exponent));
  const base = Math.min(N, unique * g ** 2);
  const worth = (of: number, amount: number, decay: number) =>
    of * (run('repeatedDataWorth', { epochs: amount / of, decay }) ?? NaN);
  const term = (scale: number, size: number) => run('powerTerm', { scale, size, exponent }) ?? NaN;
  const size = term(A, worth(base, N, 5.309743));
  const data = term(B, worth(unique, D, 15.387756));
  expect(run('sum', { E, size, data })).toBeCloseTo(loss, 9);
});

test.each<[string, Record<string, number>, string]>([
  ['complement', {}, 'accuracy'],
  ['difference', { a: 1 }, 'b'],
  ['ratio', { b: 1 }, 'a'],
  ['product', { a: 1 }, 'b'],
  ['share', { part: 1 }, 'whole'],
  ['trainingCompute', { N: 1 }, 'D'],
  ['optimalParameters', { A: 1, B: 1, alpha: 1, beta: 1 }, 'C'],
  ['repeatedDataWorth', { decay: 1 }, 'epochs'],
])('%s says which input it lacks', (name, from, missing) => {
  expect(() => run(name, from)).toThrow(`formula needs the input "${missing}"`);
});

test('every formula is covered above', () => {
  expect(Object.keys(FORMULAS).sort()).toEqual([
    'breakEvenTokens',
    'complement',
    'difference',
    'llamaFeedForward',
    'lostCompute',
    'optimalParameters',
    'optimalTokensPerParameter',
    'powerTerm',
    'product',
    'ratio',
    'repeatedDataWorth',
    'share',
    'sum',
    'tokensForEqualLoss',
    'trainingCompute',
  ]);
});
