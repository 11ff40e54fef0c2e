import { expect, test } from 'vitest';
import { spec } from '@/labs/adapt/spec';
import {
  TOLERANCE,
  compare,
  fitReceipt,
  packReceipt,
  readReceipt,
  unpackReceipt,
  type Receipt,
} from '@/labs/receipt';
import { defaultState } from '@/lib/url-state';

const receipt: Receipt = {
  lab: 'adapt',
  v: 1,
  config: { task: 'kinds', methods: ['scratch', 'full'], examples: 100, seed: 1 },
  seed: 1,
  engine: 'jax-js 0.1.25',
  device: 'wasm',
  dataHash: 'ab12',
  codeVersion: 'cd34',
  metrics: { 'full.score': 80, 'full.loss': 0.25 },
  wallMs: 1234,
};

test('a receipt comes back from a file and from a link', () => {
  expect(readReceipt(JSON.stringify(receipt))).toEqual(receipt);
  const packed = packReceipt({ ...receipt, engine: 'Größe – 中' });
  expect(packed).toMatch(/^[\w-]+$/);
  expect(unpackReceipt(packed).engine).toBe('Größe – 中');
});

test.each([
  ['not JSON', 'nonsense', 'it is not JSON'],
  ['a list', '[]', 'it is not an object'],
  ['an unknown lab', JSON.stringify({ ...receipt, lab: 'x' }), 'its lab is none of'],
  ['settings of another kind', JSON.stringify({ ...receipt, config: { a: {} } }), 'configuration'],
  ['metrics that are texts', JSON.stringify({ ...receipt, metrics: { a: '1' } }), 'metrics'],
  ['no metrics', JSON.stringify({ ...receipt, metrics: {} }), 'nothing can be compared'],
  ['no seed', JSON.stringify({ ...receipt, seed: undefined }), '“seed” is not a number'],
  ['no engine', JSON.stringify({ ...receipt, engine: 5 }), '“engine” is not a text'],
])('%s is refused in words', (_, text, why) => {
  expect(() => readReceipt(text)).toThrow(why);
});

test('a link that was cut off is refused in words', () => {
  expect(() => unpackReceipt(packReceipt(receipt).slice(0, 40))).toThrow('not a receipt');
  expect(() => unpackReceipt('%%%')).toThrow('the link was changed or cut off');
});

test('a metric is the same to the bit, within the tolerance, or not', () => {
  const near = 80 * (1 + TOLERANCE / 2);
  expect(compare(receipt, { 'full.score': near, 'full.loss': 0.25 })).toMatchObject([
    { metric: 'full.score', isSame: true, isExact: false },
    { metric: 'full.loss', isSame: true, isExact: true },
  ]);
  expect(compare(receipt, { 'full.score': 80 * (1 + 2 * TOLERANCE) })).toMatchObject([
    { isSame: false },
    { got: undefined, isSame: false, isExact: false },
  ]);
});

test('a metric that only one of the two has is missed; what every object inherits is no metric', () => {
  expect(compare(receipt, { ...receipt.metrics, 'lora.score': 1 })).toContainEqual({
    metric: 'lora.score',
    expected: undefined,
    got: 1,
    isSame: false,
    isExact: false,
  });
  const odd = { ...receipt, metrics: { toString: 1 } as never };
  expect(compare(odd, {})).toMatchObject([{ metric: 'toString', got: undefined, isSame: false }]);
});

test('a receipt of the lab fits, and what it leaves out is at its default', () => {
  expect(fitReceipt(receipt, spec)).toEqual({
    ...receipt,
    config: { ...defaultState(spec.controls), ...receipt.config },
  });
});

test.each([
  ['a number out of range', { steps: 1e12 }, '“1000000000000” is not a choice for “Steps of'],
  ['a number between two steps', { seed: 1.5 }, '“1.5” lies between two steps of “Seed”'],
  ['an option that is not there', { task: '8192' }, '“8192” is not a choice for “Task”'],
  ['a setting that is not there', { constructor: 1 }, 'this lab has no setting “constructor”'],
])('a receipt with %s is refused, and the setting named', (_, change, why) => {
  const other = { ...receipt, config: { ...receipt.config, ...change } as never };
  expect(() => fitReceipt(other, spec)).toThrow(why);
});

test('a receipt of another lab is refused', () => {
  expect(() => fitReceipt({ ...receipt, lab: 'forget' }, spec)).toThrow(
    'this receipt is of the lab “forget”, and this is “adapt”',
  );
});
