/** Writing with a model: one token after another, each drawn from what the model expects. */
import type { Random } from '@/lib/seeded';
import { jit, np, tree, type Tensor } from './backend';
import { logitsOf, type TransformerConfig } from './transformer';
import { toTensors, type Weights } from './weights';

export interface Sampling {
  /** Below one: bolder on what is likely; zero: always the most likely. */
  temperature: number;
  /** Only so many of the most likely tokens are drawn from (Fan et al. 2018, Section 5.1). */
  topK: number;
}

/** Draws a token from scores before the softmax. */
export function draw(
  logits: ArrayLike<number>,
  { temperature, topK }: Sampling,
  random: Random,
): number {
  const order = Array.from(logits, (logit, token) => ({ logit, token }))
    .sort((a, b) => b.logit - a.logit || a.token - b.token)
    .slice(0, Math.max(1, topK));
  const best = order[0];
  if (!best) throw new Error('there is no token to draw from');
  if (temperature <= 0) return best.token;
  const weights = order.map(({ logit }) => Math.exp((logit - best.logit) / temperature));
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return order[i]!.token;
  }
  return order.at(-1)!.token;
}

export interface Writer {
  /** Tokens that follow `start`, one at a time; `start` has at least one token. */
  write: (start: readonly number[], sampling: Sampling, random: Random) => AsyncGenerator<number>;
  /** Gives the memory back. */
  dispose: () => void;
}

/** A causal model at its pen. It looks back as far as its context reaches. */
export function makeWriter(config: TransformerConfig, weights: Weights): Writer {
  const { context, vocabulary } = config;
  const tensors = toTensors(weights);
  // Of a fixed length, so that it is compiled once; what stands behind the end is not looked at.
  const compiled = jit((all: typeof tensors, tokens: Tensor) => logitsOf(config, all, tokens));
  return {
    async *write(start, sampling, random) {
      if (start.length === 0) throw new Error('writing needs a first token');
      const tokens = [...start];
      for (;;) {
        const seen = tokens.slice(-context);
        const input = Int32Array.from({ length: context }, (_, i) => seen[i] ?? 0);
        const logits = await compiled(
          tree.ref(tensors),
          np.array(input, { shape: [1, context], dtype: np.int32 }),
        ).data();
        const end = seen.length * vocabulary;
        const next = draw(logits.subarray(end - vocabulary, end), sampling, random);
        tokens.push(next);
        yield next;
      }
    },
    dispose() {
      tree.dispose(tensors);
      compiled.dispose();
    },
  };
}
