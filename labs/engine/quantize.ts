/**
 * Weights in few bits: groups of numbers as codes and one scale each, its largest size deciding the
 * scale (absmax quantization; Dettmers et al. 2022, Section 2). Value ≈ level of the code × scale.
 */
import { sizeOf, type Weight } from './weights';

/** Whole numbers in 8 or 4 bits, as many below zero as above; or the levels of NF4. */
export type Format = 'int8' | 'int4' | 'nf4';

/**
 * What shares a scale: all numbers; a row, or a column, of a matrix (in a matrix [in, out] a column
 * feeds one output); or so many numbers one after another, across rows.
 */
export type Groups = 'tensor' | 'row' | 'column' | number;

export interface Quantization {
  format: Format;
  groups: Groups;
  /** Scales in 8 bits themselves (double quantization; Dettmers et al. 2023, Section 3). */
  doubled?: boolean;
}

export interface Quantized extends Quantization {
  shape: readonly number[];
  /** A number for each weight, in the weights' order. */
  codes: Int8Array;
  /** One for each group; where doubled, as they are read back. */
  scales: Float32Array;
  /** What codes and scales take, with two codes of four bits in a byte. */
  bytes: number;
}

/** Scales that share one when they are doubled (Dettmers et al. 2023, Section 3). */
const SECOND_BLOCK = 256;
const BYTES_OF_SCALE = 4;

/** z with Φ(z) = p, for p near a half: Newton's method on Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/15 + …). */
function normalQuantile(p: number): number {
  let z = 0;
  for (let round = 0; round < 20; round += 1) {
    let [term, sum] = [z, z];
    for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    z -= (0.5 + density * sum - p) / density;
  }
  return z;
}

/**
 * The sixteen levels of NF4: quantiles of the normal distribution, seven below zero, zero, eight
 * above, so that the largest is 1 (Dettmers et al. 2023, Section 3; Appendix E lists them). Where the
 * tails are cut is in the authors' code only: bitsandbytes, `create_normal_map`, offset 0.9677083.
 */
export const NF4_LEVELS: readonly number[] = (() => {
  const outermost = 1 - (1 / 32 + 1 / 30) / 2;
  const side = (levels: number) =>
    Array.from({ length: levels }, (_, i) =>
      normalQuantile(outermost + ((0.5 - outermost) * i) / levels),
    );
  const below = side(7).map((z) => -z);
  const above = side(8).reverse();
  return [...below, 0, ...above].map((z) => z / above.at(-1)!);
})();

/** The code of the level that lies nearest. */
function nearestLevel(value: number): number {
  let code = 0;
  while (code < NF4_LEVELS.length - 1 && value > (NF4_LEVELS[code]! + NF4_LEVELS[code + 1]!) / 2)
    code += 1;
  return code;
}

interface Grid {
  bits: number;
  /** The largest level. */
  most: number;
  codeOf: (value: number) => number;
  levelOf: (code: number) => number;
}

const wholeNumbers = (bits: number): Grid => ({
  bits,
  most: 2 ** (bits - 1) - 1,
  codeOf: Math.round,
  levelOf: (code) => code,
});

const GRIDS: Readonly<Record<Format, Grid>> = {
  int8: wholeNumbers(8),
  int4: wholeNumbers(4),
  nf4: { bits: 4, most: 1, codeOf: nearestLevel, levelOf: (code) => NF4_LEVELS[code]! },
};

/** How many groups there are, and to which a number belongs. */
function grouping(
  shape: readonly number[],
  groups: Groups,
): { count: number; groupOf: (index: number) => number } {
  const size = sizeOf(shape);
  const width = shape.at(-1) ?? 1;
  if (groups === 'tensor') return { count: 1, groupOf: () => 0 };
  if (groups === 'column') return { count: width, groupOf: (index) => index % width };
  const length = groups === 'row' ? width : groups;
  return { count: Math.ceil(size / length), groupOf: (index) => Math.floor(index / length) };
}

/**
 * Scales in 8 bits, less their mean, with a scale for every 256. Whole numbers here; the paper takes
 * 8-bit floating point.
 */
function doubledScales(scales: Float32Array): { scales: Float32Array; bytes: number } {
  const mean = scales.reduce((sum, scale) => sum + scale, 0) / scales.length;
  const centred = { shape: [scales.length], data: scales.map((scale) => scale - mean) };
  const quantized = quantize(centred, { format: 'int8', groups: SECOND_BLOCK });
  const data = Float32Array.from(dequantize(quantized).data, (rest) => rest + mean);
  return { scales: data, bytes: quantized.bytes + BYTES_OF_SCALE };
}

export function quantize({ shape, data }: Weight, how: Quantization): Quantized {
  const { bits, most, codeOf } = GRIDS[how.format];
  const { count, groupOf } = grouping(shape, how.groups);
  const scales = new Float32Array(count);
  data.forEach((value, i) => {
    const group = groupOf(i);
    scales[group] = Math.max(scales[group]!, Math.abs(value));
  });
  scales.forEach((largest, group) => (scales[group] = largest / most));
  const codes = Int8Array.from(data, (value, i) => {
    const scale = scales[groupOf(i)]!;
    return codeOf(scale === 0 ? 0 : value / scale);
  });
  const kept = how.doubled
    ? doubledScales(scales)
    : { scales, bytes: BYTES_OF_SCALE * scales.length };
  const bytes = Math.ceil((bits * codes.length) / 8) + kept.bytes;
  return { ...how, shape, codes, scales: kept.scales, bytes };
}

export function dequantize({
  shape,
  format,
  groups,
  codes,
  scales,
}: Omit<Quantized, 'bytes'>): Weight {
  const { levelOf } = GRIDS[format];
  const { groupOf } = grouping(shape, groups);
  return {
    shape,
    data: Float32Array.from(codes, (code, i) => levelOf(code) * scales[groupOf(i)]!),
  };
}
