import { expect, test } from 'vitest';
import {
  TOLERANCE,
  compare,
  packReceipt,
  readReceipt,
  unpackReceipt,
  type Receipt,
} from '@/labs/receipt';

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
