import { beforeAll, expect, test } from 'vitest';
import { np, start } from '@/labs/engine/backend';
import { meanOver } from '@/labs/engine/evaluate';
import { guessAt } from '@/labs/engine/guess';
import { rightly, type Batch } from '@/labs/engine/objectives';
import { makeLoss } from '@/labs/engine/trainer';
import { freshWeights, logitsOf, type TransformerConfig } from '@/labs/engine/transformer';
import { toTensors } from '@/labs/engine/weights';

const TINY: TransformerConfig = {
  vocabulary: 11,
  context: 6,
  width: 8,
  layers: 1,
  heads: 2,
  attention: 'both',
  norm: 'layer',
};

beforeAll(() => start('wasm'));

test('guesses are the softmax of the logits at their place, the likeliest first', async () => {
  const text = [1, 4, 2, 9];
  const weights = freshWeights(TINY, 1, 0.5);
  const guesses = await guessAt(TINY, toTensors(weights), text, 2, 11);
  const tokens = np.array(Int32Array.from(text), { shape: [1, 4], dtype: np.int32 });
  const logits = [...logitsOf(TINY, toTensors(weights), tokens).dataSync()].slice(22, 33);
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
  for (const { token, share } of guesses)
    expect(share).toBeCloseTo(Math.exp(logits[token]!) / total, 5);
  const shares = guesses.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  expect(guesses.slice(0, 2)).toEqual(await guessAt(TINY, toTensors(weights), text, 2, 2));
});

/** A model that always holds one token the likeliest. */
const sayingOnly = (token: number) => () => {
  const logits = new Float32Array(2 * 3 * 4);
  for (let place = 0; place < 6; place += 1) logits[place * 4 + token] = 1;
  return np.array(logits, { shape: [2, 3, 4] });
};

test('right guesses are counted at the places that count', async () => {
  const batch: Batch = {
    batch: 2,
    length: 3,
    tokens: new Int32Array(6),
    targets: Int32Array.from([1, 1, 0, 1, 2, 1]),
    counts: Float32Array.from([1, 0, 1, 1, 1, 0]),
  };
  const shareOf = async (token: number) => {
    const model = (_: unknown, tokens: { dispose: () => void }) => {
      tokens.dispose();
      return sayingOnly(token)();
    };
    const loss = makeLoss(rightly(model));
    const share = await loss.of({}, batch);
    loss.dispose();
    return share;
  };
  expect(await shareOf(1)).toBe(0.5);
  expect(await shareOf(3)).toBe(0);
  // A batch with more places that count weighs more.
  const fuller = { ...batch, counts: new Float32Array(6).fill(1) };
  const mean = await meanOver([batch, fuller], async ({ counts }) => (counts[1] ? 1 : 0));
  expect(mean).toBeCloseTo(6 / 10, 6);
});
