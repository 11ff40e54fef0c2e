/** Randomness that comes back: the same seed draws the same numbers, on the server and in the browser. */

export type Random = () => number;

/**
 * A stream of numbers in [0, 1): a Weyl sequence with its bits mixed (mulberry32).
 * Good enough to draw pictures, not for statistics.
 */
export function seeded(seed: number): Random {
  // Neighbouring seeds must not give neighbouring first numbers.
  let state = Math.imul(Math.floor(seed) + 1, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `low` to `high`, both included. */
export const drawWhole = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** One of several. */
export const drawOne = <T>(random: Random, from: readonly T[]): T =>
  from[drawWhole(random, 0, from.length - 1)]!;

/** The same things in a random order (Fisher–Yates). */
export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  const order = [...things];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = drawWhole(random, 0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** To the nearest whole number, halves to the even one: what `round` does in Python, NumPy and TensorFlow. */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (Math.abs(rest - 0.5) > 1e-9) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
