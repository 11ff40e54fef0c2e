/** Runs of the lab (`runs.json`, written by `npm run record -- grid`) as one row for a way and a number of examples. */
import { z } from 'zod';
import { DataError } from '../check';
import { meanWithInterval } from '../interval';

/** The dictionary whose definitions are sorted. */
const TEXTS = 'princeton-2011';
const YARDSTICK = 'full';

const runSchema = z.strictObject({
  method: z.string(),
  examples: z.number().int(),
  seed: z.number().int(),
  score: z.number(),
  loss: z.number(),
  trained: z.number().int(),
  optimiserBytes: z.number().int(),
  storedBytes: z.number().int(),
  stepMs: z.number(),
});
type Run = z.infer<typeof runSchema>;

const fileSchema = z.strictObject({
  task: z.literal('kinds'),
  steps: z.number().int(),
  size: z.number().int(),
  engine: z.string(),
  dataHash: z.string(),
  codeVersions: z.array(z.string()),
  processor: z.string(),
  date: z.string(),
  rows: z.array(runSchema).min(1),
});

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Of a step of full fine-tuning in the run with the same examples and seed, in percent. */
function stepTimes(runs: readonly Run[], method: string): number {
  const key = ({ examples, seed }: Run) => `${examples}, ${seed}`;
  const yardsticks = new Map(
    runs.filter((run) => run.method === YARDSTICK).map((run) => [key(run), run.stepMs]),
  );
  return median(
    runs.flatMap((run) => {
      const yardstick = yardsticks.get(key(run));
      return run.method === method && yardstick ? [(100 * run.stepMs) / yardstick] : [];
    }),
  );
}

const idOf = ({ method, examples }: Run) => `${method}-${examples}`;
const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/**
 * One raw row for a way to adapt and a number of examples.
 * @throws DataError when the file is not what the recording writes
 */
export function adaptationRunRows(file: unknown) {
  const read = fileSchema.safeParse(file);
  if (!read.success)
    throw new DataError(
      read.error.issues.map(
        ({ path, message }) => `adaptation-runs: ${path.join('.')}: ${message}`,
      ),
    );
  const { rows: runs, steps, size, engine, processor, date } = read.data;
  const ids = new Set(runs.map(idOf));
  return [...ids].map((id) => {
    const group = runs.filter((run) => idOf(run) === id);
    const [first] = group as [Run];
    const seeds = group.map(({ seed }) => seed);
    const { mean, low, high } = meanWithInterval(group.map(({ score }) => score));
    const measured = (value: number, unit: string) => ({
      value,
      unit,
      source: TEXTS,
      locator: `lab “adapt”: ${first.method}, ${first.examples} examples, ${steps} steps, size ${size}, seeds ${seeds.join(', ')}`,
      status: 'measured',
      seen: 'primary',
      evidence: `${engine} on WASM, ${processor}, ${date}`,
    });
    return {
      id,
      source: TEXTS,
      method: first.method,
      examples: measured(first.examples, 'examples'),
      accuracy: measured(rounded(mean, 2), 'percent'),
      accuracy_low: measured(rounded(low, 2), 'percent'),
      accuracy_high: measured(rounded(high, 2), 'percent'),
      by_seed: group.map(({ score }) => rounded(score, 2)).join('; '),
      trained: measured(first.trained, 'parameters'),
      optimizer_memory: measured(first.optimiserBytes, 'bytes'),
      storage: measured(first.storedBytes, 'bytes'),
      step_time:
        first.trained > 0
          ? measured(rounded(stepTimes(runs, first.method), 1), 'percent')
          : { value: null, note: 'Nothing is trained.' },
    };
  });
}
