/** Every way to adapt the tiny transformer, and matrices worked out in plain code. */
import {
  CHOICES,
  adapterWeights,
  doraWeights,
  loraWeights,
  parameterCount,
  prefixWeights,
  type Shape,
} from '@/components/figures/adapter-budget/formula';
import type { Adaptation } from '@/labs/engine/adaptation';
import { np } from '@/labs/engine/backend';
import { freshWeights, logitsOf, type TransformerConfig } from '@/labs/engine/transformer';
import { toTensors, type Weight, type Weights } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';
import { TINY } from '@/tests/fixtures/tiny-transformer';

export const SHAPE: Shape = {
  name: 'tiny',
  layers: 2,
  width: 8,
  keyWidth: 8,
  inner: 32,
  vocabulary: 11,
  positions: 6,
  design: 'gpt-2',
  tied: true,
};
export const BIASES = 2 * (4 * 8 + 32 + 8) + (2 * 2 + 1) * 8;
export const LOW = { rank: 3, alpha: 6 } as const;

/** Every method, the numbers that it trains without a head, and how its start differs from the base. */
export const METHODS: [Adaptation, count: number, start: 'same' | 'near' | 'other'][] = [
  [{ method: 'scratch' }, parameterCount(SHAPE), 'other'],
  [{ method: 'features' }, 0, 'same'],
  [{ method: 'full' }, parameterCount(SHAPE), 'same'],
  [{ method: 'gradual', factor: 2.6, until: 0.5 }, parameterCount(SHAPE), 'same'],
  [{ method: 'bitfit' }, BIASES, 'same'],
  [{ method: 'adapters', width: 3 }, adapterWeights(SHAPE, 3), 'near'],
  [{ method: 'prefix', length: 5 }, prefixWeights(SHAPE, 5), 'other'],
  [{ method: 'prompt', length: 5 }, 5 * 8, 'other'],
  ...(['query-value', 'attention', 'linear'] as const).map(
    (matrices): [Adaptation, number, 'same'] => [
      { method: 'lora', ...LOW, matrices },
      loraWeights(SHAPE, CHOICES[matrices]!, LOW.rank),
      'same',
    ],
  ),
  [
    { method: 'dora', ...LOW, matrices: 'linear' },
    doraWeights(SHAPE, CHOICES.linear!, LOW.rank),
    'same',
  ],
  [
    { method: 'qlora', ...LOW, matrices: 'attention', block: 64 },
    loraWeights(SHAPE, CHOICES.attention!, LOW.rank),
    'other',
  ],
];
export const nameOf = (adaptation: Adaptation) =>
  'matrices' in adaptation ? `${adaptation.method}, ${adaptation.matrices}` : adaptation.method;
export const NAMED = METHODS.map(
  ([adaptation, ...rest]) => [nameOf(adaptation), adaptation, ...rest] as const,
);

export const base = freshWeights(TINY, 1);

export const ints = (values: readonly number[], shape: number[]) =>
  np.array([...values], { shape, dtype: np.int32 });
export const logits = (config: TransformerConfig, weights: Weights, tokens: readonly number[]) => [
  ...logitsOf(config, toTensors(weights), ints(tokens, [1, tokens.length])).dataSync(),
];
export const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);

/** Adds noise to all numbers, in double precision: no gradient is tiny, and nothing is at its start. */
export function roughened(weights: Weights): Weights {
  const random = seeded(3);
  return Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [
      name,
      { shape, data: Float64Array.from(data, (value) => value + 0.6 * (random() - 0.5)) },
    ]),
  );
}

/** [rows, inner] × [inner, columns] */
export function product(a: Weight, b: Weight): Weight {
  const [rows, inner] = a.shape as [number, number];
  const columns = b.shape[1]!;
  const data = Float64Array.from({ length: rows * columns }, (_, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    let sum = 0;
    for (let k = 0; k < inner; k += 1)
      sum += a.data[row * inner + k]! * b.data[k * columns + column]!;
    return sum;
  });
  return { shape: [rows, columns], data };
}
export const zip = (a: Weight, b: Weight, by: (a: number, b: number) => number): Weight => ({
  shape: a.shape,
  data: Float64Array.from(a.data, (value, i) => by(value, b.data[i % b.data.length]!)),
});
export const lengths = ({ shape, data }: Weight): Weight => {
  const columns = shape[1]!;
  const squares = new Float64Array(columns);
  data.forEach((value, i) => (squares[i % columns]! += value * value));
  return { shape: [columns], data: squares.map(Math.sqrt) };
};

export const loraNames = (weights: Weights) =>
  Object.keys(weights).flatMap((name) => /^(.*)\.lora\.up$/.exec(name)?.[1] ?? []);
export const summed = (weights: Weights, name: string): Weight => {
  const [down, up] = [weights[`${name}.lora.down`]!, weights[`${name}.lora.up`]!];
  const scale = weights['lora.alpha']!.data[0]! / down.shape[1]!;
  return zip(weights[`${name}.weight`]!, product(down, up), (w, change) => w + scale * change);
};
