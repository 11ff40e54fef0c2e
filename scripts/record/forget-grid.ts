/**
 * Ways of the lab `forget` with a few strengths each and several seeds: what the figure shows with
 * intervals. It can be stopped, and goes on with the runs that are not there yet.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ForgetRecord } from '@/labs/forget/records';
import { spec } from '@/labs/forget/spec';
import type { Settings } from '@/labs/lab';
import type { RecordedRun } from '@/labs/recorded';
import { defaultState } from '@/lib/url-state';
import { record } from './run';

const SEEDS = [1, 2, 3];
const FOLDER = join('.generated', 'forget-grid');
const FILE = join('data', 'forget-runs', 'runs.json');

/** What differs from the lab's default settings. */
const VARIANTS: readonly (Settings & { id: string })[] = [
  { id: 'plain', methods: ['plain'] },
  { id: 'plain-slower', methods: ['plain'], rate: 0.3 },
  { id: 'plain-slowest', methods: ['plain'], rate: 0.1 },
  { id: 'rehearsal', methods: ['rehearsal'] },
  { id: 'rehearsal-less', methods: ['rehearsal'], rehearsal: 5 },
  { id: 'ewc', methods: ['ewc'] },
  { id: 'ewc-stiffer', methods: ['ewc'], strength: 10 },
  { id: 'lora', methods: ['lora'] },
  { id: 'top', methods: ['top'] },
];

async function runOf({ id, ...changed }: (typeof VARIANTS)[number], seed: number) {
  const file = join(FOLDER, `${id}-${seed}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as RecordedRun;
  const run = await record(spec, { ...defaultState(spec.controls), ...changed, seed });
  writeFileSync(file, JSON.stringify(run));
  console.log(`${id}, seed ${seed}: ${Math.round(run.receipt.wallMs / 1000)} s`);
  return run;
}

/** Seed after seed, so that a grid that was stopped is whole for those that it has. */
export async function recordForgetGrid(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  mkdirSync(join(FILE, '..'), { recursive: true });
  const runs: object[] = [];
  let last: RecordedRun | undefined;
  for (const seed of SEEDS)
    for (const variant of VARIANTS) {
      last = await runOf(variant, seed);
      const scores = (last.records as ForgetRecord[]).filter((one) => one.kind === 'score');
      const { rehearsal, strength, rank, rate } = last.receipt.config;
      runs.push({
        variant: variant.id,
        seed,
        config: { rehearsal, strength, rank, rate },
        code: last.receipt.codeVersion,
        scores: scores.map(({ step, old, new: fresh }) => ({ step, old, new: fresh })),
      });
    }
  const { receipt, processor, date } = last!;
  const about = { engine: receipt.engine, dataHash: receipt.dataHash, processor, date };
  writeFileSync(FILE, `${JSON.stringify({ ...about, runs }, null, 1)}\n`);
}
