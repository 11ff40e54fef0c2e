/** Runs of the lab (`runs.json`, written by `npm run record -- grid`) as one row for a way and a number of examples. */
import { z } from 'zod';
import { DataError } from '../check';
import { meanWithInterval } from '../interval';

/** The dictionary whose definitions are sorted. */
const TEXTS = 'princeton-2011';
const runSchema = z.object({
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

/** Of a step of full fine-tuning, by way: several measurements, each in turns with it. */
const timesSchema = z.strictObject({
  processor: z.string(),
  date: z.string(),
  ratios: z.record(z.string(), z.array(z.number().positive()).min(1)),
});

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const idOf = ({ method, examples }: Run) => `${method}-${examples}`;
const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/**
 * One raw row for a way to adapt and a number of examples.
 * @throws DataError when the file is not what the recording writes
 */
export function adaptationRunRows(file: unknown, timesFile: unknown) {
  const parse = <T>(schema: z.ZodType<T>, found: unknown): T => {
    const read = schema.safeParse(found);
    if (read.success) return read.data;
    throw new DataError(
      read.error.issues.map(
        ({ path, message }) => `adaptation-runs: ${path.join('.')}: ${message}`,
      ),
    );
  };
  const times = parse(timesSchema, timesFile);
  const { rows: runs, steps, size, engine, processor, date } = parse(fileSchema, file);
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
    const timeOf = (method: string) => {
      const found = times.ratios[method];
      if (!found) return { value: null, note: 'Nothing is trained.' };
      const percent = found.map((ratio) => 100 * ratio);
      return {
        ...measured(rounded(median(percent), 1), 'percent'),
        locator: `${first.method} and full fine-tuning in turns`,
        note: `${percent.length} measurements, from ${rounded(Math.min(...percent), 1)} to ${rounded(Math.max(...percent), 1)}`,
        evidence: `${engine} on WASM, ${times.processor}, ${times.date}`,
      };
    };
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
      step_time: timeOf(first.method),
    };
  });
}
