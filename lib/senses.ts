/** Whether vectors of one word lie together by its sense. Pure numbers: whose vectors they are is not known here. */

export type Vector = ArrayLike<number>;
/** One sentence for each of two senses; the words just before the word are the same in both. */
export type SensePair<Item> = readonly [Item, Item];

export interface Alike {
  /** Mean cosine of two sentences of one sense. */
  same: number;
  /** Of different senses, with other words just before the word. */
  other: number;
  /** Of different senses, with the same words just before it. */
  twin: number;
  /**
   * Share of the sentences whose nearest neighbour, by cosine, is of their sense. A sentence with the
   * same words just before is not asked, so that half of those asked are of each sense: chance is ½.
   */
  nearest: number;
}

const dot = (a: Vector, b: Vector) => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
};

/** Cosine of the angle between two vectors; not a number where one has no length. */
export const cosine = (a: Vector, b: Vector): number =>
  dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What distinguishes each vector from the mean of all. */
export function withoutMean(vectors: readonly Vector[]): number[][] {
  const width = vectors[0]?.length ?? 0;
  const centre = Array.from({ length: width }, (_, k) => mean(vectors.map((one) => one[k]!)));
  return vectors.map((one) => centre.map((middle, k) => one[k]! - middle));
}

/** Mean cosine of every two. */
export const meanCosine = (vectors: readonly Vector[]): number =>
  mean(vectors.flatMap((a, i) => vectors.slice(i + 1).map((b) => cosine(a, b))));

/** Compares vectors, each less the mean of all, within senses and across them. */
export function compareSenses(pairs: readonly SensePair<Vector>[]): Alike {
  const vectors = withoutMean(pairs.flat());
  const items = vectors.map((vector, i) => ({ vector, pair: i >> 1, sense: i & 1 }));
  const found = { same: [] as number[], other: [] as number[], twin: [] as number[] };
  let right = 0;
  for (const one of items) {
    let best = { likeness: -Infinity, sense: -1 };
    for (const two of items) {
      if (one === two) continue;
      const likeness = cosine(one.vector, two.vector);
      if (one.pair === two.pair) {
        found.twin.push(likeness);
        continue;
      }
      found[one.sense === two.sense ? 'same' : 'other'].push(likeness);
      if (likeness > best.likeness) best = { likeness, sense: two.sense };
    }
    if (best.sense === one.sense) right += 1;
  }
  return {
    same: mean(found.same),
    other: mean(found.other),
    twin: mean(found.twin),
    nearest: right / items.length,
  };
}
