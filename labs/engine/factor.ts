/**
 * A matrix as the product of two thinner ones. The best product of a given rank keeps the largest
 * singular values (Eckart and Young 1936); what it is off by is the rest of them.
 */
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import type { Weight, Weights } from './weights';

/** W = U·diag(values)·Vᵀ for W [in, out], with k = min(in, out). */
export interface Spectrum {
  /** U [in, k]. */
  left: Matrix;
  /** V [out, k]. */
  right: Matrix;
  /** k singular values, the largest first. */
  values: readonly number[];
}

export interface Factors {
  /** [in, rank]. */
  down: Weight;
  /** [rank, out]. */
  up: Weight;
}

export function spectrumOf({ shape, data }: Weight): Spectrum {
  const [rows, columns] = shape as [number, number];
  const matrix = Matrix.from1DArray(rows, columns, Array.from(data));
  const found = new SingularValueDecomposition(matrix, { autoTranspose: true });
  return {
    left: found.leftSingularVectors,
    right: found.rightSingularVectors,
    values: found.diagonal,
  };
}

/** The factors of a rank, each with the roots of the singular values, so that both are of one size. */
export function factorsOf({ left, right, values }: Spectrum, rank: number): Factors {
  const roots = values.slice(0, rank).map(Math.sqrt);
  return {
    down: {
      shape: [left.rows, rank],
      data: Float32Array.from(
        { length: left.rows * rank },
        (_, i) => left.get(Math.floor(i / rank), i % rank) * roots[i % rank]!,
      ),
    },
    up: {
      shape: [rank, right.rows],
      data: Float32Array.from({ length: rank * right.rows }, (_, i) => {
        const row = Math.floor(i / right.rows);
        return right.get(i % right.rows, row) * roots[row]!;
      }),
    },
  };
}

/** A share of the full rank as a whole number, at least 1. */
export const rankOf = ({ values }: Spectrum, share: number): number =>
  Math.max(1, Math.round(share * values.length));

/**
 * Factors in the place of matrices, under the names that additions.ts knows.
 * @param spectra of the matrices, by name without `.weight`
 * @param share of the full rank that is kept, from 0 to 1
 */
export function factored(
  weights: Weights,
  spectra: ReadonlyMap<string, Spectrum>,
  share: number,
): Weights {
  const factors = [...spectra].flatMap(([name, spectrum]) => {
    const { down, up } = factorsOf(spectrum, rankOf(spectrum, share));
    return [
      [`${name}.factor.down`, down],
      [`${name}.factor.up`, up],
    ] as const;
  });
  const rest = Object.entries(weights).filter(
    ([name]) => !spectra.has(name.replace(/\.weight$/, '')),
  );
  return Object.fromEntries([...rest, ...factors]);
}
