import { beforeAll, expect, test } from 'vitest';
import { attentionOf } from '@/labs/engine/attention';
import { start } from '@/labs/engine/backend';
import { freshWeights, type TransformerConfig } from '@/labs/engine/transformer';
import { toTensors, type Weights } from '@/labs/engine/weights';
import { seeded } from '@/lib/seeded';
import { TINY } from '@/tests/fixtures/tiny-transformer';

const TEXT = [1, 4, 2, 9, 4];

beforeAll(() => start('wasm'));

/** Large enough that heads look at some places more than at others. */
function roughWeights(): Weights {
  const random = seeded(3);
  return Object.fromEntries(
    Object.entries(freshWeights(TINY, 1)).map(([name, { shape, data }]) => [
      name,
      { shape, data: data.map((value) => value + 1.2 * (random() - 0.5)) },
    ]),
  );
}

/** The first layer's attention in plain loops, from the definition (Vaswani et al. 2017, Eq. 1). */
function firstLayer(weights: Weights, { heads, width, attention }: TransformerConfig) {
  const row = (name: string, i: number) =>
    [...weights[name]!.data].slice(i * width, (i + 1) * width);
  const vectors = TEXT.map((token, place) => {
    const at = row('positions', place);
    const x = row('embedding', token).map((value, i) => value + at[i]!);
    const mean = x.reduce((sum, value) => sum + value, 0) / width;
    const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
    const [scale, bias] = ['scale', 'bias'].map((part) => row(`layer.0.attention.norm.${part}`, 0));
    return x.map(
      (value, i) => ((value - mean) / Math.sqrt(variance + 1e-5)) * scale![i]! + bias![i]!,
    );
  });
  const through = (name: string, x: number[]) =>
    Array.from({ length: width }, (_, j) =>
      x.reduce(
        (sum, value, i) => sum + value * weights[`${name}.weight`]!.data[i * width + j]!,
        weights[`${name}.bias`]!.data[j]!,
      ),
    );
  const [queries, keys] = ['query', 'key'].map((part) =>
    vectors.map((x) => through(`layer.0.attention.${part}`, x)),
  );
  const perHead = width / heads;
  return Array.from({ length: heads }, (_, head) =>
    queries!.map((query, place) => {
      const scores = keys!.map((key, other) => {
        if (attention === 'causal' && other > place) return -Infinity;
        let sum = 0;
        for (let i = head * perHead; i < (head + 1) * perHead; i += 1) sum += query[i]! * key[i]!;
        return sum / Math.sqrt(perHead);
      });
      const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
      const total = powers.reduce((sum, power) => sum + power, 0);
      return powers.map((power) => power / total);
    }),
  );
}

for (const attention of ['causal', 'both'] as const)
  test(`the shares are those of the definition, and sum to one: ${attention}`, async () => {
    const config = { ...TINY, attention };
    const weights = roughWeights();
    const maps = await attentionOf(config, toTensors(weights), TEXT);
    expect(maps).toHaveLength(TINY.layers);
    const expected = firstLayer(weights, config);
    maps[0]!.forEach((head, h) =>
      head.forEach((row, i) =>
        row.forEach((share, j) => expect(share).toBeCloseTo(expected[h]![i]![j]!, 5)),
      ),
    );
    for (const row of maps.flat(2))
      expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  });

test('only a model that reads both ways looks ahead', async () => {
  const ahead = async (attention: 'causal' | 'both') => {
    const maps = await attentionOf({ ...TINY, attention }, toTensors(roughWeights()), TEXT);
    return maps
      .flat()
      .flatMap((head) => head.flatMap((row, place) => row.slice(place + 1)))
      .reduce((sum, share) => sum + share, 0);
  };
  expect(await ahead('causal')).toBe(0);
  expect(await ahead('both')).toBeGreaterThan(1);
});
