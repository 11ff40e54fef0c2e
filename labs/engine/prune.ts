/**
 * Weights of which the smallest are zero (magnitude pruning; Han et al. 2015, Section 3), and a way
 * to keep them in fewer bytes: a bit for each weight, and the numbers that are left.
 */
import { sizeOf, type Weight } from './weights';

/** A matrix with many zeros, as a file can hold it. */
export interface Sparse {
  shape: readonly number[];
  /** A bit for each weight, the lowest of a byte first: 1 where it is not zero. */
  bitmap: Uint8Array;
  /** Those that are not zero, in their order. */
  values: Float32Array;
  /** What both take. */
  bytes: number;
}

const countIn = (numbers: Weight['data'], counts: (value: number) => boolean): number => {
  let count = 0;
  for (const value of numbers) count += Number(counts(value));
  return count;
};

/** Weights that are not zero. */
export const nonzero = ({ data }: Weight): number => countIn(data, (value) => value !== 0);

/**
 * Sets a share of the weights to zero, those nearest to it; of equal ones the first.
 * @param share from 0 to 1, of all weights in the matrix, those among them that are zero already
 */
export function pruned({ shape, data }: Weight, share: number): Weight {
  const wanted = Math.round(share * data.length);
  const sizes = Float64Array.from(data, Math.abs);
  const threshold = sizes.slice().sort()[wanted - 1] ?? -1;
  // Of those as large as the threshold only so many go.
  let ties = wanted - countIn(sizes, (size) => size < threshold);
  const kept = Float32Array.from(data, (value, i) => {
    const size = sizes[i]!;
    if (size === threshold && ties > 0) {
      ties -= 1;
      return 0;
    }
    return size < threshold ? 0 : value;
  });
  return { shape, data: kept };
}

export function toSparse({ shape, data }: Weight): Sparse {
  const bitmap = new Uint8Array(Math.ceil(data.length / 8));
  data.forEach((value, i) => {
    if (value !== 0) bitmap[i >> 3]! |= 1 << (i & 7);
  });
  const values = Float32Array.from(data.filter((value) => value !== 0));
  return { shape, bitmap, values, bytes: bitmap.byteLength + values.byteLength };
}

export function fromSparse({ shape, bitmap, values }: Omit<Sparse, 'bytes'>): Weight {
  let next = 0;
  const data = Float32Array.from({ length: sizeOf(shape) }, (_, i) =>
    bitmap[i >> 3]! & (1 << (i & 7)) ? values[next++]! : 0,
  );
  return { shape, data };
}
