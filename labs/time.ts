/** How long one thing takes beside another, on a device that does other things as well. */
import { median } from './statistics';

/** Pairs that are timed, after one that is not. */
const ROUNDS = 9;

/**
 * Times two things in turns, so that what slows the device slows both.
 * @param now milliseconds
 * @param pulse awaited between rounds
 * @returns the median of the first one's time as a share of the second one's
 */
export async function timeRatio(
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  now: () => number,
  pulse: () => Promise<void>,
): Promise<number> {
  const timed = async (act: () => Promise<unknown>) => {
    const since = now();
    await act();
    return now() - since;
  };
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [first, second] = [await timed(one), await timed(other)];
    // The first round compiles.
    if (round > 0) ratios.push(first / second);
    await pulse();
  }
  return median(ratios);
}
