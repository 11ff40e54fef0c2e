/**
 * The lab `forget` with several seeds, by default and at other rates and strengths: what the figure
 * shows with intervals. It can be stopped, and goes on with the runs that are not there yet.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MethodId } from '@/labs/forget/methods';
import type { ForgetRecord } from '@/labs/forget/records';
import { spec } from '@/labs/forget/spec';
import type { Settings } from '@/labs/lab';
import type { RecordedRun } from '@/labs/recorded';
import { defaultState } from '@/lib/url-state';
import { record } from './run';

const SEEDS = [1, 2, 3];
const FOLDER = join('.generated', 'forget-grid');
const FILE = join('data', 'forget-runs', 'runs.json');

/** What differs from the lab's default settings, and the name that each method has in the data. */
const WANTED: readonly {
  id: string;
  settings: Settings;
  variants: Partial<Record<MethodId, string>>;
}[] = [
  {
    id: 'default',
    settings: {},
    variants: { plain: 'plain', rehearsal: 'rehearsal', ewc: 'ewc' },
  },
  {
    id: 'slower',
    settings: { methods: ['plain'], rate: 0.3 },
    variants: { plain: 'plain-slower' },
  },
  {
    id: 'held',
    settings: { methods: ['lora', 'top'] },
    variants: { lora: 'lora', top: 'top' },
  },
  {
    id: 'stronger',
    settings: { methods: ['rehearsal', 'ewc'], rehearsal: 50, strength: 10 },
    variants: { rehearsal: 'rehearsal-half', ewc: 'ewc-stronger' },
  },
];

async function runOf({ id, settings }: (typeof WANTED)[number], seed: number) {
  const file = join(FOLDER, `${id}-${seed}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as RecordedRun;
  const run = await record(spec, { ...defaultState(spec.controls), ...settings, seed });
  writeFileSync(file, JSON.stringify(run));
  console.log(`${id}, seed ${seed}: ${Math.round(run.receipt.wallMs / 1000)} s`);
  return run;
}

/** Setting after setting, each with all seeds, so that what a grid that was stopped has is whole. */
export async function recordForgetGrid(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  mkdirSync(join(FILE, '..'), { recursive: true });
  const scores: object[] = [];
  const versions = new Set<string>();
  for (const wanted of WANTED) {
    let last: RecordedRun | undefined;
    for (const seed of SEEDS) {
      last = await runOf(wanted, seed);
      versions.add(last.receipt.codeVersion);
      for (const one of last.records as ForgetRecord[]) {
        if (one.kind !== 'score') continue;
        const variant = wanted.variants[one.method]!;
        scores.push({ variant, seed, step: one.step, old: one.old, new: one.new });
      }
    }
    const { receipt, processor, date } = last!;
    const { engine, dataHash } = receipt;
    const about = { engine, dataHash, codeVersions: [...versions], processor, date };
    writeFileSync(FILE, `${JSON.stringify({ ...about, scores }, null, 1)}\n`);
  }
}
