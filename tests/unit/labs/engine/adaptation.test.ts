import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  CHOICES,
  adapterWeights,
  doraWeights,
  loraWeights,
  matrixWeights,
  parameterCount,
  prefixWeights,
  type Shape,
} from '@/components/figures/adapter-budget/formula';
import {
  adapt,
  optimiserBytes,
  storedBytes,
  trainableCount,
  type Adaptation,
} from '@/labs/engine/adaptation';
import {
  jit,
  np,
  start,
  tree,
  valueAndGrad,
  type Tensor,
  type Tensors,
} from '@/labs/engine/backend';
import { classScores, freshHead } from '@/labs/engine/classifier';
import { predicting, type Batch } from '@/labs/engine/objectives';
import type { OptimiserConfig } from '@/labs/engine/optimiser';
import { freshWeights, logitsOf, type TransformerConfig } from '@/labs/engine/transformer';
import { makeTrainer } from '@/labs/engine/trainer';
import { toTensors, type Weight, type Weights } from '@/labs/engine/weights';
import { drawWhole, seeded, type Random } from '@/lib/seeded';

const TINY: TransformerConfig = {
  vocabulary: 11,
  context: 6,
  width: 8,
  layers: 2,
  heads: 2,
  attention: 'causal',
  norm: 'layer',
};
const SHAPE: Shape = {
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
const BIASES = 2 * (4 * 8 + 32 + 8) + (2 * 2 + 1) * 8;
const LOW = { rank: 3, alpha: 6 } as const;

/** Every method, the numbers that it trains without a head, and how its start differs from the base. */
const METHODS: [Adaptation, count: number, start: 'same' | 'near' | 'other'][] = [
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
const nameOf = (adaptation: Adaptation) =>
  'matrices' in adaptation ? `${adaptation.method}, ${adaptation.matrices}` : adaptation.method;
const NAMED = METHODS.map(
  ([adaptation, ...rest]) => [nameOf(adaptation), adaptation, ...rest] as const,
);

const base = freshWeights(TINY, 1);

beforeAll(() => {
  // The library asks for it by name before it takes double precision, which only this test uses.
  (globalThis as { Float16Array?: unknown }).Float16Array ??= class {};
  return start('wasm');
});

const ints = (values: readonly number[], shape: number[]) =>
  np.array([...values], { shape, dtype: np.int32 });
const logits = (config: TransformerConfig, weights: Weights, tokens: readonly number[]) => [
  ...logitsOf(config, toTensors(weights), ints(tokens, [1, tokens.length])).dataSync(),
];
const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);

/** Adds noise to all numbers, in double precision: no gradient is tiny, and nothing is at its start. */
function roughened(weights: Weights): Weights {
  const random = seeded(3);
  return Object.fromEntries(
    Object.entries(weights).map(([name, { shape, data }]) => [
      name,
      { shape, data: Float64Array.from(data, (value) => value + 0.6 * (random() - 0.5)) },
    ]),
  );
}

/** [rows, inner] × [inner, columns] */
function product(a: Weight, b: Weight): Weight {
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
const zip = (a: Weight, b: Weight, by: (a: number, b: number) => number): Weight => ({
  shape: a.shape,
  data: Float64Array.from(a.data, (value, i) => by(value, b.data[i % b.data.length]!)),
});
const lengths = ({ shape, data }: Weight): Weight => {
  const columns = shape[1]!;
  const squares = new Float64Array(columns);
  data.forEach((value, i) => (squares[i % columns]! += value * value));
  return { shape: [columns], data: squares.map(Math.sqrt) };
};

const loraNames = (weights: Weights) =>
  Object.keys(weights).flatMap((name) => /^(.*)\.lora\.up$/.exec(name)?.[1] ?? []);
const summed = (weights: Weights, name: string): Weight => {
  const [down, up] = [weights[`${name}.lora.down`]!, weights[`${name}.lora.up`]!];
  const scale = weights['lora.alpha']!.data[0]! / down.shape[1]!;
  return zip(weights[`${name}.weight`]!, product(down, up), (w, change) => w + scale * change);
};

/** DoRA as LoRA on stretched columns, for norms that do not change with the weights. */
function withoutNorms(weights: Weights, norms: ReadonlyMap<string, Weight>): Weights {
  const stretched = [...norms].flatMap(([name, norm]) => {
    const by = zip(weights[`${name}.dora.magnitude`]!, norm, (m, length) => m / length);
    return [`${name}.weight`, `${name}.lora.up`].map(
      (one) => [one, zip(weights[one]!, by, (value, factor) => value * factor)] as const,
    );
  });
  const rest = Object.entries(weights).filter(([name]) => !name.endsWith('.dora.magnitude'));
  return { ...Object.fromEntries(rest), ...Object.fromEntries(stretched) };
}

describe('the gradient of every weight that trains agrees with differences', () => {
  const NORMS = [
    ['layer', 'causal'],
    ['rms', 'both'],
  ] as const;
  // The others train the same weights as one of these, or fewer.
  const OWN = /^(features|full|bitfit|adapters|prefix|prompt|lora, linear|dora|qlora)/;
  const CASES = NORMS.flatMap(([norm, attention]) =>
    NAMED.filter(([name]) => OWN.test(name)).map(
      ([name, adaptation]) => [name, norm, attention, adaptation] as const,
    ),
  );
  test.each(CASES)('%s, %s norm, %s', (_, norm, attention, adaptation) => {
    const config = { ...TINY, layers: 1, norm, attention };
    const plain = { ...freshWeights(config, 1), ...freshHead(config, 3, 2) };
    const { weights: atStart, trains } = adapt(config, plain, adaptation, 4);
    const weights = roughened(atStart);
    // Scores as they are: the library's logarithm has steps of a millionth, which differences show.
    const valueOf = (learned: Tensors, fixed: Tensors): Tensor =>
      classScores(
        config,
        { ...learned, ...fixed },
        ints([1, 4, 2, 9, 10, 0, 3, 3, 7, 5, 8, 6], [2, 6]),
        np.array(Float64Array.from([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]), { shape: [2, 6] }),
      )
        .mul(np.array(Float64Array.from([1, -0.5, 0.2, -1, 0.7, 0.4]), { shape: [2, 3] }))
        .sum();
    const part = (wanted: boolean) =>
      toTensors(
        Object.fromEntries(Object.entries(weights).filter(([name]) => trains(name) === wanted)),
      );
    const [value, gradients] = valueAndGrad(valueOf)(part(true), part(false)) as [Tensor, Tensors];
    value.dispose();
    expect(Object.keys(gradients)).toEqual(Object.keys(weights).filter(trains));
    const compiled = jit((all: Tensors) => valueOf(all, {}));
    // DoRA's norms count as constants: differences are those of a model that has them as such.
    const norms = new Map(
      adaptation.method === 'dora'
        ? loraNames(weights).map((name) => [name, lengths(summed(weights, name))])
        : [],
    );
    const at = (changed: Weights) =>
      compiled(toTensors(withoutNorms({ ...weights, ...changed }, norms))).dataSync()[0]!;
    const random = seeded(5);
    // The library's exp and erf are good to about seven digits, in double precision too.
    const STEP = 2e-3;
    for (const [name, tensor] of Object.entries(gradients)) {
      const { shape, data } = weights[name]!;
      const direction = Float64Array.from(data, () => random() - 0.5);
      const along = (tensor.ref.dataSync() as Float64Array).reduce(
        (sum, g, i) => sum + g * direction[i]!,
        0,
      );
      const moved = (step: number) =>
        at({ [name]: { shape, data: data.map((one, i) => one + step * direction[i]!) } });
      const difference = (moved(STEP) - moved(-STEP)) / (2 * STEP);
      expect([name, along]).toEqual([name, expect.closeTo(difference, 4)]);
    }
    tree.dispose(gradients);
    compiled.dispose();
  });
});

describe('at the start', () => {
  const TOKENS = [1, 4, 2, 9, 3, 0];

  test.each(NAMED)(
    '%s: the same as the base, where its paper says so',
    (_, adaptation, __, start) => {
      const { weights } = adapt(TINY, base, adaptation, 4);
      const far = farthest(logits(TINY, weights, TOKENS), logits(TINY, base, TOKENS));
      if (start === 'same') expect(far).toBeLessThan(1e-6);
      if (start === 'near') expect(far).toBeLessThan(1e-4);
      if (start !== 'same') expect(far).toBeGreaterThan(0);
    },
  );

  test.each(NAMED)('%s: as many numbers train as the formula says', (_, adaptation, count) => {
    const adapted = adapt(TINY, base, adaptation, 4);
    const head = freshHead(TINY, 3, 2);
    const withHead = adapt(TINY, { ...base, ...head }, adaptation, 4);
    expect(trainableCount(adapted)).toBe(count);
    expect(trainableCount(withHead)).toBe(count + 8 * 3 + 3);
    expect(storedBytes(adapted)).toBe(4 * count);
    expect(optimiserBytes(adapted)).toBe(8 * count);
  });

  test('a seed decides what is added', () => {
    for (const [adaptation] of METHODS) {
      const of = (seed: number) => adapt(TINY, base, adaptation, seed).weights;
      expect(of(7)).toEqual(of(7));
      if (!/features|full|gradual|bitfit/.test(adaptation.method)) expect(of(7)).not.toEqual(of(8));
    }
  });

  test('what stays takes four bytes a number, and 4.5 bits in NF4 where few scales are doubled', () => {
    const bytes = (adaptation: Adaptation) => adapt(TINY, base, adaptation, 4).frozenBytes;
    const all = parameterCount(SHAPE);
    expect(bytes({ method: 'full' })).toBe(0);
    expect(bytes({ method: 'prompt', length: 2 })).toBe(4 * all);
    expect(bytes({ method: 'bitfit' })).toBe(4 * (all - BIASES));
    const matrices = matrixWeights(SHAPE);
    const second = 2 * 6 * (4 + 4);
    expect(bytes({ method: 'qlora', ...LOW, matrices: 'linear', block: 64 })).toBe(
      4 * (all - matrices) + matrices / 2 + matrices / 64 + second,
    );
  });
});

describe('what is added means what it should', () => {
  const TOKENS = [1, 4, 2, 9];
  const near = (weights: Weights, other: Weights, config = TINY) =>
    expect(farthest(logits(config, weights, TOKENS), logits(config, other, TOKENS))).toBeLessThan(
      2e-5,
    );

  test.each([
    ['lora', (sum: Weight) => sum],
    [
      'dora',
      (sum: Weight, m?: Weight) =>
        zip(
          sum,
          zip(m!, lengths(sum), (magnitude, length) => magnitude / length),
          (w, by) => w * by,
        ),
    ],
  ] as const)('%s merges into the matrices without a trace', (method, merge) => {
    const weights = roughened(adapt(TINY, base, { method, ...LOW, matrices: 'linear' }, 4).weights);
    const merged = loraNames(weights).map((name) => [
      `${name}.weight`,
      merge(summed(weights, name), weights[`${name}.dora.magnitude`]),
    ]);
    const plain = Object.fromEntries(Object.keys(base).map((name) => [name, weights[name]!]));
    near(weights, { ...plain, ...Object.fromEntries(merged) });
  });

  test('an adapter takes what attention and feed-forward say, before the shortcut is added', () => {
    const { weights } = adapt(TINY, base, { method: 'adapters', width: 3 }, 4);
    // Far above zero GELU changes nothing: the adapter is x + x·down·up, which a matrix can be, too.
    const FAR = 40;
    const linear: Record<string, Weight> = { ...roughened(weights) };
    const merged: Record<string, Weight> = { ...linear };
    for (const [part, writer] of [
      ['layer.0.attention', 'output'],
      ['layer.1.feed', 'down'],
    ]) {
      const [down, up] = ['down', 'up'].map((one) => `${part}.adapter.${one}`);
      const [inward, outward] = [linear[`${down}.weight`]!, linear[`${up}.weight`]!];
      const lift = { shape: [1, 3], data: new Float64Array(3).fill(FAR) };
      linear[`${down}.bias`] = { shape: [3], data: new Float64Array(3).fill(FAR) };
      const back = product(lift, outward).data.map((value) => -value);
      linear[`${up}.bias`] = { shape: [8], data: back };
      const detour = product(inward, outward);
      for (const one of ['weight', 'bias']) {
        const name = `${part}.${writer}.${one}`;
        const { shape, data } = linear[name]!;
        const rows = { shape: one === 'bias' ? [1, 8] : shape, data };
        merged[name] = { ...zip(rows, product(rows, detour), (a, b) => a + b), shape };
      }
    }
    const without = (all: Weights, parts: RegExp) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => !parts.test(name)));
    const others = /layer\.(0\.feed|1\.attention)\.adapter/;
    near(without(linear, others), without(merged, /adapter/));
  });

  // Without positions, what is put before a text is what the same tokens there would be.
  const ahead = [7, 5];
  const placeless = {
    ...base,
    positions: { shape: [6, 8], data: new Float32Array(48) },
  };
  const rowsOf = ({ data }: Weight, rows: readonly number[]): Weight => ({
    shape: [rows.length, 8],
    data: Float32Array.from(rows.flatMap((row) => [...data.slice(row * 8, row * 8 + 8)])),
  });

  test('a prompt stands before the text, and is not answered', () => {
    const prompt = rowsOf(base.embedding!, ahead);
    const whole = logits(TINY, placeless, [...ahead, ...TOKENS]).slice(2 * TINY.vocabulary);
    const prompted = logits(TINY, { ...placeless, prompt }, TOKENS);
    expect(prompted).toHaveLength(TOKENS.length * TINY.vocabulary);
    expect(farthest(prompted, whole)).toBeLessThan(1e-6);
  });

  test('a prefix is keys and values of places before the text', () => {
    const config = { ...TINY, layers: 1 };
    const embedded = rowsOf(base.embedding!, ahead);
    const normed = Float64Array.from(embedded.data, (value, i) => {
      const row = Array.from(embedded.data).slice(i - (i % 8), i - (i % 8) + 8);
      const mean = row.reduce((sum, one) => sum + one, 0) / 8;
      const variance = row.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 8;
      return (value - mean) / Math.sqrt(variance + 1e-5);
    });
    const part = (name: string): [string, Weight] => [
      `layer.0.attention.prefix.${name}`,
      product({ shape: [2, 8], data: normed }, base[`layer.0.attention.${name}.weight`]!),
    ];
    const single = Object.fromEntries(
      Object.entries(placeless).filter(([name]) => !name.startsWith('layer.1')),
    );
    const whole = logits(config, single, [...ahead, ...TOKENS]).slice(2 * TINY.vocabulary);
    const prefix = Object.fromEntries([part('key'), part('value')]);
    const prefixed = logits(config, { ...single, ...prefix }, TOKENS);
    expect(farthest(prefixed, whole)).toBeLessThan(1e-6);
    expect(farthest(prefixed, logits(config, single, TOKENS))).toBeGreaterThan(1e-4);
  });

  test.each(['prefix', 'prompt'] as const)(
    'with a %s a causal model still does not look ahead, and its first token sees all of it',
    (method) => {
      const { weights, trains } = adapt(TINY, base, { method, length: 3 }, 4);
      const rough = roughened(weights);
      const first = (all: Weights, last: number) =>
        logits(TINY, all, [1, 2, 3, last]).slice(0, 3 * TINY.vocabulary);
      const before = first(rough, 4);
      expect(first(rough, 9)).toEqual(before);
      for (const name of Object.keys(rough).filter(trains)) {
        for (const place of [0, 1, 2]) {
          const { shape, data } = rough[name]!;
          const moved = data.map((value, i) => value + (Math.floor(i / 8) === place ? i % 3 : 0));
          const after = first({ ...rough, [name]: { shape, data: moved } }, 4);
          const far = farthest(after.slice(0, TINY.vocabulary), before);
          expect([name, place, far > 1e-4]).toEqual([name, place, true]);
        }
      }
    },
  );

  test('QLoRA computes with the nearest levels of NF4, in the matrices of the layers only', () => {
    const { weights } = adapt(
      TINY,
      base,
      { method: 'qlora', ...LOW, matrices: 'linear', block: 16 },
      4,
    );
    for (const [name, { data }] of Object.entries(base)) {
      const copy = weights[name]!.data;
      if (!/^layer.*weight$/.test(name)) expect(copy).toEqual(data);
      else {
        expect(copy).not.toEqual(data);
        const largest = Math.max(...data.map(Math.abs));
        expect(farthest(copy, data)).toBeLessThan(0.16 * largest);
      }
    }
  });

  test('gradual: each layer slower than the one above, thawed one after another', () => {
    const withHead = { ...base, ...freshHead(TINY, 3, 2) };
    const { rateOf } = adapt(TINY, withHead, { method: 'gradual', factor: 2, until: 0.6 }, 4);
    const names = [
      'head.weight',
      'final.norm.scale',
      'layer.1.feed.up.weight',
      'layer.0.feed.up.bias',
      'embedding',
      'positions',
    ];
    const rates = (share: number) => names.map((name) => rateOf(name, share));
    expect(rates(0)).toEqual([1, 0, 0, 0, 0, 0]);
    expect(rates(0.25)).toEqual([1, 0.5, 0.5, 0, 0, 0]);
    expect(rates(0.5)).toEqual([1, 0.5, 0.5, 0.25, 0, 0]);
    expect(rates(0.6)).toEqual([1, 0.5, 0.5, 0.25, 0.125, 0.125]);
  });
});

test('a pass gives back all that it borrows and makes', () => {
  const config = { ...TINY, width: 64, layers: 1 };
  const plain = freshWeights(config, 1);
  const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
  for (const [name, adaptation] of NAMED) {
    if (!/adapters|prefix|prompt|lora, linear|dora/.test(name)) continue;
    const tensors = toTensors(adapt(config, plain, adaptation, 4).weights);
    for (let i = 0; i < 20; i += 1) {
      if (i === 5) grow.mockClear();
      logitsOf(config, tree.ref(tensors), ints(Array(72).fill(3), [12, 6])).dispose();
    }
    // Fifteen times 72 × 64 numbers, the smallest that is made for every token, fill four pages.
    expect([name, grow.mock.calls]).toEqual([name, []]);
    expect(Object.values(tensors).filter(({ refCount }) => refCount !== 1)).toEqual([]);
    tree.dispose(tensors);
  }
  grow.mockRestore();
});

describe('training', () => {
  const CONFIG: TransformerConfig = { ...TINY, layers: 1, norm: 'rms' };
  const OPTIMISER: OptimiserConfig = {
    rate: 0.03,
    warmUp: 5,
    final: 0.1,
    steps: 150,
    beta1: 0.9,
    beta2: 0.99,
    decay: 0.01,
    clip: 1,
  };
  const objective = predicting((weights, tokens) => logitsOf(CONFIG, weights, tokens));

  /** After a 9 numbers fall, after a 10 they rise; turned, the other way round. */
  function batchOf(random: Random, isTurned: boolean): Batch {
    const [batch, length] = [16, 4];
    const places = Array.from({ length: batch }, () => {
      const [start, rises] = [drawWhole(random, 0, 8), drawWhole(random, 0, 1)];
      const step = (rises === 1) !== isTurned ? 1 : -1;
      return [9 + rises, ...Array.from({ length }, (_, i) => (start + 9 + i * step) % 9)];
    });
    return {
      batch,
      length,
      tokens: Int32Array.from(places.flatMap((row) => row.slice(0, -1))),
      targets: Int32Array.from(places.flatMap((row) => row.slice(1))),
      counts: Float32Array.from({ length: batch * length }, (_, i) => (i % length === 0 ? 0 : 1)),
    };
  }

  let pretrained: Weights;
  beforeAll(async () => {
    const trainer = makeTrainer(objective, freshWeights(CONFIG, 1), OPTIMISER);
    const random = seeded(1);
    for (let i = 0; i < OPTIMISER.steps; i += 1) await trainer.step(batchOf(random, false));
    expect(await trainer.lossOf(batchOf(random, false))).toBeLessThan(0.2);
    pretrained = await trainer.weights();
    trainer.dispose();
  });

  // There is no head, which would learn whatever the method does: all learning is the method's own.
  const LEARN = NAMED.filter(([name]) => !/features|lora, (query|linear)/.test(name));
  test.each(LEARN)('%s learns the turned text, and moves nothing else', async (_, adaptation) => {
    const { weights, trains, rateOf } = adapt(CONFIG, pretrained, adaptation, 4);
    const optimiser = { ...OPTIMISER, rate: 0.1, steps: 40 };
    const trainer = makeTrainer(objective, weights, optimiser, { trains, rateOf });
    const asked = batchOf(seeded(99), true);
    const before = await trainer.lossOf(asked);
    const random = seeded(2);
    for (let i = 0; i < 40; i += 1) await trainer.step(batchOf(random, true));
    expect(await trainer.lossOf(asked)).toBeLessThan(0.75 * before);
    const now = await trainer.weights();
    trainer.dispose();
    for (const [name, { data }] of Object.entries(now)) {
      const same = expect([name, data]);
      (trains(name) ? same.not : same).toEqual([name, weights[name]!.data]);
    }
  });

  test.each(['lora', 'dora'] as const)('%s: memory is flat over many steps', async (method) => {
    const how = { method, ...LOW, matrices: 'linear' } as const;
    const { weights, trains } = adapt(CONFIG, pretrained, how, 4);
    const trainer = makeTrainer(objective, weights, OPTIMISER, { trains });
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow');
    const random = seeded(2);
    for (let i = 0; i < 150; i += 1) {
      if (i === 20) grow.mockClear();
      await trainer.step(batchOf(random, true));
    }
    expect(grow).not.toHaveBeenCalled();
    trainer.dispose();
    grow.mockRestore();
  });
});
