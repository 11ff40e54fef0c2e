/**
 * A transformer that reads and predicts tokens: layers of attention and a feed-forward network,
 * each behind a normalisation and beside a shortcut (pre-norm, as in GPT-2), learned positions, and
 * output weights tied to the embedding.
 * Sources: Vaswani et al. 2017, Sections 3.1–3.4; Radford et al. 2019, Section 2.3; Zhang and
 * Sennrich 2019, Eq. 4 (RMSNorm).
 */
import { seeded } from '@/lib/seeded';
import { borrow, nn, np, type Tensor, type Tensors } from './backend';
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
 */
export function freshWeights(config: TransformerConfig, seed: number): Weights {
  const random = seeded(seed);
  const fresh = (name: string, shape: readonly number[]): Weight => {
    const data = new Float32Array(sizeOf(shape));
    if (name.endsWith('.scale')) data.fill(1);
    else if (!name.endsWith('.bias')) {
      const writes = /(attention\.output|feed\.down)\.weight$/.test(name);
      const spread = writes ? SPREAD / Math.sqrt(2 * config.layers) : SPREAD;
      for (let i = 0; i < data.length; i += 1) data[i] = spread * normal(random);
    }
    return { shape, data };
  };
  return Object.fromEntries(
    Object.entries(shapesOf(config)).map(([name, shape]) => [name, fresh(name, shape)]),
  );
}

type Get = (name: string) => Tensor;

const dense = (get: Get, name: string, x: Tensor): Tensor =>
  np.matmul(x, get(`${name}.weight`)).add(get(`${name}.bias`));

/** Zero mean and unit variance over the last axis, or unit mean square only. */
function normalised(config: TransformerConfig, get: Get, name: string, x: Tensor): Tensor {
  const centred = config.norm === 'layer' ? x.ref.sub(np.mean(x, -1, { keepdims: true })) : x;
  const square = np.mean(np.square(centred.ref), -1, { keepdims: true });
  const scaled = centred.div(np.sqrt(square.add(EPSILON))).mul(get(`${name}.norm.scale`));
  return config.norm === 'layer' ? scaled.add(get(`${name}.norm.bias`)) : scaled;
}

/** Attention of every head: [batch, length, width] → the same. */
function attention(config: TransformerConfig, get: Get, name: string, x: Tensor): Tensor {
  const [batch, length, width] = x.shape as [number, number, number];
  const perHead = width / config.heads;
  const heads = (part: string, input: Tensor) =>
    dense(get, `${name}.${part}`, input)
      .reshape([batch, length, config.heads, perHead])
      .transpose([0, 2, 1, 3]);
  const query = heads('query', x.ref);
  const key = heads('key', x.ref).transpose([0, 1, 3, 2]);
  const value = heads('value', x);
  const scores = np.matmul(query, key).mul(1 / Math.sqrt(perHead));
  const seen =
    config.attention === 'causal'
      ? scores.add(
          np
            .tril(np.ones([length, length]))
            .sub(1)
            .mul(-FORBIDDEN),
        )
      : scores;
  const mixed = np.matmul(nn.softmax(seen, -1), value);
  const joined = mixed.transpose([0, 2, 1, 3]).reshape([batch, length, width]);
  return dense(get, `${name}.output`, joined);
}

/**
 * Scores of every token at every place, before the softmax. Consumes its arguments.
 * @param tokens [batch, length], whole numbers; length at most the context
 * @returns [batch, length, vocabulary]
 */
export const logitsOf = (config: TransformerConfig, weights: Tensors, tokens: Tensor): Tensor =>
  borrow(weights, (get) => {
    const [, length] = tokens.shape as [number, number];
    const positions = get('positions').slice([0, length]);
    let x = np.take(get('embedding'), tokens, 0).add(positions);
    for (let i = 0; i < config.layers; i += 1) {
      const [look, feed] = [`layer.${i}.attention`, `layer.${i}.feed`];
      x = x.ref.add(attention(config, get, look, normalised(config, get, look, x)));
      const hidden = nn.gelu(dense(get, `${feed}.up`, normalised(config, get, feed, x.ref)));
      x = x.add(dense(get, `${feed}.down`, hidden));
    }
    return np.matmul(normalised(config, get, 'final', x), get('embedding').transpose());
  });
