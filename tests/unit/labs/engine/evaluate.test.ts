import { expect, test } from 'vitest';
import { bitsPerCharacter, pieces } from '@/labs/engine/evaluate';

const shape = { batch: 2, length: 3 };
const tokens = Array.from({ length: 20 }, (_, i) => i);
/** Every token stands for two characters. */
const charactersIn = (some: Iterable<number>) => 2 * [...some].length;

test('pieces follow each other, and each target is the token after', () => {
  const batches = [...pieces(tokens, shape)];
  expect(batches.map((batch) => [...batch.tokens])).toEqual([
    [0, 1, 2, 3, 4, 5],
    [6, 7, 8, 9, 10, 11],
    [12, 13, 14, 15, 16, 17],
  ]);
  expect([...batches[2]!.targets]).toEqual([13, 14, 15, 16, 17, 18]);
});

test('a surprise of ln 2 at every token of two characters is half a bit a character', async () => {
  const bits = await bitsPerCharacter(async () => Math.LN2, { charactersIn }, tokens, shape);
  expect(bits).toBeCloseTo(0.5, 12);
});

test('only so many batches are asked', async () => {
  let asked = 0;
  const lossOf = async () => (asked += 1);
  await bitsPerCharacter(lossOf, { charactersIn }, tokens, shape, 2);
  expect(asked).toBe(2);
});

test('a text that is too short for a batch is an error', async () => {
  const bits = bitsPerCharacter(async () => 1, { charactersIn }, [1, 2, 3], shape);
  await expect(bits).rejects.toThrow('3 tokens is too short');
});
