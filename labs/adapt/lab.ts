/** One task, learned from few examples in every way: what did pre-training buy? */
import { seeded } from '@/lib/seeded';
import { adapt, optimiserBytes, storedBytes, trainableCount } from '../engine/adaptation';
import { makeTrainer } from '../engine/trainer';
import { countOf } from '../engine/weights';
import type { Lab, Metrics, Progress, RunContext, Settings } from '../lab';
import { loadBase, type Base } from '../base';
import { mean, median } from '../statistics';
import { batchSeed, isLook } from '../steps';
import { describeTrained } from '../training';
import { kindsTask } from './kinds';
import { methodOf, type MethodId } from './methods';
import { adaptationFor, optimiserFor, planOf, refusal, type Plan } from './plan';
import type { AdaptRecord } from './records';
import type { Task } from './task';
import { writeTask } from './write';

/** Scores on the way, besides the one before the first step. */
const LOOKS = 8;
/** Steps at the end whose losses are averaged. */
const LAST = 10;
/** Bytes of a number. */
const FLOAT = 4;

interface Setting {
  base: Base;
  plan: Plan;
  task: Task;
  now: () => number;
  /** Says how it stands within the method. */
  tell: (progress: Progress) => Promise<void>;
}

async function* train(
  method: Exclude<MethodId, 'in-context'>,
  { base, plan, task, now, tell }: Setting,
): AsyncGenerator<AdaptRecord, void, undefined> {
  const { label } = methodOf(method);
  const { steps, seed } = plan;
  const adapted = adapt(
    base.config,
    { ...base.weights, ...task.head },
    adaptationFor(method, plan),
    seed,
  );
  const trainer = makeTrainer(
    task.objective,
    adapted.weights,
    optimiserFor(method, steps),
    adapted,
  );
  const judge = task.makeJudge();
  const look = (part: 'some' | 'all', share: number) =>
    judge.score(trainer.tensors, part, () =>
      tell({ phase: 'measuring', doing: `${label}, asked what it has learned`, share }),
    );
  try {
    await tell({ phase: 'compiling', doing: label, share: 0 });
    yield { kind: 'score', method, step: 0, score: await look('some', 0) };
    await tell({ phase: 'compiling', doing: `${label}, the first step`, share: 0 });
    const losses: number[] = [];
    const times: number[] = [];
    for (let step = 1; step <= steps; step += 1) {
      const since = now();
      const { loss } = await trainer.step(task.batch(seeded(batchSeed(seed, step))));
      losses.push(loss);
      times.push(now() - since);
      await tell({
        phase: 'training',
        doing: `${label}, step ${step} of ${steps}`,
        share: step / (steps + 1),
        loss,
        // The first step is mostly compiling.
        tokensPerSecond: step > 1 ? (1000 * task.tokensInBatch) / times.at(-1)! : undefined,
      });
      if (isLook(step, steps, LOOKS))
        yield { kind: 'score', method, step, score: await look('some', step / (steps + 1)) };
    }
    yield {
      kind: 'end',
      method,
      score: await look('all', steps / (steps + 1)),
      loss: mean(losses.slice(-LAST)),
      trained: trainableCount(adapted),
      optimiserBytes: optimiserBytes(adapted),
      storedBytes: storedBytes(adapted),
      frozenBytes: adapted.frozenBytes,
      stepMs: median(times.slice(1)),
    };
    if (task.write) yield { kind: 'text', method, ...(await task.write(await trainer.weights())) };
  } finally {
    judge.dispose();
    trainer.dispose();
  }
}

async function* withoutTraining({
  base,
  task,
  tell,
}: Setting): AsyncGenerator<AdaptRecord, void, undefined> {
  const method = 'in-context';
  const pulse = () =>
    tell({ phase: 'measuring', doing: 'In-context, reading the test', share: 0.5 });
  await pulse();
  const score = await task.inContext(pulse);
  yield { kind: 'score', method, step: 0, score };
  yield {
    kind: 'end',
    method,
    score,
    loss: 0,
    trained: 0,
    optimiserBytes: 0,
    storedBytes: 0,
    frozenBytes: FLOAT * countOf(base.weights),
    stepMs: 0,
  };
}

async function* run(
  settings: Settings,
  context: RunContext,
): AsyncGenerator<AdaptRecord, void, undefined> {
  const plan = planOf(settings);
  if (plan.methods.length === 0)
    throw new Error('no way to adapt is chosen that fits this task; choose at least one');
  await context.tick({ phase: 'loading', share: 0, doing: 'model, tokenizer and examples' });
  const base = await loadBase(context, plan.start);
  const why = refusal(plan, base.config);
  if (why) throw new Error(why);
  if (plan.start === 'own') yield { kind: 'base', about: describeTrained(base) };
  const makeTask = plan.task === 'kinds' ? kindsTask : writeTask;
  const task = (await makeTask(base, plan, context)) as Task;
  for (const [i, method] of plan.methods.entries()) {
    const setting: Setting = {
      base,
      plan,
      task,
      now: context.now,
      tell: (progress) =>
        context.tick({ ...progress, share: (i + progress.share) / plan.methods.length }),
    };
    yield* method === 'in-context' ? withoutTraining(setting) : train(method, setting);
  }
}

/** The scores, and for each training its last loss, which tells apart what scores hide. */
const metrics = (records: readonly AdaptRecord[]): Metrics =>
  Object.fromEntries(
    records.flatMap((record) =>
      record.kind === 'end'
        ? [
            [`${record.method}.score`, record.score],
            ...(record.trained > 0 ? [[`${record.method}.loss`, record.loss] as const] : []),
          ]
        : [],
    ),
  );

export const lab: Lab<AdaptRecord> = { run, metrics };
