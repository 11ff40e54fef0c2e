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
])('%s computes from its inputs', (name, from, expected) => {
  expect(run(name, from)).toBeCloseTo(expected, 9);
});

test.each<[string, Record<string, number>, string]>([
  ['complement', {}, 'accuracy'],
  ['difference', { a: 1 }, 'b'],
  ['ratio', { b: 1 }, 'a'],
  ['product', { a: 1 }, 'b'],
  ['share', { part: 1 }, 'whole'],
])('%s says which input it lacks', (name, from, missing) => {
  expect(() => run(name, from)).toThrow(`formula needs the input "${missing}"`);
});

test('every formula is covered above', () => {
  expect(Object.keys(FORMULAS).sort()).toEqual([
    'complement',
    'difference',
    'product',
    'ratio',
    'share',
    'sum',
  ]);
});
