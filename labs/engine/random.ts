/** Draws for training, all from one seed, in plain arithmetic: the same on every device. */
import type { Random } from '@/lib/seeded';

/** A draw from the standard normal distribution (Box and Muller 1958). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
