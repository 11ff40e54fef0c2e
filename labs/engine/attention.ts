/** Whom the tokens of one text look at: the weights of attention, read off the forward pass. */
import { borrow, np, type Tensor, type Tensors } from './backend';
import { hiddenOf, type TransformerConfig } from './transformer';

/** By layer, head, place that looks and place looked at: shares that sum to one in each row. */
export type AttentionMaps = number[][][][];

/** Consumes the weights. Nothing is compiled: it is asked once or twice a run. */
export async function attentionOf(
  config: TransformerConfig,
  weights: Tensors,
  text: readonly number[],
): Promise<AttentionMaps> {
  const seen: Tensor[] = [];
  const tokens = np.array(Int32Array.from(text), { shape: [1, text.length], dtype: np.int32 });
  const hidden = borrow(weights, (lent) =>
    hiddenOf(config, lent, tokens, undefined, {
      attention: (shares) => void seen.push(shares),
    }),
  );
  hidden.dispose();
  const layers = await Promise.all(seen.map(async (looks) => (await looks.data()) as Float32Array));
  const length = text.length;
  return layers.map((shares) =>
    // A layer that was made smaller has fewer heads than the configuration says.
    Array.from({ length: shares.length / length ** 2 }, (_, head) =>
      Array.from({ length }, (_, place) => {
        const from = (head * length + place) * length;
        return Array.from(shares.subarray(from, from + length));
      }),
    ),
  );
}
