/**
 * A transformer that reads and predicts tokens: layers of attention and a feed-forward network,
 * each behind a normalisation and beside a shortcut (pre-norm, as in GPT-2), learned positions, and
 * output weights tied to the embedding. Weights that a method of adaptation added take part where
 * they are there (see additions.ts).
 * Sources: Vaswani et al. 2017, Sections 3.1–3.4; Radford et al. 2019, Section 2.3; Zhang and
 * Sennrich 2019, Eq. 4 (RMSNorm).
 */
import { seeded } from '@/lib/seeded';
import { dense, throughAdapter, withBefore } from './additions';
import { borrow, nn, np, type Lent, type Tensor, type Tensors } from './backend';
import { normal } from './random';
import { sizeOf, type Weight, type Weights } from './weights';

export interface TransformerConfig {
  /** Number of tokens. */
  vocabulary: number;
  /** Most tokens in a text. */
  context: number;
  /** Numbers per token between layers; a multiple of `heads`. */
  width: number;
  layers: number;
  heads: number;
  /** Whom a token may look at: itself and what is before it, or all. */
  attention: 'causal' | 'both';
  norm: 'layer' | 'rms';
}

/** Hidden numbers of the feed-forward network, in multiples of the width. */
const EXPANSION = 4;
/** Standard deviation of fresh weights, as in GPT-2. */
const SPREAD = 0.02;
const EPSILON = 1e-5;
/** What a forbidden place gets before the softmax; −∞ would make NaN where all are forbidden. */
const FORBIDDEN = -1e9;

const NORMS = (config: TransformerConfig) => [
  ...Array.from({ length: config.layers }, (_, i) => [
    `layer.${i}.attention`,
    `layer.${i}.feed`,
  ]).flat(),
  'final',
];

/** The shape of every weight, in a fixed order. */
export function shapesOf(config: TransformerConfig): Readonly<Record<string, readonly number[]>> {
  const { vocabulary, context, width, layers, norm } = config;
  const dense = (name: string, from: number, to: number) => [
    [`${name}.weight`, [from, to]] as const,
    [`${name}.bias`, [to]] as const,
  ];
  const norms = NORMS(config).flatMap((name) => [
    [`${name}.norm.scale`, [width]] as const,
    ...(norm === 'layer' ? [[`${name}.norm.bias`, [width]] as const] : []),
  ]);
  const blocks = Array.from({ length: layers }, (_, i) => [
    ...['query', 'key', 'value', 'output'].flatMap((part) =>
      dense(`layer.${i}.attention.${part}`, width, width),
    ),
    ...dense(`layer.${i}.feed.up`, width, EXPANSION * width),
    ...dense(`layer.${i}.feed.down`, EXPANSION * width, width),
  ]).flat();
  return Object.fromEntries([
    ['embedding', [vocabulary, width]],
    ['positions', [context, width]],
    ...blocks,
    ...norms,
  ]);
}

/**
 * Fresh weights from a seed: normal with a small spread, smaller where a layer writes onto the
 * shortcut (divided by √(2·layers)), biases zero, scales one.
 * @param spread standard deviation; narrow models learn sooner from a larger one
 */
export function freshWeights(config: TransformerConfig, seed: number, spread = SPREAD): Weights {
  const random = seeded(seed);
  const fresh = (name: string, shape: readonly number[]): Weight => {
    const data = new Float32Array(sizeOf(shape));
    if (name.endsWith('.scale')) data.fill(1);
    else if (!name.endsWith('.bias')) {
      const writes = /(attention\.output|feed\.down)\.weight$/.test(name);
      const own = writes ? spread / Math.sqrt(2 * config.layers) : spread;
      for (let i = 0; i < data.length; i += 1) data[i] = own * normal(random);
    }
    return { shape, data };
  };
  return Object.fromEntries(
    Object.entries(shapesOf(config)).map(([name, shape]) => [name, fresh(name, shape)]),
  );
}

/** Zero mean and unit variance over the last axis, or unit mean square only. */
function normalised(config: TransformerConfig, { get }: Lent, name: string, x: Tensor): Tensor {
  const centred = config.norm === 'layer' ? x.ref.sub(np.mean(x, -1, { keepdims: true })) : x;
  const square = np.mean(np.square(centred.ref), -1, { keepdims: true });
  const scaled = centred.div(np.sqrt(square.add(EPSILON))).mul(get(`${name}.norm.scale`));
  return config.norm === 'layer' ? scaled.add(get(`${name}.norm.bias`)) : scaled;
}

/**
 * Attention of every head: [batch, length, width] → the same. Consumes x. A layer that was made
 * smaller (see slim.ts) has fewer heads than the configuration says, each as wide as before: how
 * many there are is read off the matrices.
 * @param filler [batch, 1, 1, places of the text], FORBIDDEN where there is no text
 */
function attention(
  config: TransformerConfig,
  lent: Lent,
  name: string,
  x: Tensor,
  filler?: Tensor,
  watch?: Watch['attention'],
): Tensor {
  const [batch, length, width] = x.shape as [number, number, number];
  const perHead = width / config.heads;
  const heads = (all: Tensor) =>
    all.reshape([batch, all.shape[1]!, all.shape[2]! / perHead, perHead]).transpose([0, 2, 1, 3]);
  const part = (which: string) => dense(lent, `${name}.${which}`, x.ref);
  const query = heads(part('query'));
  const key = heads(withBefore(lent, `${name}.prefix.key`, part('key'))).transpose([0, 1, 3, 2]);
  const value = heads(withBefore(lent, `${name}.prefix.value`, part('value')));
  x.dispose();
  let scores = np.matmul(query, key).mul(1 / Math.sqrt(perHead));
  // What was put before the text is seen from every place of it.
  const seen = scores.shape[3]!;
  if (config.attention === 'causal')
    scores = scores.add(
      np
        .tril(np.ones([length, seen]), seen - length)
        .sub(1)
        .mul(-FORBIDDEN),
    );
  if (filler) scores = scores.add(np.pad(filler, { 3: [seen - filler.shape[3]!, 0] }));
  const looks = nn.softmax(scores, -1);
  watch?.(looks.ref);
  const mixed = np.matmul(looks, value);
  const joined = mixed.transpose([0, 2, 1, 3]).reshape([batch, length, -1]);
  return dense(lent, `${name}.output`, joined);
}

/** Sees what goes on inside, layer after layer. Each consumes what it is given. */
export interface Watch {
  /**
   * The vectors on their way up: those of the embedding and the positions as layer 0, then those
   * after every layer: [batch, places, width]; the places of a trained prompt come first.
   */
  vectors?: (layer: number, x: Tensor) => void;
  /** Whom each place looks at: [batch, heads, places, places seen], shares that sum to one in a row. */
  attention?: (shares: Tensor) => void;
}

/**
 * What the last layer says of every place, normalised. Consumes tokens and counts.
 * @param tokens [batch, length], whole numbers; length at most the context
 * @param counts [batch, length], 1 for a token of the text, 0 for filler after it, which is not
 * looked at; without it there is no filler
 * @returns [batch, length, width]
 */
export function hiddenOf(
  config: TransformerConfig,
  lent: Lent,
  tokens: Tensor,
  counts?: Tensor,
  watch?: Watch,
): Tensor {
  const [batch, length] = tokens.shape as [number, number];
  const filler = counts?.sub(1).mul(-FORBIDDEN).reshape([batch, 1, 1, length]);
  const positions = lent.get('positions').slice([0, length]);
  const embedded = np.take(lent.get('embedding'), tokens, 0).add(positions);
  let x = withBefore(lent, 'prompt', embedded);
  watch?.vectors?.(0, x.ref);
  for (let i = 0; i < config.layers; i += 1) {
    const [look, feed] = [`layer.${i}.attention`, `layer.${i}.feed`];
    const input = normalised(config, lent, look, x.ref);
    const seen = attention(config, lent, look, input, filler?.ref, watch?.attention);
    x = x.add(throughAdapter(lent, look, seen));
    const hidden = nn.gelu(dense(lent, `${feed}.up`, normalised(config, lent, feed, x.ref)));
    x = x.add(throughAdapter(lent, feed, dense(lent, `${feed}.down`, hidden)));
    watch?.vectors?.(i + 1, x.ref);
  }
  filler?.dispose();
  const prompted = x.shape[1]! - length;
  return normalised(config, lent, 'final', x.slice([], [prompted, prompted + length]));
}

/**
 * Scores of every token at every place, before the softmax. Consumes its arguments.
 * @param tokens [batch, length], whole numbers; length at most the context
 * @returns [batch, length, vocabulary]
 */
export const logitsOf = (config: TransformerConfig, weights: Tensors, tokens: Tensor): Tensor =>
  borrow(weights, (lent) =>
    np.matmul(hiddenOf(config, lent, tokens), lent.get('embedding').transpose()),
  );
