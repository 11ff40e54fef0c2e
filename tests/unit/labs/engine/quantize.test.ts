import { expect, test } from 'vitest';
import { bitsOfNf4, termsOf } from '@/components/figures/adapter-budget/memory';
import { dataset } from '@/data';
import {
  NF4_LEVELS,
  dequantize,
  quantize,
  type Format,
  type Groups,
  type Quantization,
} from '@/labs/engine/quantize';
import { normal } from '@/labs/engine/random';
import { seeded } from '@/lib/seeded';

function gaussian(shape: [number, number], seed: number) {
  const random = seeded(seed);
  const data = Float32Array.from({ length: shape[0] * shape[1] }, () => normal(random));
  return { shape, data };
}

test('the levels of NF4 are those of the paper', () => {
  // Dettmers et al. 2023, Appendix E.
  const published = [
    -1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635,
    -0.18477343022823334, -0.09105003625154495, 0.0, 0.07958029955625534, 0.16093020141124725,
    0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941,
    0.7229568362236023, 1.0,
  ];
  expect(NF4_LEVELS).toHaveLength(16);
  NF4_LEVELS.forEach((level, i) => expect(level).toBeCloseTo(published[i]!, 6));
});

/** The largest share of a group's largest number by which a format may be off. */
const HALF_STEP: Record<Format, number> = {
  int8: 1 / 254,
  int4: 1 / 14,
  nf4: (1 + NF4_LEVELS[1]!) / 2,
};
const GROUPS: [Groups, count: number, groupOf: (row: number, column: number) => number][] = [
  ['tensor', 1, () => 0],
  ['row', 24, (row) => row],
  ['column', 10, (_, column) => column],
  [64, 4, (row, column) => Math.floor((row * 10 + column) / 64)],
];

for (const format of ['int8', 'int4', 'nf4'] as const) {
  test.each(GROUPS)(
    `${format}, a scale for each %s: off by half a step at most`,
    (groups, count, groupOf) => {
      const weight = gaussian([24, 10], 1);
      const quantized = quantize(weight, { format, groups });
      const { shape, data } = dequantize(quantized);
      expect(shape).toEqual([24, 10]);
      expect(quantized.scales).toHaveLength(count);
      expect(quantized.bytes).toBe((format === 'int8' ? 240 : 120) + 4 * count);
      const group = (i: number) => groupOf(Math.floor(i / 10), i % 10);
      const largest = new Float64Array(count);
      weight.data.forEach((value, i) => {
        largest[group(i)] = Math.max(largest[group(i)]!, Math.abs(value));
      });
      const off = weight.data.map((value, i) => Math.abs(data[i]! - value) / largest[group(i)]!);
      expect(Math.max(...off)).toBeLessThanOrEqual(HALF_STEP[format] + 1e-6);
      // Of so many numbers some come close to the bound: it is not met by rounding too finely.
      if (groups === 'tensor' && format !== 'nf4')
        expect(Math.max(...off)).toBeGreaterThan(0.9 * HALF_STEP[format]);
    },
  );
}

test('smaller groups, and levels where the weights are, bring the copy nearer', () => {
  const weight = gaussian([256, 64], 2);
  const error = (how: Quantization) => {
    const { data } = dequantize(quantize(weight, how));
    return weight.data.reduce((sum, value, i) => sum + (value - data[i]!) ** 2, 0);
  };
  expect(error({ format: 'int4', groups: 64 })).toBeLessThan(
    error({ format: 'int4', groups: 'tensor' }),
  );
  expect(error({ format: 'nf4', groups: 64 })).toBeLessThan(error({ format: 'int4', groups: 64 }));
  expect(error({ format: 'int8', groups: 64 })).toBeLessThan(error({ format: 'nf4', groups: 64 }));
});

test('zeros stay zero, and the largest number of a group is kept', () => {
  const weight = { shape: [2, 3], data: Float32Array.from([0, 0, 0, -2, 1, 0.5]) };
  const { codes, scales } = quantize(weight, { format: 'int8', groups: 'row' });
  expect([...codes]).toEqual([0, 0, 0, -127, 64, 32]);
  expect(scales[0]).toBe(0);
  expect(scales[1]).toBeCloseTo(2 / 127, 7);
  for (const format of ['int8', 'int4', 'nf4'] as const) {
    const { data } = dequantize(quantize(weight, { format, groups: 'row' }));
    expect([...data.slice(0, 3)]).toEqual([0, 0, 0]);
    expect(data[3]).toBeCloseTo(-2, 6);
  }
});

test('double quantization: 4.127 bits a weight, for scales that are hardly off', () => {
  const weight = gaussian([512, 64], 3);
  const how = { format: 'nf4', groups: 64 } as const;
  const [plain, doubled] = [quantize(weight, how), quantize(weight, { ...how, doubled: true })];
  expect(doubled.codes).toEqual(plain.codes);
  const mean = plain.scales.reduce((sum, scale) => sum + scale, 0) / plain.scales.length;
  const widest = Math.max(...plain.scales.map((scale) => Math.abs(scale - mean)));
  plain.scales.forEach((scale, i) =>
    expect(Math.abs(doubled.scales[i]! - scale)).toBeLessThanOrEqual(widest / 254 + 1e-6),
  );
  const terms = termsOf(dataset('memory-terms').rows);
  const meanOfScales = 4;
  expect((doubled.bytes - meanOfScales) * 8).toBeCloseTo(bitsOfNf4(terms) * weight.data.length, 6);
  expect(plain.bytes * 8).toBe(4.5 * weight.data.length);
});
