/** What a model puts in one place of a text. */
import { nn, np, type Tensors } from './backend';
import { logitsOf, type TransformerConfig } from './transformer';

export interface Guess {
  token: number;
  /** From 0 to 1. */
  share: number;
}

/**
 * The likeliest tokens for one place, the likeliest first. Consumes the weights. Nothing is compiled:
 * texts are short, few, and of any length.
 * @param place whose output is read: of a causal model it is a guess at the place after
 */
export async function guessAt(
  config: TransformerConfig,
  weights: Tensors,
  text: readonly number[],
  place: number,
  count: number,
): Promise<Guess[]> {
  const tokens = np.array(Int32Array.from(text), { shape: [1, text.length], dtype: np.int32 });
  const all = nn.softmax(logitsOf(config, weights, tokens), -1);
  const shares = (await all.data()) as Float32Array;
  const from = place * config.vocabulary;
  return Array.from(shares.subarray(from, from + config.vocabulary), (share, token) => ({
    token,
    share,
  }))
    .sort((a, b) => b.share - a.share || a.token - b.token)
    .slice(0, count);
}
