/**
 * How long a step of each way to adapt takes beside one of full fine-tuning. The runs of the grid were
 * made one after another over hours, and their times say more about the machine than about the ways:
 * here the two are timed in turns.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kindsTask } from '@/labs/adapt/kinds';
import { METHODS, type MethodId } from '@/labs/adapt/methods';
import { adaptationFor, optimiserFor, planOf } from '@/labs/adapt/plan';
import { spec } from '@/labs/adapt/spec';
import { loadBase } from '@/labs/base';
import { adapt } from '@/labs/engine/adaptation';
import { start } from '@/labs/engine/backend';
import { makeTrainer } from '@/labs/engine/trainer';
import type { RunContext } from '@/labs/lab';
import { batchSeed } from '@/labs/steps';
import { timeRatio } from '@/labs/time';
import { seeded } from '@/lib/seeded';
import { defaultState } from '@/lib/url-state';
import { processor } from './run';

const FILE = join('data', 'adaptation-runs', 'step-times.json');
type Trained = Exclude<MethodId, 'in-context'>;
const YARDSTICK: Trained = 'full';
/** Steps of a training that are over at once: in gradual unfreezing all layers move from the first on. */
const STEPS = 1;
/** How many times each way is timed: what lies between them tells how far to trust one. */
const TIMES = 3;

const context: RunContext = {
  file: (name) => readFile(join('public', 'labs', name)),
  keep: async () => {},
  tick: async () => {},
  now: () => performance.now(),
};

export async function recordStepTimes(): Promise<void> {
  await start('wasm');
  const plan = planOf(defaultState(spec.controls));
  const base = await loadBase(context);
  const task = await kindsTask(base, plan, context);
  /** A training of one way, a step at a call. */
  const stepping = (method: Trained) => {
    const weights = { ...base.weights, ...task.head };
    const adapted = adapt(base.config, weights, adaptationFor(method, plan), plan.seed);
    const optimiser = optimiserFor(method, STEPS);
    const trainer = makeTrainer(task.objective, adapted.weights, optimiser, adapted);
    let taken = 0;
    return {
      step: () => trainer.step(task.batch(seeded(batchSeed(plan.seed, (taken += 1))))),
      dispose: () => trainer.dispose(),
    };
  };
  const ratios: Record<string, number[]> = {};
  for (const { id } of METHODS) {
    if (id === 'in-context') continue;
    const [one, yardstick] = [stepping(id), stepping(YARDSTICK)];
    const found: number[] = [];
    for (let time = 0; time < TIMES; time += 1)
      found.push(await timeRatio(one.step, yardstick.step, context.now, async () => {}));
    ratios[id] = found.map((ratio) => Number(ratio.toFixed(3)));
    console.log(id, ratios[id]);
    one.dispose();
    yardstick.dispose();
  }
  const date = new Date().toISOString().slice(0, 10);
  await writeFile(FILE, `${JSON.stringify({ processor: processor(), date, ratios }, null, 1)}\n`);
}
