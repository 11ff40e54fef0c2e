import { beforeAll, describe, expect, test } from 'vitest';
import { adapt } from '@/labs/engine/adaptation';
import { freshHead } from '@/labs/engine/classifier';
import type { Weight, Weights } from '@/labs/engine/weights';
import { TINY, startExact } from '@/tests/fixtures/tiny-transformer';
import {
  LOW,
  base,
  farthest,
  lengths,
  logits,
  loraNames,
  product,
  roughened,
  summed,
  zip,
} from './tiny';

beforeAll(startExact);

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
