/** Looking at an embedding: its main directions, and who is near whom. Plain arithmetic, no tensors. */

/** One row a token. */
type Rows = readonly ArrayLike<number>[];

/** Enough for directions that differ by a few percent in spread; what is drawn asks no more. */
const ROUNDS = 400;

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0);

/** The rows without their mean. */
export function centred(rows: Rows): number[][] {
  const mean = Array.from(rows[0] ?? [], (_, i) =>
    rows.reduce((sum, row) => sum + row[i]! / rows.length, 0),
  );
  return rows.map((row) => mean.map((value, i) => row[i]! - value));
}

export interface Projection {
  /** Where each row lies along the first and the second direction. */
  points: (readonly [number, number])[];
  /** The share of all variance that lies along each. */
  shares: readonly [number, number];
}

/**
 * Principal components: the two directions along which the rows spread the most, by the power
 * method, the second after the first was taken out (Hotelling 1933). The sign of a direction is free;
 * here the first row is never on the negative side.
 */
export function project(rows: Rows): Projection {
  let left = centred(rows);
  const width = left[0]?.length ?? 0;
  const spread = (of: Rows) => of.reduce((sum, row) => sum + dot(row, row), 0);
  const total = spread(left);
  const directions = [0, 1].map(() => {
    // From the longest row: it cannot be at a right angle to all that is left.
    let direction = left.reduce((best, row) => (dot(row, row) > dot(best, best) ? row : best));
    for (let round = 0; round < ROUNDS; round += 1) {
      const along = left.map((row) => dot(row, direction));
      const next = Array.from({ length: width }, (_, i) =>
        left.reduce((sum, row, k) => sum + along[k]! * row[i]!, 0),
      );
      const length = Math.sqrt(dot(next, next)) || 1;
      direction = next.map((value) => value / length);
    }
    const along = left.map((row) => dot(row, direction));
    left = left.map((row, k) => row.map((value, i) => value - along[k]! * direction[i]!));
    const sign = along[0]! < 0 ? -1 : 1;
    return along.map((value) => sign * value);
  });
  const [first, second] = directions as [number[], number[]];
  return {
    points: first.map((x, i) => [x, second[i]!] as const),
    shares: [dot(first, first) / (total || 1), dot(second, second) / (total || 1)],
  };
}

/** The rows whose direction is nearest to that of one row, by cosine: numbers of rows, nearest first. */
export function nearest(rows: Rows, to: number, count: number): number[] {
  const own = rows[to]!;
  const cosine = (row: ArrayLike<number>) =>
    dot(own, row) / (Math.sqrt(dot(own, own) * dot(row, row)) || 1);
  return rows
    .map((row, number) => ({ number, cosine: cosine(row) }))
    .filter(({ number }) => number !== to)
    .sort((a, b) => b.cosine - a.cosine || a.number - b.number)
    .slice(0, count)
    .map(({ number }) => number);
}
