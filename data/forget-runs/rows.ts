/** Scores of all seeds (`runs.json`, written by scripts/record/forget-grid.ts), summed up. */
import { z } from 'zod';
import { parseGroups } from '../check';
import { VARIANTS } from './variants';

/** The texts that the model was measured on. */
const OLD = 'princeton-2011';
const NEW = 'stdlib-2026';
/** Every other look is left out, but for the first two. */
const KEPT = [0, 1, 2, 4, 6, 8];
const DIGITS = 4;

const scoreSchema = z.strictObject({
  variant: z.enum(VARIANTS.map(({ id }) => id)),
  seed: z.number().int(),
  step: z.number().int(),
  old: z.number(),
  new: z.number(),
});
type Score = z.infer<typeof scoreSchema>;

const tidy = (value: number) => Number(value.toFixed(DIGITS));
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const measured = (source: string, unit: string, locator: string, value: number) => ({
  value,
  unit,
  source,
  locator,
  status: 'measured',
  seen: 'primary',
});

/** Mean, lowest and highest of the seeds. */
function summed(key: 'old' | 'new', scores: readonly Score[]) {
  const values = scores.map((score) => score[key]);
  const cell = (value: number) =>
    measured(
      key === 'old' ? OLD : NEW,
      'bits per character',
      key === 'old' ? 'definitions held out, 2,048 tokens' : 'chapters held out, 2,048 tokens',
      tidy(value),
    );
  return {
    [key]: cell(mean(values)),
    [`${key}_low`]: cell(Math.min(...values)),
    [`${key}_high`]: cell(Math.max(...values)),
  };
}

/**
 * One raw row for each way to learn and look that is kept.
 * @throws DataError naming the score that is malformed
 */
export function forgetRows(raw: readonly unknown[]) {
  const scores = parseGroups('data/forget-runs/runs.json', scoreSchema, raw);
  return VARIANTS.flatMap(({ id, method, name }) => {
    const own = scores.filter(({ variant }) => variant === id);
    const steps = [...new Set(own.map(({ step }) => step))].sort((a, b) => a - b);
    return KEPT.flatMap((look) => steps[look] ?? []).map((step) => {
      const seeds = own.filter((score) => score.step === step);
      return {
        id: `${id}-${step}`,
        source: OLD,
        name,
        method,
        step: measured(NEW, 'steps', 'a setting of the run', step),
        seeds: measured(NEW, 'runs', 'a setting of the run', seeds.length),
        ...summed('old', seeds),
        ...summed('new', seeds),
      };
    });
  });
}
