import { expect, test } from 'vitest';
import { partOf, summarise } from '@/labs/forget/importance';
import { countOf, type Weights } from '@/labs/engine/weights';

const weight = (shape: number[], ...data: number[]) => ({ shape, data: Float32Array.from(data) });
const FISHER: Weights = {
  embedding: weight([2, 3], 0, 1, 0, 0, 8, 1),
  'layer.0.attention.query.weight': weight([1, 2], 4, 2),
  'layer.0.attention.norm.scale': weight([2], 1, 1),
  'layer.0.feed.up.bias': weight([1], 2),
  'final.norm.scale': weight([1], 0),
};

test('parts are of a layer, norms with what they come before', () => {
  expect(partOf('layer.2.attention.norm.bias')).toBe('2.attention');
  expect(partOf('layer.11.feed.down.weight')).toBe('11.feed');
  expect(partOf('final.norm.scale')).toBe('final');
  expect(partOf('embedding')).toBe('embedding');
});

test('every weight is in one part, and the shares are those of the sum', () => {
  const { parts } = summarise(FISHER, String);
  expect(parts.map(({ part }) => part)).toEqual(['embedding', '0.attention', '0.feed', 'final']);
  expect(parts.reduce((sum, { weights }) => sum + weights, 0)).toBe(countOf(FISHER));
  expect(parts.map(({ share }) => share)).toEqual([0.5, 0.4, 0.1, 0]);
  expect(parts[1]).toMatchObject({ weights: 4, mean: 2 });
});

test('the weights that matter most are named with their place, and an embedding with its token', () => {
  const { most } = summarise(FISHER, (row) => `token ${row}`);
  expect(most[0]).toEqual({ name: 'embedding', at: [1, 1], value: 8, token: 'token 1' });
  expect(most[1]).toEqual({ name: 'layer.0.attention.query.weight', at: [0, 0], value: 4 });
  const values = most.map(({ value }) => value);
  expect(values).toEqual([...values].sort((a, b) => b - a));
});

test('how unevenly it lies: a tenth of the weights holds what the largest hold', () => {
  const { held } = summarise(
    { ...FISHER, embedding: weight([1, 14], 10, ...Array<number>(13).fill(0)) },
    String,
  );
  // Of twenty weights the two largest have 10 and 4 of 20.
  expect(held.at(-1)).toEqual({ top: 0.1, share: 0.7 });
});
