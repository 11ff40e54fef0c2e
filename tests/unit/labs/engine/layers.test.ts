import { beforeAll, expect, test } from 'vitest';
import { borrow, np, start } from '@/labs/engine/backend';
import { lastVectors } from '@/labs/engine/layers';
import { freshWeights, hiddenOf } from '@/labs/engine/transformer';
import { toTensors } from '@/labs/engine/weights';
import { TINY as CONFIG } from '@/tests/fixtures/tiny-transformer';

const WEIGHTS = freshWeights(CONFIG, 4);

beforeAll(() => start('wasm'));

test('layer 0 is embedding and position; above it, what stands before takes part', async () => {
  const layers = await lastVectors(CONFIG, WEIGHTS, [
    [1, 2, 3],
    [4, 5, 3],
  ]);
  expect(layers).toHaveLength(CONFIG.layers + 1);
  const row = (name: string, index: number) =>
    WEIGHTS[name]!.data.slice(index * CONFIG.width, (index + 1) * CONFIG.width);
  const sum = row('embedding', 3).map((value, i) => value + row('positions', 2)[i]!);
  expect([...layers[0]![0]!]).toEqual([...sum]);
  expect(layers[0]![1]).toEqual(layers[0]![0]);
  for (const layer of layers.slice(1)) expect(layer[1]).not.toEqual(layer[0]);
});

test('the last layer, normalised, is what the model goes by', async () => {
  const text = [7, 0, 9, 9];
  const [vector] = (await lastVectors(CONFIG, WEIGHTS, [text])).at(-1)!;
  const mean = vector!.reduce((total, value) => total + value / CONFIG.width, 0);
  const spread = Math.sqrt(
    vector!.reduce((total, value) => total + (value - mean) ** 2 / CONFIG.width, 0) + 1e-5,
  );
  const last = borrow(toTensors(WEIGHTS), (lent) =>
    hiddenOf(CONFIG, lent, np.array(text, { shape: [1, 4], dtype: np.int32 })),
  );
  const said = [...(await last.data())].slice(-CONFIG.width);
  // A fresh scale is one, a fresh bias zero.
  said.forEach((value, i) => expect(value).toBeCloseTo((vector![i]! - mean) / spread, 4));
});

test('texts of different lengths are refused', async () => {
  await expect(lastVectors(CONFIG, WEIGHTS, [[1, 2], [3]])).rejects.toThrow('one length');
  await expect(lastVectors(CONFIG, WEIGHTS, [])).rejects.toThrow('one length');
});
