/**
 * Every way of the lab `adapt`, with several numbers of examples and several seeds: what a figure
 * shows with intervals. It takes hours; it can be stopped, and goes on with the runs that are not
 * there yet.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { METHODS, type MethodId, type TaskId } from '@/labs/adapt/methods';
import type { AdaptRecord } from '@/labs/adapt/records';
import { spec } from '@/labs/adapt/spec';
import type { RecordedRun } from '@/labs/recorded';
import { defaultState } from '@/lib/url-state';
import { record } from './run';

const TASK: TaskId = 'kinds';
/** By number of examples: how many seeds. */
const SEEDS: Readonly<Record<number, number>> = { 10: 3, 30: 3, 100: 5, 300: 3, 1000: 3 };
/** Reads only as many examples as the context holds, fewer than the fewest here. */
const UNTRAINED: MethodId = 'in-context';

const FOLDER = join('.generated', 'adapt-grid');
const FILE = join('data', 'adaptation-runs', 'runs.json');

interface Wanted {
  examples: number;
  seed: number;
  methods: readonly MethodId[];
}

const TRAINED = METHODS.map(({ id }) => id).filter((id) => id !== UNTRAINED);
const wanted: readonly Wanted[] = Object.entries(SEEDS).flatMap(([examples, seeds], i) =>
  Array.from({ length: seeds }, (_, seed) => ({
    examples: Number(examples),
    seed: seed + 1,
  })).flatMap((one) => [
    { ...one, methods: TRAINED },
    ...(i === 0 ? [{ ...one, methods: [UNTRAINED] }] : []),
  ]),
);

async function runOf({ examples, seed, methods }: Wanted): Promise<RecordedRun> {
  const file = join(
    FOLDER,
    `${TASK}-${examples}-${seed}${methods.length === 1 ? '-untrained' : ''}.json`,
  );
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as RecordedRun;
  const settings = { ...defaultState(spec.controls), task: TASK, examples, seed, methods };
  const run = await record(spec, settings);
  writeFileSync(file, JSON.stringify(run));
  console.log(`${examples} examples, seed ${seed}: ${Math.round(run.receipt.wallMs / 1000)} s`);
  return run;
}

export async function recordGrid(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const rows: object[] = [];
  const versions = new Set<string>();
  let last: RecordedRun | undefined;
  for (const one of wanted) {
    const run = await runOf(one);
    last = run;
    versions.add(run.receipt.codeVersion);
    for (const found of run.records as AdaptRecord[]) {
      if (found.kind !== 'end') continue;
      rows.push({ examples: one.examples, seed: one.seed, ...found, kind: undefined });
    }
  }
  mkdirSync(join(FILE, '..'), { recursive: true });
  const { receipt, processor, date } = last!;
  const { engine, dataHash, config } = receipt;
  const about = { task: TASK, steps: config.steps, size: config.size, engine, dataHash };
  writeFileSync(
    FILE,
    `${JSON.stringify({ ...about, codeVersions: [...versions], processor, date, rows }, null, 1)}\n`,
  );
}
