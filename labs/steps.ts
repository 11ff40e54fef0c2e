/** What the steps of all trainings have in common. */

/** Seeds of batches: more than the steps of any run, so that no two runs share one. */
const BATCHES_APART = 1_000_000;

/** The seed of a step's batch: the same for all that is trained in a run. */
export const batchSeed = (seed: number, step: number): number => seed * BATCHES_APART + step;

/** How many of a run's evenly spread looks have come by a step; the last comes with the last step. */
export const looksBy = (step: number, steps: number, looks: number): number =>
  Math.floor((step * looks) / steps);

/** Whether a look follows a step. */
export const isLook = (step: number, steps: number, looks: number): boolean =>
  looksBy(step, steps, looks) > looksBy(step - 1, steps, looks);
