/** What to say of Fisher information: where in the model it lies, and how unevenly. */
import type { Weights } from '../engine/weights';
import type { FisherPart, FisherRecord } from './records';

/** Weights that are named. */
const NAMED = 6;
/** Shares of the weights, the most important first, whose part of the whole is told. */
const TOPS = [0.001, 0.01, 0.1];

/** “layer.2.attention.query.weight” → “2.attention”; norms belong to the part that they come before. */
export function partOf(name: string): string {
  const [, layer, part] = /^layer\.(\d+)\.(attention|feed)\./.exec(name) ?? [];
  return layer === undefined ? name.split('.')[0]! : `${layer}.${part}`;
}

const placeOf = (shape: readonly number[], index: number): number[] => {
  let left = index;
  return [...shape]
    .reverse()
    .map((side) => {
      const at = left % side;
      left = Math.floor(left / side);
      return at;
    })
    .reverse();
};

const total = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i]!;
  return sum;
};

/** Parts in the order in which text passes them. */
function partsOf(fisher: Weights, whole: number): FisherPart[] {
  const sums = new Map<string, { weights: number; sum: number }>();
  for (const [name, { data }] of Object.entries(fisher)) {
    const part = partOf(name);
    const before = sums.get(part) ?? { weights: 0, sum: 0 };
    sums.set(part, { weights: before.weights + data.length, sum: before.sum + total(data) });
  }
  const rank = (part: string) => ['embedding', 'positions', '', 'final'].indexOf(part) + 1 || 3;
  const order = [...sums].sort(
    ([a], [b]) => rank(a) - rank(b) || a.localeCompare(b, 'en', { numeric: true }),
  );
  return order.map(([part, { weights, sum }]) => ({
    part,
    weights,
    mean: sum / weights,
    share: sum / whole,
  }));
}

/** @param tokenAt what the row of an embedding stands for */
export function summarise(
  fisher: Weights,
  tokenAt: (row: number) => string,
): Pick<FisherRecord, 'parts' | 'most' | 'held'> {
  const all = Object.entries(fisher).flatMap(([name, { shape, data }]) =>
    Array.from(data, (value, index) => ({ name, shape, value, index })),
  );
  all.sort((a, b) => b.value - a.value);
  const whole = total(all.map(({ value }) => value));
  return {
    parts: partsOf(fisher, whole),
    most: all.slice(0, NAMED).map(({ name, shape, value, index }) => {
      const at = placeOf(shape, index);
      return { name, at, value, ...(name === 'embedding' && { token: tokenAt(at[0]!) }) };
    }),
    held: TOPS.map((top) => {
      const some = all.slice(0, Math.round(top * all.length));
      return { top, share: total(some.map(({ value }) => value)) / whole };
    }),
  };
}
