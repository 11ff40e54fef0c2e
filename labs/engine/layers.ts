/** The vectors that a model computes for its tokens, layer by layer. */
import { borrow, np, type Tensor } from './backend';
import { hiddenOf, type TransformerConfig } from './transformer';
import { toTensors, type Weights } from './weights';

/**
 * What stands at the last place of every text: as layer 0 the sum of embedding and position, then
 * what each layer has made of it (before the last normalisation).
 * @param texts tokens; all of one length, at most the context
 * @returns by layer, by text: as many numbers as the model is wide
 * @throws Error when the texts are not of one length
 */
export async function lastVectors(
  config: TransformerConfig,
  weights: Weights,
  texts: readonly (readonly number[])[],
): Promise<Float32Array[][]> {
  const length = texts[0]?.length ?? 0;
  if (length === 0 || texts.some((text) => text.length !== length))
    throw new Error('vectors are asked of texts that have one length');
  const layers: Tensor[] = [];
  const last = borrow(toTensors(weights), (lent) =>
    hiddenOf(
      config,
      lent,
      np.array(Int32Array.from(texts.flat()), { shape: [texts.length, length], dtype: np.int32 }),
      undefined,
      { vectors: (layer, x) => (layers[layer] = x.slice([], -1)) },
    ),
  );
  last.dispose();
  return Promise.all(
    layers.map(async (layer) => {
      const numbers = (await layer.data()) as Float32Array;
      return texts.map((_, i) => numbers.slice(i * config.width, (i + 1) * config.width));
    }),
  );
}
