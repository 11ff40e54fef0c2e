/** How likely texts are under a causal model. */
import { jit, nn, np, type Tensor, type Tensors } from './backend';
import { logitsOf, type TransformerConfig } from './transformer';

export interface Asked {
  tokens: readonly number[];
  /** The first token that counts; what stands before it is given. At least 1. */
  from: number;
}

export interface Likelihoods {
  /**
   * The log-likelihood of every text, in nats. Consumes the weights.
   * @throws Error when a text is longer than the context
   */
  of: (weights: Tensors, texts: readonly Asked[]) => Promise<Float32Array>;
  dispose: () => void;
}

export function makeLikelihoods(config: TransformerConfig): Likelihoods {
  const { context, vocabulary } = config;
  const compiled = jit((weights: Tensors, tokens: Tensor, targets: Tensor, counts: Tensor) =>
    nn
      .oneHot(targets, vocabulary)
      .mul(nn.logSoftmax(logitsOf(config, weights, tokens), -1))
      .sum(-1)
      .mul(counts)
      .sum(-1),
  );
  return {
    async of(weights, texts) {
      const shape = [texts.length, context];
      const size = texts.length * context;
      const [tokens, targets] = [new Int32Array(size), new Int32Array(size)];
      const counts = new Float32Array(size);
      texts.forEach((text, row) => {
        if (text.tokens.length > context + 1)
          throw new Error(`a text of ${text.tokens.length} tokens is longer than the context`);
        tokens.set(text.tokens.slice(0, -1), row * context);
        targets.set(text.tokens.slice(1), row * context);
        counts.fill(1, row * context + text.from - 1, row * context + text.tokens.length - 1);
      });
      const result = compiled(
        weights,
        np.array(tokens, { shape, dtype: np.int32 }),
        np.array(targets, { shape, dtype: np.int32 }),
        np.array(counts, { shape }),
      );
      return (await result.data()) as Float32Array;
    },
    dispose: () => compiled.dispose(),
  };
}
